// 'Algemene opties': what belongs to the whole program, each part with its own saving.
import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useMayChange, useSession } from '../../api/session.tsx'
import { useChooseLanguage } from '../../parts/choose-language.ts'
import { useWords } from '../../text/words.ts'
import { AlertsPart } from './general/alerts-part.tsx'
import { AutostartPart } from './general/autostart-part.tsx'
import { LicencePart } from './general/licence-part.tsx'
import { NetworkPart } from './general/network-part.tsx'
import { Part } from './general/part.tsx'
import { UsersPart } from './general/users-part.tsx'

export function GeneralTab() {
  const { t } = useWords()
  const { session } = useSession()
  const isOwner = useMayChange()
  return (
    <>
      <LookPart />
      {isOwner ? (
        <>
          <UsersPart />
          <AlertsPart />
          <AutostartPart />
          <LicencePart />
          <NetworkPart />
        </>
      ) : null}
      <BackupPart />
      <p className="dim small flush">{t('general.version', { version: session.version })}</p>
    </>
  )
}

function LookPart() {
  const { t, language } = useWords()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const chooseLanguage = useChooseLanguage()
  return (
    <Part title={t('general.look')}>
      <div>
        <SegmentedControl
          aria-label={t('app.language')}
          value={language}
          onChange={(value) => chooseLanguage(value === 'en' ? 'en' : 'nl')}
          data={[
            { value: 'nl', label: 'Nederlands' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      <div>
        <SegmentedControl
          aria-label={t('general.scheme')}
          value={colorScheme}
          onChange={(value) => setColorScheme(value === 'dark' || value === 'light' ? value : 'auto')}
          data={[
            { value: 'auto', label: t('general.schemeAuto') },
            { value: 'light', label: t('general.schemeLight') },
            { value: 'dark', label: t('general.schemeDark') },
          ]}
        />
      </div>
    </Part>
  )
}

/** By command line only: a page must not be able to replace all data. */
function BackupPart() {
  const { t } = useWords()
  return (
    <Part title={t('general.backup')}>
      <p className="flush">{t('general.backupHint')}</p>
      <code className="command">s-connect backup s-connect-kopie.db</code>
      <p className="flush">{t('general.backupRestore')}</p>
      <code className="command">s-connect restore s-connect-kopie.db</code>
      <p className="flush small dim">
        {t('general.backupMigration')} {t('general.backupSecrets')}
      </p>
    </Part>
  )
}
