// Who is told when something is wrong: drawn from the same kind of description as the settings of a profile.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useAsk, useDo } from '../../../api/asks.ts'
import { byKey } from '../../../api/settings.ts'
import type { Alerts, FieldProblem, SettingValues } from '../../../api/types.ts'
import { Loading } from '../../../parts/bits.tsx'
import { Failure } from '../../../parts/failure.tsx'
import { SettingForm } from '../../../parts/form/setting-form.tsx'
import { shownValue } from '../../../parts/form/values.ts'
import { RecoveryCode } from '../../../parts/recovery-code.tsx'
import { useWords } from '../../../text/words.ts'
import { Part } from './part.tsx'

const nothing: SettingValues = {}
const channels = ['email', 'webhook'] as const

type Saved = { readonly problems: readonly FieldProblem[]; readonly recoveryCode: string | null }

export function AlertsPart() {
  const { t, language } = useWords()
  const alerts = useAsk<Alerts>('alerts', '/alerts')
  const [changes, setChanges] = useState(nothing)
  const [code, setCode] = useState<string | null>(null)
  const save = useDo((call, values: SettingValues) => call<Saved>('PUT', '/alerts', { values }), ['alerts'])
  const test = useDo((call, channel: string) => call('POST', `/alerts/test/${channel}`, {}))
  const fields = alerts.data?.fields ?? []
  const isChanged = Object.keys(changes).length > 0
  const send = () =>
    save.mutate(changes, {
      onSuccess: ({ problems, recoveryCode }) => {
        setCode(recoveryCode)
        if (problems.length > 0) return
        setChanges(nothing)
        notifications.show({ message: t('common.saved') })
      },
    })
  return (
    <Part title={t('general.alerts')}>
      <p className="flush dim">{t('general.alertsHint')}</p>
      <Failure error={alerts.error} />
      {alerts.data === undefined && alerts.error === null ? <Loading rows={4} /> : null}
      <SettingForm
        profile={null}
        fields={fields}
        changes={changes}
        onChange={(next) => {
          setChanges(next)
          save.reset()
        }}
        problems={byKey(save.data?.problems ?? [], language)}
        lists={null}
        readOnly={false}
        goTo={null}
      />
      <Failure error={save.error ?? test.error} />
      <div className="buttons">
        <Button disabled={!isChanged} loading={save.isPending} onClick={send}>
          {t('common.save')}
        </Button>
        {channels
          .filter((channel) => fields.some((field) => field.key === channel && shownValue(field, nothing) === true))
          .map((channel) => (
            <Button
              key={channel}
              variant="default"
              disabled={isChanged}
              loading={test.isPending && test.variables === channel}
              onClick={() =>
                test.mutate(channel, { onSuccess: () => notifications.show({ message: t('general.testAlertSent') }) })
              }
            >
              {t(channel === 'email' ? 'general.testEmail' : 'general.testWebhook')}
            </Button>
          ))}
      </div>
      <RecoveryCode code={code} onKept={() => setCode(null)} />
    </Part>
  )
}
