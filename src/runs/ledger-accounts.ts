// The ledger accounts of a profile's administration, as they were last read; for choosing among them and for showing what an
// entry is booked on.
import type { AdministrationLists, LedgerAccount } from '../core/administration.ts'
import type { AccountsById } from '../core/view/entry-view.ts'
import type { Profile, Store } from '../store/store.ts'

/** Empty where the administration was never read. */
export async function readLedger(store: Store, { id }: Profile): Promise<readonly LedgerAccount[]> {
  const row = await store.mirror.get(id, 'lists', 'lists')
  return (row?.data as AdministrationLists | undefined)?.ledgerAccounts ?? []
}

/** By id; empty for a profile that books on no accounts. */
export async function readAccounts(store: Store, profile: Profile): Promise<AccountsById> {
  if (profile.product === 'order') return new Map()
  return new Map((await readLedger(store, profile)).map((account) => [account.id, account]))
}
