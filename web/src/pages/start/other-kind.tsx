// The kind of administration chosen wrongly: back to the choice. Only while nothing else hangs on it, as the profile is made
// anew.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useDo } from '../../api/asks.ts'
import type { ProfileView } from '../../api/types.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { useWords } from '../../text/words.ts'

export function OtherKind({ profile }: { readonly profile: ProfileView }) {
  const { t } = useWords()
  const [asking, setAsking] = useState(false)
  const remove = useDo((call) => call('DELETE', `/profiles/${profile.id}`), ['overview'])
  const isNew = Object.values(profile.counts).every((count) => count === 0)
  if (!isNew || !profile.missing.some((key) => key.startsWith('shop.'))) return null
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('start.otherKind')}
      </Button>
      <Confirm
        open={asking}
        title={t('start.otherKind')}
        hint={t('start.otherKindHint')}
        yes={t('start.otherKind')}
        busy={remove.isPending}
        error={remove.error}
        onYes={() => remove.mutate()}
        onNo={() => setAsking(false)}
      />
    </>
  )
}
