// Whether a licence counts, and which profiles may run under it (PROF-2, PROF-4). A profile is never deleted: one too many
// is paused.
import type { CalendarDate, Instant, ProfileId } from '../ids.ts'
import { type Outcome, ok, stop } from '../problem.ts'
import { type FileProblem, type Licence, type LicenceFile, ourProduct, parseLicenceFile } from './licence-file.ts'

export type LicenceProblem = FileProblem | 'licence.signature' | 'licence.otherProduct' | 'licence.expired'

/** Without a licence. */
const freeProfiles = 1

/** The licence in a file's text, or the reason why it does not count. `verify` checks the signature over the canonical text. */
export function checkLicence(
  text: string,
  today: CalendarDate,
  verify: (file: LicenceFile) => boolean,
): Outcome<Licence, LicenceProblem> {
  const file = parseLicenceFile(text)
  if (!file.ok) return file
  const { licence } = file.value
  const { holder, product, until } = licence
  if (!verify(file.value)) return stop('licence.signature', { holder })
  if (product !== ourProduct) return stop('licence.otherProduct', { holder, product })
  if (until < today) return stop('licence.expired', { holder, until })
  return ok(licence)
}

export type CountedProfile = {
  readonly id: ProfileId
  readonly shopKind: string
  readonly product: string
  readonly createdAt: Instant
}

export type Allowance = {
  readonly running: readonly ProfileId[]
  /** Too many, or of a kind that the licence does not name. */
  readonly surplus: readonly ProfileId[]
}

/** The oldest profiles of the right kinds may run. `licence` null: none that counts. */
export function allowProfiles(licence: Licence | null, profiles: readonly CountedProfile[]): Allowance {
  const most = licence?.profiles ?? freeProfiles
  const oldestFirst = profiles.toSorted((a, b) => compare(a.createdAt, b.createdAt) || compare(a.id, b.id))
  const running = oldestFirst
    .filter((profile) => isOfKind(licence, profile))
    .slice(0, most)
    .map(({ id }) => id)
  return { running, surplus: oldestFirst.map(({ id }) => id).filter((id) => !running.includes(id)) }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const isOfKind = (licence: Licence | null, profile: Pick<CountedProfile, 'shopKind' | 'product'>): boolean =>
  licence === null ||
  licence.kinds.length === 0 ||
  licence.kinds.includes(profile.shopKind) ||
  licence.kinds.includes(`${profile.shopKind}/${profile.product}`)

/** Whether one more profile of this kind may be made: 'licence.full' with `most`, 'licence.kind' with `kind`. */
export function checkRoom(
  licence: Licence | null,
  profiles: readonly CountedProfile[],
  wanted: Pick<CountedProfile, 'shopKind' | 'product'>,
): Outcome<null, 'licence.full' | 'licence.kind'> {
  const most = licence?.profiles ?? freeProfiles
  if (!isOfKind(licence, wanted)) return stop('licence.kind', { kind: `${wanted.shopKind}/${wanted.product}` })
  return profiles.length < most ? ok(null) : stop('licence.full', { most: String(most) })
}
