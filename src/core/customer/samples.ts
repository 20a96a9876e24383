// Customers and orders for the tests of this folder: a plain one each, with whatever the test changes.
import type { Customer, EmailGroup } from '../administration.ts'
import type { CustomerChoices } from '../choices.ts'
import type {
  CalendarDate,
  CountryCode,
  CurrencyCode,
  CustomerCode,
  Instant,
  RemoteId,
  ShopOrderId,
  ShopOrderNumber,
} from '../ids.ts'
import { decimal, zero } from '../money.ts'
import type { Address, ShopCustomer, ShopOrder } from '../order.ts'

const noEmail: EmailGroup = { send: false, to: '', cc: '' }
export const emailGroup = (to: string, cc = ''): EmailGroup => ({ send: to !== '', to, cc })

export const sampleChoices = (changes: Partial<CustomerChoices> = {}): CustomerChoices => ({
  recognition: 'smart',
  customerHandling: 'add',
  defaultCustomerCode: '',
  paymentTermDays: 14,
  emailInvoice: true,
  emailReminder: false,
  ...changes,
})

type CardChanges = Partial<Omit<Customer, 'id' | 'code' | 'establishment'>> & {
  readonly postcode?: string
  readonly country?: string | null
}

/** A customer in SnelStart: Jansen B.V., 1234 AB, nothing else. */
export function sampleCard(
  code: number,
  { postcode = '1234 AB', country = 'NL', ...changes }: CardChanges = {},
): Customer {
  const address = { contact: '', street: 'Dorpsstraat 1', city: 'Ons Dorp', postcode, country: country as CountryCode }
  return {
    id: `id-${code}` as RemoteId,
    code: String(code) as CustomerCode,
    name: 'Jansen B.V.',
    inactive: false,
    establishment: address,
    correspondence: address,
    email: '',
    invoiceEmail: noEmail,
    quotationEmail: noEmail,
    confirmationEmail: noEmail,
    reminderEmail: noEmail,
    phone: '',
    mobile: '',
    vatNumber: '',
    cocNumber: '',
    paymentTermDays: 30,
    modifiedAt: null,
    ...changes,
  }
}

const sampleAddress = (changes: Partial<Address> = {}): Address => ({
  company: '',
  firstName: 'Piet',
  lastName: 'Bakker',
  street: 'Kerkstraat 5',
  street2: '',
  postcode: '9876 ZX',
  city: 'Grootstad',
  region: '',
  country: 'NL' as CountryCode,
  countryName: 'Nederland',
  customFields: {},
  ...changes,
})

type OrderChanges = {
  readonly customer?: Partial<Omit<ShopCustomer, 'code'>> & { readonly code?: string }
  readonly invoice?: Partial<Address> | null
  /** Left out: the same as the invoice address. */
  readonly delivery?: Partial<Address> | null
}

/** An order of Piet Bakker, 9876 ZX, piet@bakker.nl. */
export function sampleOrder({ customer = {}, invoice = {}, delivery = invoice }: OrderChanges = {}): ShopOrder {
  return {
    id: '1' as ShopOrderId,
    number: '10479' as ShopOrderNumber,
    status: { code: '2', text: 'Betaald', meaning: 'paid' },
    placedAt: '2026-11-20T13:05:00Z' as Instant,
    changedAt: '2026-11-20T13:05:00Z' as Instant,
    orderDate: '2026-11-20' as CalendarDate,
    currency: 'EUR' as CurrencyCode,
    paidIn: null,
    priceEntry: 'incl',
    shop: { storeId: '0', name: 'Winkel', url: 'https://shop.example' },
    language: 'nl',
    customer: {
      id: '7',
      group: '',
      company: '',
      firstName: 'Piet',
      lastName: 'Bakker',
      email: 'piet@bakker.nl',
      phone: '',
      customFields: {},
      vatNumber: null,
      cocNumber: null,
      ...customer,
      code: (customer.code ?? null) as CustomerCode | null,
    },
    invoiceAddress: invoice && sampleAddress(invoice),
    deliveryAddress: delivery && sampleAddress(delivery),
    lines: [],
    charges: [],
    vat: [],
    totalInclUnrounded: decimal('121'),
    totalIncl: decimal('121'),
    payment: { code: 'ideal', method: 'iDEAL', reference: null, paidAmount: zero },
    shipping: { code: 'flat', method: 'PostNL' },
    remarks: '',
    invoiceNumber: null,
    creditOf: null,
    readingNotes: [],
  }
}
