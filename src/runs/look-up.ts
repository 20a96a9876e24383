// Looks up what is in doubt (design 3). A write whose answer was lost is never repeated before this has said 'surely
// absent'; found is done; what cannot be told stays unknown, and a person decides.
import type {
  Customer,
  CustomerFields,
  PostalAddress,
  SalesEntrySummary,
  SalesOrderDocument,
  SalesOrderSummary,
} from '../core/administration.ts'
import { assertNever, Refused } from '../core/failures.ts'
import type { ArticleCode, CustomerCode, RemoteId } from '../core/ids.ts'
import { absolute, compare, type Decimal, decimal, subtract } from '../core/money.ts'
import type { Problem } from '../core/problem.ts'
import type { Effect, MirrorKind, MirrorRow } from '../store/store.ts'
import type { RunContext } from './context.ts'
import { articleRow, customerRow, type Known } from './known.ts'

/** What an effect keeps so that it can be looked up again: the marker's parts. */
export type CustomerMark = { readonly kind: 'customer'; readonly code: CustomerCode; readonly fields: CustomerFields }
export type ArticleMark = { readonly kind: 'article'; readonly code: ArticleCode; readonly description: string }
export type OrderMark = {
  readonly kind: 'salesOrder'
  readonly customerId: RemoteId
  readonly reference: string
  readonly date: SalesOrderDocument['date']
  readonly totalIncl: Decimal
  /** The accounting side fills in prices or costs of its own, so that the total tells nothing. */
  readonly totalUnsure?: true
  /** For an accounting side that keeps it in a second step. */
  readonly deliveryAddress?: PostalAddress | null
}
export type EntryMark = {
  readonly kind: 'salesEntry'
  readonly customerId: RemoteId
  /** Unique in the administration. */
  readonly invoiceNumber: string
  readonly date: SalesOrderDocument['date']
  readonly totalIncl: Decimal
}
/** The step that writes what the order itself becomes, by the profile's product. */
export type DocumentMark = OrderMark | EntryMark
export type DocumentStep = DocumentMark['kind']
/** Reading, changing and writing back gives the same again, so it may simply be repeated. */
export type UpdateMark = { readonly kind: 'update' }
export type Mark = CustomerMark | ArticleMark | DocumentMark | UpdateMark

export const isDocumentStep = (step: string): step is DocumentStep => step === 'salesOrder' || step === 'salesEntry'

export type Found =
  | {
      readonly is: 'there'
      readonly id: RemoteId
      readonly number: string
      readonly totalIncl: Decimal | null
      readonly mirror: readonly { kind: MirrorKind; row: MirrorRow }[]
      /** It is there, but not all of it. */
      readonly warnings?: readonly Problem[]
    }
  | { readonly is: 'absent' }
  | { readonly is: 'untold'; readonly why: 'tooEarly' | 'several' | 'unanswered' }

/** Throws what the accounting side throws; then nothing is known and nothing has changed. */
export async function lookUp(
  run: RunContext,
  known: Known | null,
  effect: Pick<Effect, 'data' | 'intendedAt'>,
): Promise<Found> {
  const mark = effect.data as Mark
  switch (mark.kind) {
    case 'update':
      return { is: 'absent' }
    case 'customer':
      return orAbsent(run, effect, await findCustomer(run, known, mark))
    case 'article':
      return orAbsent(run, effect, await findArticle(run, known, mark))
    case 'salesOrder':
      return orAbsent(run, effect, await findOrder(run, mark))
    case 'salesEntry':
      return orAbsent(run, effect, await findEntry(run, mark))
    default:
      return assertNever(mark)
  }
}

/** Not found is 'surely absent' only when the remote has had time to finish what it may still be doing: since the intent, and since
 *  a worker that was killed can last have sent it, which may be long after (SnelStart was slow, or the limit of calls reached). */
function orAbsent(run: RunContext, effect: Pick<Effect, 'intendedAt'>, found: Found): Found {
  if (found.is !== 'absent') return found
  const age = run.clock() - Math.max(Date.parse(effect.intendedAt), run.predecessorSeenAt ?? 0)
  return age >= run.tuning.doubtSettlesMs ? found : { is: 'untold', why: 'tooEarly' }
}

async function findCustomer(run: RunContext, known: Known | null, mark: CustomerMark): Promise<Found> {
  const found = await run.accounting.findCustomers({ code: mark.code, email: null }, run.signal)
  const ours = found.find((customer) => customer.code === mark.code && isTheSame(customer, mark.fields))
  for (const customer of found) known?.putCustomer(customer)
  if (ours === undefined) return { is: 'absent' }
  return {
    is: 'there',
    id: ours.id,
    number: ours.code,
    totalIncl: null,
    mirror: [{ kind: 'customers', row: customerRow(ours) }],
  }
}

const same = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()

/** Wide on purpose: two orders of one person need not spell the name alike. */
export const mayBeTheSame = (one: CustomerFields, other: CustomerFields): boolean =>
  same(one.name, other.name) || (one.email !== '' && same(one.email, other.email))

/** Is this the customer that we made? The code is ours by choice; name and e-mail tell it from one typed in under that code. */
export const isTheSame = (customer: Customer, fields: CustomerFields): boolean =>
  same(customer.name, fields.name) && same(customer.email, fields.email)

async function findArticle(run: RunContext, known: Known | null, mark: ArticleMark): Promise<Found> {
  const article = await run.accounting.findArticle(mark.code, run.signal)
  if (article === null) return { is: 'absent' }
  known?.putArticle(article)
  return {
    is: 'there',
    id: article.id,
    number: article.code,
    totalIncl: null,
    mirror: [{ kind: 'articles', row: articleRow(article) }],
  }
}

async function findOrder(run: RunContext, mark: OrderMark): Promise<Found> {
  const byReference = await run.accounting.findSalesOrders(mark.reference, run.signal)
  const fitting = byReference.filter((order) => fits(order, mark))
  // The filter by reference is only presumed to work; the customer's own orders are listed as a second witness.
  const candidates =
    fitting.length > 0
      ? fitting
      : (await run.accounting.findSalesOrdersOfCustomer(mark.customerId, run.signal)).filter((order) =>
          fits(order, mark),
        )
  const [first, second] = candidates
  if (first === undefined) return { is: 'absent' }
  if (second !== undefined) return { is: 'untold', why: 'several' }
  const warnings = await completeOrder(run, first.id, mark)
  return { is: 'there', id: first.id, number: first.number, totalIncl: first.totalIncl, mirror: [], warnings }
}

/** Where an order is written in more than one step, the answer may have been lost between them; repeating the last ones is safe. */
async function completeOrder(
  run: RunContext,
  id: RemoteId,
  { deliveryAddress }: OrderMark,
): Promise<readonly Problem[]> {
  if (run.accounting.completeSalesOrder === undefined || deliveryAddress == null) return []
  try {
    await run.accounting.completeSalesOrder(id, { deliveryAddress }, run.callSignal)
    return []
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return [{ code: 'sale.deliveryAddressMissing', data: { reason: error.reasons.map(({ text }) => text).join('; ') } }]
  }
}

/** Reference, customer and day are ours; the total may be off by rounding, never by more than a euro. */
function fits(order: SalesOrderSummary, mark: OrderMark): boolean {
  return (
    // As SnelStart keeps it, which may be without outer blanks.
    order.paymentReference.trim() === mark.reference.trim() &&
    order.customerId === mark.customerId &&
    order.date === mark.date &&
    (mark.totalUnsure === true ||
      order.totalComputed === true ||
      compare(absolute(subtract(order.totalIncl, mark.totalIncl)), decimal('1')) <= 0)
  )
}

/** An entry with this number that is not ours means that ours is not there: the number is unique. */
async function findEntry(run: RunContext, mark: EntryMark): Promise<Found> {
  const entry = await run.accounting.findSalesEntry(mark, run.signal)
  if (entry === null || !isOurEntry(entry, mark)) return { is: 'absent' }
  return { is: 'there', id: entry.id, number: entry.invoiceNumber, totalIncl: entry.totalIncl, mirror: [] }
}

/** Customer, day and total to the cent: what somebody else typed in under our number is not all the same. */
export const isOurEntry = (entry: SalesEntrySummary, mark: Omit<EntryMark, 'kind' | 'invoiceNumber'>): boolean =>
  entry.customerId === mark.customerId && entry.date === mark.date && compare(entry.totalIncl, mark.totalIncl) === 0
