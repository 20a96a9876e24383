// One form over all tabs of a profile: what is changed stays while one looks at another tab, is checked while typing, and is
// saved together. Leaving with changes asks first.
import { Button, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { lazy, Suspense, useState } from 'react'
import { useDo } from '../../api/asks.ts'
import { useMayChange } from '../../api/session.tsx'
import { byKey, useChecked, useLists, useRefreshLists, useSaveSettings } from '../../api/settings.ts'
import type { FieldProblem, ProfileView, Settings, SettingsTab, SettingValues } from '../../api/types.ts'
import { ConnectionTest } from '../../parts/connection-test.tsx'
import { Failure } from '../../parts/failure.tsx'
import { SettingForm } from '../../parts/form/setting-form.tsx'
import { problemOf } from '../../parts/form/values.ts'
import { RecoveryCode } from '../../parts/recovery-code.tsx'
import { ShopDownload } from '../../parts/shop-download.tsx'
import { Note } from '../../parts/tone.tsx'
import { useWords } from '../../text/words.ts'
import { SaveBar } from './save-bar.tsx'
import { UnsavedGuard } from './unsaved-guard.tsx'

const FilesPart = lazy(async () => ({ default: (await import('./files-part.tsx')).FilesPart }))

type Props = {
  readonly profile: ProfileView
  readonly several: boolean
  readonly settings: Settings
  /** null: another tab is open, and the form only keeps its changes. */
  readonly tab: string | null
  readonly goTo: string | null
}

const nothing: SettingValues = {}

export function ProfileForm({ profile, several, settings, tab, goTo }: Props) {
  const words = useWords()
  const { t, language } = words
  const mayChange = useMayChange()
  const [changes, setChanges] = useState(nothing)
  const [refused, setRefused] = useState<readonly FieldProblem[]>([])
  const [code, setCode] = useState<string | null>(null)
  const checked = useChecked(profile.id, changes)
  const save = useSaveSettings(profile.id)
  const lists = useLists(profile.id)
  const fields = settings.tabs.flatMap((one) => one.fields)
  const problems = byKey([...refused, ...checked], language)
  const wrong = fields.filter(
    (field) => field.key in changes && (problemOf(field, changes, words) ?? problems[field.key]),
  )
  const shown = settings.tabs.find(({ key }) => key === tab)
  const isChanged = Object.keys(changes).length > 0
  const change = (next: SettingValues) => {
    setChanges(next)
    setRefused([])
  }
  const send = () =>
    save.mutate(changes, {
      onSuccess: (answer) => {
        setCode(answer.recoveryCode)
        setRefused(answer.problems)
        if (answer.problems.length > 0) return
        setChanges(nothing)
        notifications.show({ message: t('settings.savedAndDecided') })
      },
    })
  return (
    <>
      {shown === undefined ? null : (
        <section className="sheet" aria-label={words.say(shown.title)}>
          <div className="sheet-head">
            <h2>{words.say(shown.title)}</h2>
            {usesLists(shown) && mayChange ? (
              <RefreshLists profile={profile.id} refreshedAt={lists.data?.refreshedAt ?? null} />
            ) : null}
          </div>
          <div className="sheet-body">
            {several && shown === settings.tabs[0] ? <Description profile={profile} readOnly={!mayChange} /> : null}
            {mayChange && shown.key === 'shop' ? <ShopDownload download={profile.download} /> : null}
            {shown.notice === null ? null : <Note tone="attention">{words.say(shown.notice)}</Note>}
            <SettingForm
              profile={profile.id}
              fields={shown.fields}
              changes={changes}
              onChange={change}
              problems={problems}
              lists={lists.data ?? null}
              readOnly={!mayChange}
              goTo={goTo}
            />
            {mayChange && (shown.key === 'accounting' || shown.key === 'shop') ? (
              <ConnectionTest key={shown.key} profile={profile.id} side={shown.key} unsaved={isChanged} />
            ) : null}
            {mayChange && shown.key === 'shop' && (profile.files || mappingField(shown)) ? (
              <Suspense fallback={null}>
                <FilesPart profile={profile.id} mapping={mappingOf(shown, changes)} takesFiles={profile.files} />
              </Suspense>
            ) : null}
          </div>
        </section>
      )}
      <SaveBar
        open={isChanged}
        wrong={wrong.length}
        busy={save.isPending}
        error={save.error}
        onSave={send}
        onUndo={() => change(nothing)}
      />
      <UnsavedGuard when={isChanged} within={`/settings/${profile.id}`} />
      <RecoveryCode code={code} onKept={() => setCode(null)} />
    </>
  )
}

/** The mapping document: the one field of several lines. */
const mappingField = ({ fields }: SettingsTab) => fields.find(({ multiline }) => multiline)

/** As it stands in the form. */
function mappingOf(tab: SettingsTab, changes: SettingValues): string {
  const field = mappingField(tab)
  return field === undefined ? '' : String(changes[field.key] ?? field.value ?? '')
}

const usesLists = ({ fields }: SettingsTab): boolean =>
  fields.some(({ optionsFrom, offered }) => optionsFrom !== null && !offered)

function RefreshLists({ profile, refreshedAt }: { readonly profile: string; readonly refreshedAt: string | null }) {
  const { t, moment } = useWords()
  const refresh = useRefreshLists(profile)
  return (
    <div className="refresh">
      <span className="small dim">
        {refreshedAt === null ? t('settings.listNone') : t('settings.listFrom', { at: moment(refreshedAt) })}
      </span>
      <Button size="xs" variant="default" loading={refresh.isPending} onClick={() => refresh.mutate()}>
        {t('settings.refresh')}
      </Button>
      <Failure error={refresh.error} />
    </div>
  )
}

/** Only where there are several profiles (PROF-3); saved when one leaves the field. */
function Description({ profile, readOnly }: { readonly profile: ProfileView; readonly readOnly: boolean }) {
  const { t } = useWords()
  const [text, setText] = useState(profile.description)
  const save = useDo(
    (call, description: string) => call('PATCH', `/profiles/${profile.id}`, { description }),
    ['overview'],
  )
  return (
    <div className="form description">
      <TextInput
        label={t('settings.description')}
        description={t('settings.descriptionHint')}
        disabled={readOnly}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onBlur={() => {
          if (text.trim() !== profile.description) save.mutate(text.trim())
        }}
      />
      <Failure error={save.error} />
    </div>
  )
}
