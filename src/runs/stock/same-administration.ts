// The profiles that work on one administration: several shops sell from the same stock.
import type { AdministrationLists } from '../../core/administration.ts'
import type { Profile } from '../../store/store.ts'
import type { RunParts } from '../context.ts'

/** This profile first. Another one whose administration was never read has no orders either. */
export async function profilesTogether(
  { store, profile }: Pick<RunParts, 'store' | 'profile'>,
  { company }: Pick<AdministrationLists, 'company'>,
): Promise<readonly Profile[]> {
  const together = [profile]
  for (const other of await store.profiles.list()) {
    if (other.id === profile.id || other.accountingKind !== profile.accountingKind) continue
    const kept = await store.mirror.get(other.id, 'lists', 'lists')
    const lists = kept?.data as AdministrationLists | undefined
    if (lists?.company.administrationId === company.administrationId) together.push(other)
  }
  return together
}
