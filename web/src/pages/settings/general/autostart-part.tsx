// Start by itself with the machine, or with the log-in on it.
import { Switch } from '@mantine/core'
import { useAsk, useDo } from '../../../api/asks.ts'
import type { Autostart } from '../../../api/types.ts'
import { Failure } from '../../../parts/failure.tsx'
import { useWords } from '../../../text/words.ts'
import { Part } from './part.tsx'

export function AutostartPart() {
  const { t } = useWords()
  const autostart = useAsk<Autostart>('autostart', '/autostart')
  const turn = useDo((call, on: boolean) => call<Autostart>('PUT', '/autostart', { on }), ['autostart'])
  const { state = 'off', startsAt = null, where = null } = autostart.data ?? {}
  const told =
    state === 'on'
      ? t(startsAt === 'boot' ? 'general.autostartBoot' : 'general.autostartLogin')
      : t(state === 'switchedOff' ? 'general.autostartSwitchedOff' : 'general.autostartOff')
  return (
    <Part title={t('general.autostart')}>
      <Switch
        label={t('general.autostartOn')}
        description={told}
        checked={state === 'on'}
        disabled={autostart.data === undefined || turn.isPending}
        onChange={({ currentTarget }) => turn.mutate(currentTarget.checked)}
      />
      {where === null ? null : <p className="flush small dim wrap-anywhere">{where}</p>}
      <Failure error={autostart.error ?? turn.error} />
    </Part>
  )
}
