// The lists that settings choose from: what is kept of the administration, and the shop's order statuses. Choosing costs no
// call; reading them anew does.
import type { AdministrationLists, Article, Customer } from '../core/administration.ts'
import type { Instant } from '../core/ids.ts'
import type { OrderStatus } from '../core/order.ts'
import type { ListName, OfferedList } from '../settings/field.ts'
import type { Profile, Store } from '../store/store.ts'
import { instantOf, usualTuning } from './context.ts'
import { keepLease } from './keep-lease.ts'
import { connectAccounting, connectShop, type Program } from './program.ts'
import { refreshMirror } from './refresh-mirror.ts'

/** `value` is what the setting holds; `detail` tells two of the same name apart. */
export type Option = { readonly value: string; readonly label: string; readonly detail: string }
/** Lists short enough to be given whole. */
type ShortList = Exclude<ListName, 'customers' | 'articles' | OfferedList>

export type OptionLists = {
  readonly lists: Readonly<Record<ShortList, readonly Option[]>>
  readonly administration: string | null
  /** null: never read. */
  readonly refreshedAt: Instant | null
}

type StatusMemory = { readonly statuses: readonly OrderStatus[] }
const statusesKey = (profile: Profile): string => `orderStatuses.${profile.id}`

/** As they were when last read; nothing goes outside. */
export async function readOptionLists(store: Store, profile: Profile): Promise<OptionLists> {
  const lists = (await store.mirror.get(profile.id, 'lists', 'lists'))?.data as AdministrationLists | undefined
  const statuses = ((await store.values.get(statusesKey(profile))) as StatusMemory | null)?.statuses ?? []
  const { refreshedAt } = await store.mirror.state(profile.id, 'lists')
  return {
    lists: {
      salesTemplates: (lists?.templates ?? [])
        .filter(({ inactive }) => !inactive)
        .map(({ name, pricesExclVat }) => ({ value: name, label: name, detail: pricesExclVat ? 'excl.' : 'incl.' })),
      revenueGroups: (lists?.revenueGroups ?? []).map(({ number, name }) => ({
        value: number,
        label: name,
        detail: number,
      })),
      countries: (lists?.countries ?? []).map(({ code, name }) => ({ value: code, label: name, detail: code })),
      articleFields: (await articleFieldNames(store, profile)).map((name) => ({
        value: name,
        label: name,
        detail: '',
      })),
      // By number: it stays the same when an account is renamed, and a person knows it by heart.
      ledgerAccounts: (lists?.ledgerAccounts ?? [])
        .filter(({ inactive }) => !inactive)
        .map(({ number, name }) => ({ value: number, label: `${number} ${name}`, detail: '' })),
      orderStatuses: statuses.map(({ code, text }) => ({ value: code, label: text || code, detail: code })),
    },
    administration: lists?.company.administrationName ?? null,
    refreshedAt,
  }
}

/** Names of custom fields, as the first page of articles has them; every article of an administration has the same. */
async function articleFieldNames(store: Store, profile: Profile): Promise<readonly string[]> {
  for await (const page of store.mirror.stream(profile.id, 'articles'))
    return [...new Set(page.flatMap(({ data }) => Object.keys((data as Article).customFields)))].sort()
  return []
}

/** Those with `text` in code or name, at most `limit`; of many thousands, so it stops as soon as it has enough. */
export async function searchOptions(
  store: Store,
  profile: Profile,
  list: 'customers' | 'articles',
  { text, limit }: { text: string; limit: number },
): Promise<readonly Option[]> {
  const wanted = text.trim().toLowerCase()
  const found: Option[] = []
  for await (const page of store.mirror.stream(profile.id, list))
    for (const { data } of page) {
      const option = list === 'customers' ? customerOption(data as Customer) : articleOption(data as Article)
      if (option === null || !`${option.value} ${option.label}`.toLowerCase().includes(wanted)) continue
      found.push(option)
      if (found.length === limit) return found
    }
  return found
}

const customerOption = ({ code, name, inactive, establishment }: Customer): Option | null =>
  inactive ? null : { value: code, label: name, detail: establishment.city }
const articleOption = ({ code, description, inactive }: Article): Option | null =>
  inactive ? null : { value: code, label: description, detail: code }

/** Reads everything that settings choose from, anew. Each side by itself: what one throws is thrown after the other was read. Throws
 *  StoreFailed 'store.busy' while the profile is being run. */
export async function refreshOptionLists(program: Program, profile: Profile, signal: AbortSignal): Promise<void> {
  const results = await Promise.allSettled([
    refreshAdministration(program, profile, signal),
    refreshStatuses(program, profile, signal),
  ])
  for (const result of results) if (result.status === 'rejected') throw result.reason
}

async function refreshAdministration(program: Program, profile: Profile, signal: AbortSignal): Promise<void> {
  const { store, clock } = program
  const accounting = await connectAccounting(program, profile)
  try {
    // The small lists at once, however fresh; of customers and articles only what changed.
    const tuning = { ...usualTuning, listsMs: 0 }
    const parts = { store, clock, profile, accounting, signal, tuning, progress: () => {}, at: () => {} }
    await keepLease(parts, (run) => refreshMirror(run, null))
  } finally {
    await accounting.close()
  }
}

async function refreshStatuses(program: Program, profile: Profile, signal: AbortSignal): Promise<void> {
  const shop = await connectShop(program, profile)
  try {
    const statuses = await shop.readOrderStatuses(signal)
    await program.store.values.set(statusesKey(profile), { statuses, at: instantOf(program.clock()) })
  } finally {
    await shop.close()
  }
}
