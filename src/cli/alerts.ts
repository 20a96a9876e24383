// `alerts show|set|test`: who is told when something is wrong (BEY-6). The same settings as the page's.
import { SettingsWrong } from '../core/failures.ts'
import { readAlertSettings, saveAlertSettings } from '../runs/alerts/alert-settings.ts'
import { type ChannelName, channelNames, type Senders } from '../runs/alerts/channels.ts'
import { testChannel } from '../runs/alerts/tell-alerts.ts'
import { instantOf } from '../runs/context.ts'
import { alertFields } from '../settings/alerts.ts'
import { metaOf } from '../settings/field.ts'
import { readSetting } from '../settings/profile.ts'
import { type Console, type ExitCode, inLanguage, table } from './console.ts'
import { type SettingSource, valueFrom } from './set-setting.ts'
import { settingText } from './settings.ts'
import { say } from './words.ts'

/** Settings of a channel that is off are left out for people, not for programs. */
export async function showAlerts(console: Console): Promise<ExitCode> {
  const { store } = await console.program()
  const { values, secretSetAt } = await readAlertSettings(store)
  const shown = Object.entries(alertFields).flatMap(([key, schema]) => {
    const meta = metaOf(schema)
    if (meta === null) return []
    const setting = { meta, value: values[key as keyof typeof values], secretSetAt: secretSetAt[key] ?? null }
    return [{ key, ...setting }]
  })
  if (console.json) {
    for (const { key, meta, value, secretSetAt: setAt } of shown) {
      const readable = meta.secret === true ? undefined : value
      console.printJson({ key, label: meta[console.language], value: readable, secretSetAt: setAt })
    }
    return 0
  }
  const visible = shown.filter(({ meta }) => meta.when === undefined || values[meta.when.key as ChannelName])
  const rows = visible.map((setting) => [
    `  ${setting.key}`,
    setting.meta[console.language],
    settingText(setting, console.language),
  ])
  console.print(table(rows))
  return 0
}

/** `key`: 'email' or 'alerts.email', both. Throws SettingsWrong 'settings.unknown', 'settings.secretArgument', 'settings.value',
 *  'input.missing', 'input.sourceSeveral'. */
export async function setAlert(console: Console, key: string, source: SettingSource): Promise<ExitCode> {
  const name = key.replace(/^alerts\./, '')
  const schema = Object.hasOwn(alertFields, name) ? alertFields[name as keyof typeof alertFields] : undefined
  const meta = schema === undefined ? null : metaOf(schema)
  if (schema === undefined || meta === null)
    throw new SettingsWrong('settings.unknown', 'no such setting', { setting: key })
  const text = await valueFrom(console, { key: name, meta }, source)
  const checked = readSetting(schema, text)
  if (!checked.ok) {
    const value = meta.secret === true ? '…' : text
    throw new SettingsWrong('settings.value', 'not a valid value', { setting: name, value, ...checked.expected })
  }
  const { store, clock } = await console.program()
  await saveAlertSettings(store, { [name]: checked.value }, instantOf(clock()))
  if (console.json) console.printJson({ saved: name })
  else console.print(`${say(text.trim() === '' ? 'cleared' : 'saved', console.language)}: ${name}`)
  return 0
}

/** `channel` null: every one that is on. Throws SettingsWrong 'alerts.off', 'alerts.incomplete', and what the channel throws. */
export async function testAlerts(console: Console, channel: ChannelName | null, senders: Senders): Promise<ExitCode> {
  const { store, clock } = await console.program()
  const { values } = await readAlertSettings(store)
  const chosen = channel === null ? channelNames.filter((name) => values[name]) : [channel]
  if (chosen.length === 0) throw new SettingsWrong('alerts.off', 'no channel is on')
  const { language, signal } = console
  for (const name of chosen) {
    await testChannel({ store, senders, language, address: null, signal, clock }, name)
    const label = metaOf(alertFields[name])?.[language] ?? name
    if (console.json) console.printJson({ sent: name })
    else console.print(inLanguage(console, `Proefbericht verstuurd: ${label}`, `Test message sent: ${label}`))
  }
  return 0
}
