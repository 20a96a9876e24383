// What the contract works with: an adapter with its far side, and the customer, article and order that it writes.
import type {
  AdministrationLists,
  Article,
  Customer,
  CustomerFields,
  SalesOrderDocument,
} from '../core/administration.ts'
import type { ArticleCode, CalendarDate, CountryCode, CustomerCode, RemoteId } from '../core/ids.ts'
import { decimal } from '../core/money.ts'
import type { AccountingConnection } from './accounting.ts'

/** What the far side does to the next call of that kind, once unless said otherwise. */
export type Disturbance =
  | 'cutBefore'
  | 'cutAfterWriting'
  | 'halfAnswer'
  | 'webPage'
  | 'webPageAfterWriting'
  | 'serverError'
  | 'serverErrorAfterWriting'
  | 'hugeAnswer'
  | 'tooManyRequests'
  | 'loginExpired'
  | 'noRight'
  /** Every list gives a page a second time instead of the next. */
  | 'pageTwice'

/** An adapter with its far side. It holds 620 customers with codes from 10001, 'klant<code>@voorbeeld.example' as e-mail,
 *  600 articles 'ART-001' … at 10.00 excl. VAT, one of them a recipe, and two templates, the first one excl. VAT. The first 550
 *  articles have stock, 40 each. */
export type AccountingBench = {
  readonly connection: AccountingConnection
  readonly disturb: (call: 'read' | 'write', disturbance: Disturbance) => void
  /** How many orders the far side really has with this payment reference. */
  readonly ordersWith: (paymentReference: string) => number
  /** How many calls were made since the last time this was asked, log-ins not counted. `kind`: which ones count, where reading and
   *  writing go different ways. */
  readonly callsMade: (kind: 'read' | 'write') => number
  /** What a person does in the program: a packing slip of this order. */
  readonly print: (orderNumber: string) => Promise<void>
  readonly refusedVatNumber: string
  /** A price agreement: this customer buys this article for 7.50. */
  readonly agreement: { readonly customer: CustomerCode; readonly article: ArticleCode }
  readonly stop: () => Promise<void>
}

export const never = new AbortController().signal
export const articleOne = 'ART-001' as ArticleCode

const nowhere = { contact: '', street: '', postcode: '', city: '', country: null }
export const newCustomer: CustomerFields = {
  name: "Café 't Hoekje & Zn",
  establishment: {
    contact: 'Renée',
    street: 'Dorpsstraat 1',
    postcode: '1234 AB',
    city: 'Ons Dorp',
    country: 'NL' as CountryCode,
  },
  correspondence: null,
  email: 'renee@hoekje.example',
  phone: '012-3456789',
  mobile: '',
  vatNumber: '',
  cocNumber: '12345678',
  paymentTermDays: 21,
  emailInvoice: true,
  emailReminder: true,
}

export const customersOf = async (bench: AccountingBench, since: string | null = null): Promise<readonly Customer[]> =>
  (await Array.fromAsync(bench.connection.readCustomers(since, never))).flat()

type Ready = {
  readonly lists: AdministrationLists
  readonly customer: Customer
  readonly article: Article
  readonly write: (
    paymentReference: string,
    changes?: Partial<SalesOrderDocument>,
    signal?: AbortSignal,
    customerId?: RemoteId,
  ) => ReturnType<AccountingConnection['createSalesOrder']>
}

/** Everything that an order needs is known, as it is in a run with a warm mirror. */
export async function prepare({ connection }: AccountingBench): Promise<Ready> {
  const lists = await connection.readLists(never)
  const [customer] = await connection.findCustomers({ code: '10002' as CustomerCode, email: null }, never)
  const article = (await connection.findArticle(articleOne, never))!
  const template = lists.templates.find(({ pricesExclVat }) => pricesExclVat)!
  const write: Ready['write'] = (paymentReference, changes = {}, signal = never, customerId = customer!.id) =>
    connection.createSalesOrder(
      customerId,
      { ...orderOf(template.id, paymentReference), ...changes },
      new Map([[article.code, article.id]]),
      signal,
    )
  return { lists, customer: customer!, article, write }
}

const orderOf = (templateId: RemoteId, paymentReference: string): SalesOrderDocument => ({
  templateId,
  date: '2026-11-20' as CalendarDate,
  description: `Webshop-order ${paymentReference}`,
  paymentReference,
  memo: 'Graag achterom',
  priceEntry: 'excl',
  invoiceAddress: newCustomer.establishment,
  deliveryAddress: { ...nowhere, street: 'Laan 2', postcode: '9999 ZZ', city: 'Verweg', country: 'BE' as CountryCode },
  lines: [
    {
      articleCode: articleOne,
      description: 'Stoel – rood',
      quantity: decimal('2'),
      unitPrice: decimal('12.5'),
      origin: { kind: 'line', ref: '1' },
      vatKind: 'high',
      vatPercent: decimal('21'),
    },
  ],
  costType1: null,
  costType2: null,
})
