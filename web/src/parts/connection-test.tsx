// The button that tests one side as it is saved, and what came of it.
import { Button } from '@mantine/core'
import { useTest } from '../api/settings.ts'
import { useWords } from '../text/words.ts'
import { Failure } from './failure.tsx'
import { TestLegs } from './test-legs.tsx'

type Props = { readonly profile: string; readonly side: 'accounting' | 'shop'; readonly unsaved: boolean }

export function ConnectionTest({ profile, side, unsaved }: Props) {
  const { t } = useWords()
  const test = useTest(profile)
  return (
    <div className="test">
      <div className="buttons">
        <Button variant="default" loading={test.isPending} disabled={unsaved} onClick={() => test.mutate(side)}>
          {t('settings.test')}
        </Button>
        <span className="small dim test-hint">{t('settings.testHint')}</span>
      </div>
      <Failure error={test.error} />
      {test.data === undefined || test.isPending ? null : <TestLegs legs={test.data.legs} />}
    </div>
  )
}
