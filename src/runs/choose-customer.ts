// 'Kies klant': a person says whose one order is, where recognition cannot tell or is wrong. The choice is kept with the order;
// every deciding after it uses it and says who chose.
import type { Customer } from '../core/administration.ts'
import { SettingsWrong } from '../core/failures.ts'
import type { ChosenCustomer } from '../core/plan.ts'
import type { InboxEntry, Profile, Store } from '../store/store.ts'
import { instantOf } from './context.ts'
import type { Program } from './program.ts'

/** `code` null: the program recognises the customer again. Throws SettingsWrong 'order.customerUnknown' (`code`) where no active
 *  customer has the code, and 'order.customerFixed' (`number`) where the order was made or is being written. */
export async function chooseCustomer(
  { store, clock }: Pick<Program, 'store' | 'clock'>,
  profile: Profile,
  entry: Pick<InboxEntry, 'id' | 'number'>,
  { code, by }: { readonly code: string | null; readonly by: string },
): Promise<ChosenCustomer | null> {
  const at = instantOf(clock())
  const customer = code === null ? null : await findCustomer(store, profile, code.trim())
  const chosen = customer === null ? null : { id: customer.id, code: customer.code, name: customer.name, by, at }
  const { id, number } = entry
  if (!(await store.inbox.chooseCustomer(profile.id, id, chosen, at)))
    throw new SettingsWrong('order.customerFixed', 'the customer of this order cannot be chosen any more', { number })
  const what =
    chosen === null
      ? { code: 'order.customerUnchosen', data: { number, by } }
      : { code: 'order.customerChosen', data: { number, by, code: chosen.code, customer: chosen.name } }
  await store.log.add([{ at, profile: profile.id, level: 'normal', order: number, ...what }])
  return chosen
}

async function findCustomer(store: Store, profile: Profile, code: string): Promise<Customer> {
  for await (const page of store.mirror.stream(profile.id, 'customers'))
    for (const { data } of page) {
      const customer = data as Customer
      if (customer.code === code && !customer.inactive) return customer
    }
  throw new SettingsWrong('order.customerUnknown', 'no active customer has this code', { code })
}
