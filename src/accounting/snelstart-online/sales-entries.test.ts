import { afterEach, beforeEach, expect, test } from 'vitest'
import type { LedgerAccount, SalesEntryDocument } from '../../core/administration.ts'
import { ConnectionFailed } from '../../core/failures.ts'
import type { CalendarDate, CustomerCode, RemoteId } from '../../core/ids.ts'
import { decimal } from '../../core/money.ts'
import { settingsOf } from '../../settings/field.ts'
import type { AccountingConnection } from '../accounting.ts'
import { type Fault, type Simulator, startSimulator } from './fake.ts'
import { snelStartOnline } from './index.ts'

const never = new AbortController().signal
const clock = () => Date.UTC(2026, 10, 20, 12)
let simulator: Simulator
let connection: AccountingConnection
let accounts: readonly LedgerAccount[]
let customer: RemoteId

async function open(scopes?: readonly string[]): Promise<void> {
  const adres = { straat: 'Kade 1', postcode: '1234 AB', plaats: 'Gent', land: 'BE' }
  const relaties = [
    { relatiecode: 7, relatiesoort: ['Klant'], naam: 'Belg BV', vestigingsAdres: adres, btwNummer: 'BE0411905847' },
  ]
  simulator = await startSimulator({ clock, seed: { relaties }, ...(scopes === undefined ? {} : { scopes }) })
  const settings = settingsOf(snelStartOnline.settings).parse({
    clientKey: simulator.clientKey,
    subscriptionKeyPrimary: simulator.subscriptionKeys.primary,
    apiUrl: simulator.apiUrl,
    tokenUrl: simulator.tokenUrl,
  })
  connection = await snelStartOnline.connect(settings, { clock, sleep: async () => {}, log: () => {} })
  accounts = (await connection.readLists(never)).ledgerAccounts
  customer = (await connection.findCustomers({ code: '7' as CustomerCode, email: null }, never))[0]!.id
}
const close = async (): Promise<void> => {
  await connection.close()
  await simulator.stop()
}
beforeEach(() => open())
afterEach(close)

const account = (number: string) => accounts.find((one) => one.number === number)!.id
const line = (number: string, amountExcl: string, vatKind: 'none' | 'high' | 'low') => ({
  ledgerId: account(number),
  description: `Omzet ${number}`,
  amountExcl: decimal(amountExcl),
  vatKind,
  origin: { kind: 'line', ref: '1' },
})
const entry = (invoiceNumber: string, change: Partial<SalesEntryDocument> = {}): SalesEntryDocument => ({
  invoiceNumber,
  date: '2026-11-19' as CalendarDate,
  description: `Webshop-order ${invoiceNumber}`,
  documentNumber: 'B1',
  paymentTermDays: 21,
  markUnread: true,
  totalIncl: decimal('142.81'),
  lines: [line('8000', '100', 'high'), line('8410', '20.01', 'low')],
  vat: [
    { kind: 'high', amount: decimal('21') },
    { kind: 'low', amount: decimal('1.8') },
  ],
  ...change,
})
const booked = () => simulator.state().verkoopboekingen
const fault = (action: Fault['action'], path = '/v2/verkoopboekingen', method = 'POST') =>
  simulator.addFault({ match: { method, path }, times: 1, action })

test('FIN-1 FIN-3 an entry is written in both vocabularies of VAT, with everything it holds', async () => {
  const written = await connection.createSalesEntry(customer, entry('W100'), never)
  expect(written).toMatchObject({ number: 'W100', totalIncl: '142.81', totalExcl: '120.01' })
  expect(booked()).toMatchObject([
    {
      id: written.id,
      factuurdatum: '2026-11-19T00:00:00',
      betalingstermijn: 21,
      markering: true,
      boekstuk: 'B1',
      boekingsregels: [
        { bedrag: 100, btwSoort: 'Hoog' },
        { bedrag: 20.01, btwSoort: 'Laag' },
      ],
      btw: [
        { btwSoort: 'VerkopenHoog', btwBedrag: 21 },
        { btwSoort: 'VerkopenLaag', btwBedrag: 1.8 },
      ],
    },
  ])
})

test('FIN-4 reverse charge is a row of its own beside lines without VAT', async () => {
  const reversed = {
    totalIncl: decimal('100'),
    lines: [line('8070', '100', 'none')],
    vat: [{ kind: 'reversed' as const, amount: decimal('0') }],
  }
  await connection.createSalesEntry(customer, entry('W101', reversed), never)
  expect(booked()[0]?.btw).toEqual([{ btwSoort: 'VerkopenVerlegd', btwBedrag: 0 }])
})

test('an invoice number that is there already is a taken code: whose it is can be looked up', async () => {
  const { id } = await connection.createSalesEntry(customer, entry('W102'), never)
  await expect(connection.createSalesEntry(customer, entry('W102'), never)).rejects.toMatchObject({
    meaning: 'codeTaken',
    reasons: [{ code: 'BOE-0021' }],
  })
  expect(await connection.findSalesEntry({ invoiceNumber: 'W102', customerId: null }, never)).toEqual({
    id,
    invoiceNumber: 'W102',
    customerId: customer,
    date: '2026-11-19',
    totalIncl: '142.81',
  })
  expect(await connection.findSalesEntry({ invoiceNumber: 'W10', customerId: customer }, never)).toBeNull()
})

test('BEY-1 an answer that was lost leaves doubt, and the entry is found back', async () => {
  fault({ cutAfterCommit: true })
  const lost = await connection.createSalesEntry(customer, entry('W103'), never).catch((error: unknown) => error)
  expect(lost).toBeInstanceOf(ConnectionFailed)
  expect(lost).toMatchObject({ sent: true })
  expect(await connection.findSalesEntry({ invoiceNumber: 'w103 ', customerId: customer }, never)).toMatchObject({
    invoiceNumber: 'W103',
  })
})

test('where the filter on invoices is refused, the entries of the customer tell', async () => {
  await connection.createSalesEntry(customer, entry('W104'), never)
  const refuse = () =>
    simulator.addFault({ match: { method: 'GET', path: '/v2/verkoopfacturen' }, times: 3, action: { status: 400 } })
  refuse()
  expect(await connection.findSalesEntry({ invoiceNumber: 'W104', customerId: customer }, never)).toMatchObject({
    totalIncl: '142.81',
  })
  refuse()
  await expect(connection.findSalesEntry({ invoiceNumber: 'W104', customerId: null }, never)).rejects.toThrow()
})

test('a broken rule comes back with SnelStart’s own code', async () => {
  const unbalanced = entry('W105', { totalIncl: decimal('142.8') })
  await expect(connection.createSalesEntry(customer, unbalanced, never)).rejects.toMatchObject({
    meaning: 'other',
    reasons: [{ code: 'BOE-0039' }],
  })
  expect(booked()).toEqual([])
})
