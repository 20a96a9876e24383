// 'Licentie inlezen' (PROF-4), by choosing the file or dropping it here; and the profiles that there are room for.
import { Button, FileButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type DragEvent, useState } from 'react'
import { useAsk, useDo, useOverview } from '../../../api/asks.ts'
import type { Licence } from '../../../api/types.ts'
import { Failure } from '../../../parts/failure.tsx'
import { profileName } from '../../../parts/profile-name.ts'
import { Note } from '../../../parts/tone.tsx'
import { useWords } from '../../../text/words.ts'
import { NewProfile } from './new-profile.tsx'
import { Part } from './part.tsx'

export function LicencePart() {
  const { t, say, day, language } = useWords()
  const licence = useAsk<Licence>('licence', '/licence')
  const overview = useOverview()
  const [over, setOver] = useState(false)
  const load = useDo((call, text: string) => call<Licence>('POST', '/licence', { text }), ['licence', 'overview'])
  const read = async (file: File | null | undefined) => {
    if (file === null || file === undefined) return
    load.mutate(await file.text(), { onSuccess: () => notifications.show({ message: t('general.licenceDone') }) })
  }
  const { licence: held = null, problem = null, surplus = [] } = licence.data ?? {}
  const profiles = overview.data?.profiles ?? []
  const paused = profiles.filter(({ id }) => surplus.includes(id)).map((profile) => profileName(profile, language))
  return (
    <Part title={t('general.licence')}>
      {held === null ? <p className="flush">{t('general.licenceNone')}</p> : null}
      {held === null ? null : (
        <p className="flush">
          {[
            t('general.licenceHolder', { holder: held.holder }),
            t('general.licenceProfiles', { count: held.profiles }),
            t('general.licenceUntil', { day: day(held.until) }),
          ].join(' · ')}
        </p>
      )}
      {problem === null ? null : (
        <Note tone="attention">
          <p>{say(problem.text)}</p>
          <p>{say(problem.todo)}</p>
        </Note>
      )}
      {paused.length === 0 ? null : (
        <p className="flush">{t('general.licenceSurplus', { profiles: paused.join(', ') })}</p>
      )}
      <section
        className={over ? 'drop drop-over' : 'drop'}
        aria-label={t('general.licenceRead')}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event: DragEvent) => {
          event.preventDefault()
          setOver(false)
          void read(event.dataTransfer.files[0])
        }}
      >
        <span>{t('general.licenceDrop')}</span>
        <FileButton onChange={(file) => void read(file)}>
          {(props) => (
            <Button {...props} variant="default" loading={load.isPending}>
              {t('general.licenceRead')}
            </Button>
          )}
        </FileButton>
      </section>
      <Failure error={licence.error ?? load.error} />
      {profiles.length === 0 ? null : <NewProfile />}
    </Part>
  )
}
