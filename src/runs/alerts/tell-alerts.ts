// Looks what is wrong and tells it through every channel that is on (BEY-6). To be called after each run and every minute; it
// decides itself whether there is anything to tell.
import { Failure } from '../../core/failures.ts'
import type { Language } from '../../core/text.ts'
import type { Store } from '../../store/store.ts'
import { instantOf } from '../context.ts'
import { type MessageParts, toMessage, toTestMessage } from './alert-message.ts'
import { readAlertSettings, settingsToSend } from './alert-settings.ts'
import { type AlertSettings, type ChannelName, channelNames, channels, type Senders } from './channels.ts'
import { type Alert, type AlertMemory, alertKinds, decideAlerts, rememberAlert } from './decide-alerts.ts'
import { findTroubles, type TroubleParts } from './find-troubles.ts'

export type AlertParts = Omit<TroubleParts, 'store'> & {
  readonly store: Pick<Store, 'profiles' | 'tasks' | 'inbox' | 'values' | 'secrets' | 'log'>
  readonly senders: Senders
  readonly language: Language
  /** Where the page is, for the link; null: not known. */
  readonly address: string | null
  readonly signal: AbortSignal
}

export type Told = { readonly channel: ChannelName; readonly alert: Alert; readonly failure: Failure | null }

const memoryKey = 'alertsTold'
/** A channel that fails is left alone this long. */
const pauseMs = 5 * 60_000
type ChannelMemory = { readonly told: AlertMemory; readonly failedAt: number | null }
type Memory = Readonly<Partial<Record<ChannelName, ChannelMemory>>>

/** What was told, or tried to be. A channel that fails is tried again later and never throws. Not to be called twice at once. */
export async function tellAlerts(parts: AlertParts): Promise<readonly Told[]> {
  const { values } = await readAlertSettings(parts.store)
  const on = channelNames.filter((channel) => values[channel])
  if (on.length === 0) return []
  const wanted = alertKinds.filter((kind) => values[kind])
  const troubles = await findTroubles(parts)
  const told: Told[] = []
  for (const channel of on) {
    const memory = await memoryOf(parts, channel)
    const now = parts.clock()
    if (memory.failedAt !== null && now >= memory.failedAt && now - memory.failedAt < pauseMs) continue
    for (const alert of decideAlerts(now, troubles, memory.told, wanted)) {
      const failure = await tellOne(parts, channel, values, alert)
      told.push({ channel, alert, failure })
      await remember(parts, channel, alert, failure)
      if (failure !== null) break
    }
  }
  return told
}

async function tellOne(
  parts: AlertParts,
  channel: ChannelName,
  values: AlertSettings,
  alert: Alert,
): Promise<Failure | null> {
  try {
    const message = toMessage(alert, { ...parts, nameOf: await profileNames(parts) })
    const settings = await settingsToSend(parts.store, values, channel)
    await channels[channel](settings, { alert, message, atMs: parts.clock() }, parts.senders, parts.signal)
    return null
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
}

/** The description, where somebody gave one. */
async function profileNames({ store, language }: AlertParts): Promise<MessageParts['nameOf']> {
  const names = new Map((await store.profiles.list()).map(({ id, description }) => [id as string, description]))
  return (id) => names.get(id) || `${{ nl: 'Profiel', en: 'Profile' }[language]} ${id}`
}

async function memoryOf({ store }: AlertParts, channel: ChannelName): Promise<ChannelMemory> {
  const all = ((await store.values.get(memoryKey)) ?? {}) as Memory
  return all[channel] ?? { told: {}, failedAt: null }
}

async function remember(parts: AlertParts, channel: ChannelName, alert: Alert, failure: Failure | null): Promise<void> {
  const { told } = await memoryOf(parts, channel)
  const now = parts.clock()
  const after: ChannelMemory =
    failure === null ? { told: rememberAlert(told, alert, now), failedAt: null } : { told, failedAt: now }
  const all = ((await parts.store.values.get(memoryKey)) ?? {}) as Memory
  await parts.store.values.set(memoryKey, { ...all, [channel]: after })
  if (failure !== null) await logFailure(parts, alert, failure)
}

/** In the log of the profiles concerned, in the failure's own words. */
async function logFailure({ store, clock }: AlertParts, { troubles }: Alert, failure: Failure): Promise<void> {
  const context = Object.entries(failure.context).map(([name, value]) => [name, String(value)])
  const data = { ...Object.fromEntries(context), failure: failure.code, message: failure.message }
  const at = instantOf(clock())
  const profiles = new Set(troubles.map(({ profile }) => profile))
  const entries = [...profiles].map((profile) => ({ at, profile, level: 'extended' as const, order: null, data }))
  await store.log.add(entries.map((entry) => ({ ...entry, code: 'alert.failed' })))
}

/** The test button: sends a test message through one channel, also while it is off. Throws SettingsWrong 'alerts.incomplete' and
 *  what the channel throws. */
export async function testChannel(
  parts: Pick<AlertParts, 'store' | 'senders' | 'language' | 'address' | 'signal' | 'clock'>,
  channel: ChannelName,
): Promise<void> {
  const { values } = await readAlertSettings(parts.store)
  const settings = await settingsToSend(parts.store, values, channel)
  const telling = { alert: null, message: toTestMessage(parts), atMs: parts.clock() }
  await channels[channel](settings, telling, parts.senders, parts.signal)
}
