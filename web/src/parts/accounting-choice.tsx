// The kind of administration, each with a sentence by which one knows one's own (SNEL-1). What cannot be done with it on the
// machine of the service is said before anything is tried, with the kinds that can.
import { Button, Radio } from '@mantine/core'
import type { AccountingChoice as Choice } from '../api/types.ts'
import { useWords } from '../text/words.ts'
import { Note } from './tone.tsx'

type Props = {
  readonly kinds: readonly Choice[]
  readonly value: string
  readonly onChange: (kind: string) => void
}

export function AccountingChoice({ kinds, value, onChange }: Props) {
  const { t, say } = useWords()
  if (kinds.length < 2) return null
  const obstacle = kinds.find(({ kind }) => kind === value)?.obstacle ?? null
  return (
    <>
      <Radio.Group label={t('start.accountingKind')} value={value} onChange={onChange}>
        <div className="radios">
          {kinds.map(({ kind, title, help }) => (
            <Radio key={kind} value={kind} label={say(title)} description={help === null ? undefined : say(help)} />
          ))}
        </div>
      </Radio.Group>
      {obstacle === null ? null : (
        <Note tone="attention" live>
          <p>{say(obstacle)}</p>
          <div className="buttons note-buttons">
            {kinds
              .filter((other) => other.obstacle === null)
              .map(({ kind, title }) => (
                <Button key={kind} variant="default" size="xs" onClick={() => onChange(kind)}>
                  {t('start.chooseInstead', { title: say(title) })}
                </Button>
              ))}
          </div>
        </Note>
      )}
    </>
  )
}
