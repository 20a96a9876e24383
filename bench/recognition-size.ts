// Measures one size for recognition.ts and prints its line of JSON. Customers and orders are made from a fixed seed; making
// them is not counted.
import type { Customer, EmailGroup } from '../src/core/administration.ts'
import type { CustomerChoices } from '../src/core/choices.ts'
import { buildCustomerIndex } from '../src/core/customer/customer-index.ts'
import { recognise } from '../src/core/customer/recognise.ts'
import type { CountryCode, CustomerCode, RemoteId } from '../src/core/ids.ts'
import type { ShopOrder } from '../src/core/order.ts'

const size = Number(process.argv[2])
const lookUps = 20_000
const batch = 5_000

/** Deterministic and spread: the same number gives the same customer, in any order of asking. */
const pick = (number: number, salt: number, below: number): number => {
  let value = Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return ((value ^ (value >>> 13)) >>> 0) % below
}
const letters = (number: number, length: number): string =>
  Array.from({ length }, (_, at) => String.fromCharCode(97 + pick(number, at + 50, 26))).join('')

type Person = { first: string; last: string; company: string; country: string; postcode: string; email: string }

function person(number: number): Person {
  const first = letters(pick(number, 1, 400), 5)
  const last = letters(pick(number, 2, 9_000) + 1_000, 8)
  const company = pick(number, 3, 3) === 0 ? `${letters(pick(number, 4, 30_000), 9)} ${last} B.V.` : ''
  const belgian = pick(number, 5, 10) === 0
  const digits = String(1_000 + pick(number, 6, belgian ? 1_100 : 9_000))
  const postcode = belgian ? `B-${digits}` : `${digits} ${letters(pick(number, 7, 200), 2).toUpperCase()}`
  return {
    first,
    last,
    company,
    country: belgian ? 'BE' : 'NL',
    postcode,
    email: `${first}.${last}.${number}@example.nl`,
  }
}

const group = (to: string): EmailGroup => ({ send: to !== '', to, cc: '' })

/** Through JSON, so that texts are as compact as those that come out of a database. */
function makeCustomer(number: number): Customer {
  const { first, last, company, country, postcode, email } = person(number)
  const address = { contact: '', street: 'Dorpsstraat 1', postcode, city: 'Ons Dorp', country: country as CountryCode }
  const customer: Customer = {
    id: `${letters(number, 8)}-0000-4000-8000-${String(number).padStart(12, '0')}` as RemoteId,
    code: String(10_000 + number) as CustomerCode,
    name: company || `${first} ${last}`,
    inactive: pick(number, 8, 50) === 0,
    establishment: address,
    correspondence: address,
    email,
    invoiceEmail: group(company === '' ? email : `administratie.${number}@example.com`),
    quotationEmail: group(email),
    confirmationEmail: group(email),
    reminderEmail: group(email),
    phone: '',
    mobile: '',
    vatNumber: company === '' ? '' : `NL${String(100_000_000 + number)}B01`,
    cocNumber: company === '' ? '' : String(20_000_000 + number),
    paymentTermDays: null,
    modifiedAt: null,
  }
  return JSON.parse(JSON.stringify(customer))
}

/** A quarter each: known by e-mail, by VAT number, by name and postcode only, and new at a known postcode. */
function makeOrder(number: number): ShopOrder {
  const known = person(pick(number, 20, size))
  const way = number % 4
  const address = {
    company: way === 3 ? `${letters(number, 11)} BV` : known.company,
    firstName: known.first,
    lastName: known.last,
    street: 'Dorpsstraat 1',
    street2: '',
    postcode: known.postcode,
    city: 'Ons Dorp',
    region: '',
    country: known.country,
    countryName: '',
    customFields: {},
  }
  const customer = {
    company: address.company,
    firstName: known.first,
    lastName: known.last,
    email: way === 0 ? known.email.toUpperCase() : `${letters(number, 9)}@example.org`,
    phone: '',
    customFields: {},
    code: null,
    vatNumber: way === 1 ? `NL${String(100_000_000 + pick(number, 20, size))}B01` : null,
    cocNumber: null,
  }
  // Recognising reads nothing else of an order.
  return { customer, invoiceAddress: address, deliveryAddress: address } as unknown as ShopOrder
}

const choices: CustomerChoices = {
  recognition: 'smart',
  customerHandling: 'add',
  defaultCustomerCode: '',
  paymentTermDays: null,
  emailInvoice: false,
  emailReminder: false,
}

const usedBytes = (): number => {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const before = usedBytes()
const index = buildCustomerIndex([])
let buildMs = 0
for (let from = 0; from < size; from += batch) {
  const customers = Array.from({ length: Math.min(batch, size - from) }, (_, at) => makeCustomer(from + at))
  const startedAt = performance.now()
  for (const customer of customers) index.upsert(customer)
  buildMs += performance.now() - startedAt
}
const bytes = usedBytes() - before

const timesMs: number[] = []
for (let number = 0; number < lookUps + 2_000; number++) {
  const order = makeOrder(number)
  const startedAt = performance.now()
  recognise(order, choices, index)
  // The first ones only warm up.
  if (number >= 2_000) timesMs.push(performance.now() - startedAt)
}
timesMs.sort((a, b) => a - b)
const percentile = (share: number): number => Number((timesMs[Math.floor(timesMs.length * share)] ?? 0).toFixed(4))

console.log(
  JSON.stringify({
    customers: index.size(),
    buildMs: Math.round(buildMs),
    p50Ms: percentile(0.5),
    p99Ms: percentile(0.99),
    mb: Number((bytes / 1_000_000).toFixed(1)),
  }),
)
