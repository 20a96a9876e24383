// 'Instellingen': the tabs of the manuals as the service describes them, one form over all of them, and what belongs to the
// whole program. Profiles stand at the left only where there are several (PROF-3).
import { NativeSelect } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Navigate, NavLink, useNavigate, useParams, useSearchParams } from 'react-router'
import { useOverview } from '../../api/asks.ts'
import { useSettings } from '../../api/settings.ts'
import type { ProfileView, Settings } from '../../api/types.ts'
import { Empty, LinkButton, Loading, usePageTitle } from '../../parts/bits.tsx'
import { Failure } from '../../parts/failure.tsx'
import { narrow } from '../../parts/narrow.ts'
import { useWords, type Words } from '../../text/words.ts'
import { GeneralTab } from './general-tab.tsx'
import { HistoryTab } from './history-tab.tsx'
import { PlanningTab } from './planning-tab.tsx'
import { ProfileChoice } from './profile-choice.tsx'
import { ProfileForm } from './profile-form.tsx'

export function SettingsPage() {
  const { t } = useWords()
  const overview = useOverview()
  const { profile: asked, tab } = useParams()
  usePageTitle(t('settings.title'))
  if (overview.error !== null && overview.data === undefined) return <Failure error={overview.error} />
  if (overview.data === undefined) return <Loading rows={8} />
  const { profiles } = overview.data
  const profile = profiles.find(({ id }) => id === asked) ?? profiles[0]
  return (
    <>
      <h1>{t('settings.title')}</h1>
      {profile === undefined ? (
        <NoProfile />
      ) : (
        <OfProfile key={profile.id} profiles={profiles} profile={profile} asked={tab ?? null} />
      )}
    </>
  )
}

function NoProfile() {
  const { t } = useWords()
  return (
    <>
      <section className="sheet">
        <Empty title={t('empty.noProfileTitle')}>
          <p>{t('empty.noProfile')}</p>
          <LinkButton to="/start">{t('empty.start')}</LinkButton>
        </Empty>
      </section>
      <GeneralTab />
    </>
  )
}

type OfProfileProps = {
  readonly profiles: readonly ProfileView[]
  readonly profile: ProfileView
  readonly asked: string | null
}

function OfProfile({ profiles, profile, asked }: OfProfileProps) {
  const words = useWords()
  const settings = useSettings(profile.id)
  const [address] = useSearchParams()
  const goTo = address.get('field')
  if (settings.error !== null && settings.data === undefined) return <Failure error={settings.error} />
  if (settings.data === undefined) return <Loading rows={8} />
  const tabs = tabsOf(settings.data, words)
  const wanted = tabWithField(settings.data, goTo) ?? address.get('go') ?? asked
  const current = tabs.find(({ key }) => key === wanted) ?? tabs[0]
  if (current === undefined) return null
  const whole = `/settings/${profile.id}/${current.key}${goTo === null ? '' : `?field=${encodeURIComponent(goTo)}`}`
  if (asked !== current.key) return <Navigate to={whole} replace />
  const isOwn = settings.data.tabs.some(({ key }) => key === current.key)
  return (
    <div className="settings">
      <div className="settings-side">
        {profiles.length > 1 ? <ProfileChoice profiles={profiles} profile={profile} /> : null}
        <TabChoice profile={profile.id} tabs={tabs} current={current.key} />
      </div>
      <div className="settings-main">
        {/* The form stays while tabs change, so that its changes are not lost. */}
        <ProfileForm
          profile={profile}
          several={profiles.length > 1}
          settings={settings.data}
          tab={isOwn ? current.key : null}
          goTo={goTo}
        />
        {current.key === 'planning' ? <PlanningTab profile={profile} /> : null}
        {current.key === 'general' ? <GeneralTab /> : null}
        {current.key === 'history' ? <HistoryTab profile={profile.id} /> : null}
      </div>
    </div>
  )
}

type Tab = { readonly key: string; readonly title: string; readonly isMissing: boolean }

function tabsOf({ tabs, missing }: Settings, { t, say }: Words): readonly Tab[] {
  return [
    ...tabs.map(({ key, title, fields }) => ({
      key,
      title: say(title),
      isMissing: fields.some((field) => missing.includes(field.key)),
    })),
    { key: 'planning', title: t('settings.planning'), isMissing: false },
    { key: 'general', title: t('settings.general'), isMissing: false },
    { key: 'history', title: t('settings.history'), isMissing: false },
  ]
}

const tabWithField = ({ tabs }: Settings, field: string | null): string | null =>
  tabs.find(({ fields }) => fields.some(({ key }) => key === field))?.key ?? null

type TabChoiceProps = { readonly profile: string; readonly tabs: readonly Tab[]; readonly current: string }

function TabChoice({ profile, tabs, current }: TabChoiceProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const isNarrow = useMediaQuery(narrow)
  const nameOf = ({ title, isMissing }: Tab): string => (isMissing ? `${title} (${t('settings.tabMissing')})` : title)
  if (isNarrow === true) {
    return (
      <NativeSelect
        aria-label={t('settings.title')}
        value={current}
        data={tabs.map((tab) => ({ value: tab.key, label: nameOf(tab) }))}
        onChange={({ currentTarget }) => navigate(`/settings/${profile}/${currentTarget.value}`)}
      />
    )
  }
  return (
    <nav className="side-menu" aria-label={t('settings.title')}>
      {tabs.map(({ key, title, isMissing }) => (
        <NavLink key={key} to={`/settings/${profile}/${key}`}>
          {title}
          {isMissing ? <span className="side-missing">{t('settings.tabMissing')}</span> : null}
        </NavLink>
      ))}
    </nav>
  )
}
