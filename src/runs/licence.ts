// The licence of this installation (PROF-2, PROF-4): kept as the file's own text and checked anew at every use, so that a
// changed database gives nothing. Reads no network; a licence works offline.
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { SettingsWrong } from '../core/failures.ts'
import type { CalendarDate, ProfileId } from '../core/ids.ts'
import { type Allowance, allowProfiles, checkLicence, checkRoom } from '../core/licence/check-licence.ts'
import { canonicalText, type Licence, type LicenceFile, writeLicenceFile } from '../core/licence/licence-file.ts'
import type { Problem } from '../core/problem.ts'
import type { Profile, Store } from '../store/store.ts'

const licenceValue = 'licence'
const pausedValue = 'licencePaused'

export type LicenceParts = {
  readonly store: Pick<Store, 'profiles' | 'tasks' | 'values'>
  readonly clock: () => number
  /** The maker's public key, as in licence-key.ts. */
  readonly licenceKey: string
}

export type LicenceStanding = Allowance & {
  /** null: none was loaded, or it does not count (any more). */
  readonly licence: Licence | null
  /** Why the loaded one does not count; null: it does, or there is none. */
  readonly problem: Problem | null
}

/** Which licence counts now, and which profiles may run. */
export async function licenceStanding(parts: LicenceParts): Promise<LicenceStanding> {
  const profiles = await parts.store.profiles.list()
  const text = await parts.store.values.get(licenceValue)
  if (typeof text !== 'string') return { licence: null, problem: null, ...allowProfiles(null, profiles) }
  const checked = checkLicence(text, todayOf(parts.clock()), verifier(parts.licenceKey))
  const licence = checked.ok ? checked.value : null
  return { licence, problem: checked.ok ? null : checked.problem, ...allowProfiles(licence, profiles) }
}

/** Loads a licence file ('Licentie inlezen'). Throws SettingsWrong with the reason ('licence.signature', 'licence.expired' …), and
 *  then nothing has changed. Safe to repeat. */
export async function loadLicence(parts: LicenceParts, text: string): Promise<LicenceStanding> {
  const checked = checkLicence(text, todayOf(parts.clock()), verifier(parts.licenceKey))
  if (!checked.ok) throw asFailure(checked.problem)
  await parts.store.values.set(licenceValue, text)
  return applyLicence(parts)
}

/** Pauses the plans of profiles that the licence does not cover, and lets go on those that it had paused before. To be called at
 *  start, daily (licences run out) and after profiles come or go. A plan that a person paused stays paused. */
export async function applyLicence(parts: LicenceParts): Promise<LicenceStanding> {
  const { tasks, values } = parts.store
  const standing = await licenceStanding(parts)
  const before = toTexts(await values.get(pausedValue))
  const plans = (await tasks.plans()).map((plan) => {
    const key = `${plan.profile}/${plan.task}`
    const ours = before.includes(key)
    const surplus = standing.surplus.includes(plan.profile)
    return { plan, key, ours: surplus && (ours || !plan.paused), paused: surplus || (plan.paused && !ours) }
  })
  const after = plans.filter(({ ours }) => ours).map(({ key }) => key)
  if (after.join() === before.join()) return standing
  // First what is paused or was: after a crash in between, nothing that we paused looks as if a person had done it.
  await values.set(pausedValue, [...new Set([...before, ...after])])
  for (const { plan, paused } of plans) if (plan.paused !== paused) await tasks.savePlan({ ...plan, paused })
  await values.set(pausedValue, after)
  return standing
}

/** Throws SettingsWrong 'licence.paused' where the profile may not run. */
export async function requireLicensed(parts: LicenceParts, profile: ProfileId): Promise<void> {
  const { surplus } = await licenceStanding(parts)
  if (surplus.includes(profile)) throw new SettingsWrong('licence.paused', 'outside the licence', { profile })
}

/** Throws SettingsWrong 'licence.full', 'licence.kind' where no such profile may be added. */
export async function requireRoom(parts: LicenceParts, wanted: Pick<Profile, 'shopKind' | 'product'>): Promise<void> {
  const { licence } = await licenceStanding(parts)
  const room = checkRoom(licence, await parts.store.profiles.list(), wanted)
  if (!room.ok) throw asFailure(room.problem)
}

/** The text of a signed licence file. Throws SettingsWrong 'licence.keyUnusable', 'licence.keyOther' (`file` names the key). */
export function issueLicence(
  licence: Licence,
  key: { readonly pem: string; readonly file: string; readonly licenceKey: string },
): string {
  const privateKey = readPrivateKey(key.pem, key.file)
  const signature = sign(null, Buffer.from(canonicalText(licence)), privateKey).toString('base64')
  if (!verifier(key.licenceKey)({ licence, signature }))
    throw new SettingsWrong('licence.keyOther', 'the private key is not the maker’s', { file: key.file })
  return writeLicenceFile({ licence, signature })
}

function readPrivateKey(pem: string, file: string): KeyObject {
  const unusable = (cause?: unknown): SettingsWrong =>
    new SettingsWrong('licence.keyUnusable', 'no Ed25519 private key', { file }, cause)
  let key: KeyObject
  try {
    key = createPrivateKey(pem)
  } catch (error) {
    throw unusable(error)
  }
  if (key.asymmetricKeyType !== 'ed25519') throw unusable()
  return key
}

function verifier(publicKey: string): (file: LicenceFile) => boolean {
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
  return ({ licence, signature }) =>
    verify(null, Buffer.from(canonicalText(licence)), key, Buffer.from(signature, 'base64'))
}

const asFailure = (problem: Problem): SettingsWrong => new SettingsWrong(problem.code, 'the licence', problem.data)

const toTexts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []

/** The day that people on this machine have. */
export function todayOf(ms: number): CalendarDate {
  const date = new Date(ms)
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}` as CalendarDate
}
