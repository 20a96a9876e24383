// What every kind of administration must do, as one suite that each adapter runs against its far side (a simulator, or the
// real thing). What a far side cannot be made to do is declared by the adapter's test, never skipped in silence.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Customer } from '../core/administration.ts'
import { ConnectionFailed, LoginRefused, Refused } from '../core/failures.ts'
import type { ArticleCode, CalendarDate, CustomerCode, RemoteId } from '../core/ids.ts'
import { decimal } from '../core/money.ts'
import {
  type AccountingBench,
  articleOne,
  customersOf,
  type Disturbance,
  never,
  newCustomer,
  prepare,
} from './contract-bench.ts'

type ContractOptions = {
  readonly notSupported?: readonly Disturbance[]
  /** 'records': since a mark only what changed. 'whole': nothing where nothing changed, else everything. */
  readonly changes?: 'records' | 'whole'
  /** Where invoices and reminders are mailed for a customer that we made: 'named': the address stands with each. 'main': left empty,
   *  which means the customer's main address. */
  readonly mailedTo?: 'named' | 'main'
}

export function accountingContract(name: string, open: () => Promise<AccountingBench>, options: ContractOptions = {}) {
  const can = (disturbance: Disturbance): boolean => !(options.notSupported ?? []).includes(disturbance)
  const mailedTo = options.mailedTo === 'main' ? '' : newCustomer.email
  let bench: AccountingBench
  beforeEach(async () => {
    bench = await open()
  })
  afterEach(async () => {
    await bench.connection.close()
    await bench.stop()
  })

  describe(`${name}: reading`, () => {
    test('gives every list of the administration', async () => {
      const lists = await bench.connection.readLists(never)
      expect(lists.company.administrationName).not.toBe('')
      expect(lists.templates.map(({ pricesExclVat }) => pricesExclVat)).toEqual(expect.arrayContaining([true, false]))
      expect(lists.revenueGroups.map(({ vatKind }) => vatKind)).toContain('high')
      expect(lists.vatRates).toContainEqual(
        expect.objectContaining({ kind: 'high', percent: '21', from: '2012-10-01' }),
      )
      expect(lists.countries.map(({ code }) => code)).toEqual(expect.arrayContaining(['NL', 'BE', 'GR']))
      if (bench.connection.capabilities.ledger)
        expect(lists.ledgerAccounts.map(({ ledgerFunction }) => ledgerFunction)).toContain('VerkopenOmzetHoog')
    })

    test('gives every customer once, and no relation that is none', async () => {
      const customers = await customersOf(bench)
      expect(customers.map(({ code }) => Number(code)).toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: 620 }, (_, index) => 10_001 + index),
      )
    })

    test('gives every article once, a recipe with its content', async () => {
      const articles = (await Array.fromAsync(bench.connection.readArticles(null, never))).flat()
      expect(new Set(articles.map(({ code }) => code)).size).toBe(600)
      expect(articles).toHaveLength(600)
      const recipes = articles.filter(({ recipeMode }) => recipeMode !== 'none')
      expect(recipes.map(({ components }) => components.length > 0)).toEqual([true])
    })

    if (can('pageTwice'))
      test('loses nothing and doubles nothing when a page comes twice', async () => {
        bench.disturb('read', 'pageTwice')
        const codes = (await customersOf(bench)).map(({ code }) => code)
        expect(codes).toHaveLength(620)
        expect(new Set(codes).size).toBe(620)
      })

    const lastMark = (customers: readonly Customer[]): string =>
      customers
        .map(({ modifiedAt }) => modifiedAt ?? '')
        .toSorted()
        .at(-1)!

    if (options.changes === 'whole')
      test('gives nothing since a mark, and everything once something changed', async () => {
        const mark = lastMark(await customersOf(bench))
        expect(await customersOf(bench, mark)).toEqual([])
        await bench.connection.createCustomer('20001' as CustomerCode, newCustomer, never)
        const changed = await customersOf(bench, mark)
        expect(changed).toHaveLength(621)
        expect(changed.map(({ code }) => code)).toContain('20001')
        expect(lastMark(changed) >= mark).toBe(true)
      })
    else
      test('gives only what changed since a mark', async () => {
        const before = await customersOf(bench)
        const mark = lastMark(before)
        const made = await bench.connection.createCustomer('20001' as CustomerCode, newCustomer, never)
        const changed = await customersOf(bench, made.modifiedAt)
        expect(changed.map(({ code }) => code)).toContain('20001')
        expect(changed.length).toBeLessThan(before.length)
        expect(made.modifiedAt! >= mark).toBe(true)
      })

    test('finds customers by code or by e-mail in any field, in one call', async () => {
      await bench.connection.readLists(never)
      bench.callsMade('read')
      const find = (code: string | null, email: string | null) =>
        bench.connection.findCustomers({ code: code as CustomerCode | null, email }, never)
      expect((await find('10003', null)).map(({ code }) => code)).toEqual(['10003'])
      expect((await find('10003', 'KLANT10004@voorbeeld.example')).map(({ code }) => code).toSorted()).toEqual([
        '10003',
        '10004',
      ])
      expect(await find('99999', "o'niemand@voorbeeld.example")).toEqual([])
      expect(bench.callsMade('read')).toBe(3)
    })

    test('finds an article by its code, and none by half of it', async () => {
      expect((await bench.connection.findArticle(articleOne, never))?.code).toBe(articleOne)
      expect(await bench.connection.findArticle('ART-' as ArticleCode, never)).toBeNull()
    })

    test.each(
      (['cutBefore', 'halfAnswer', 'webPage', 'serverError', 'tooManyRequests', 'loginExpired'] as const).filter(can),
    )('gets over %s by asking again', async (disturbance) => {
      bench.disturb('read', disturbance)
      expect((await bench.connection.findArticle(articleOne, never))?.code).toBe(articleOne)
    })

    test('SALE-5 asks the price that was agreed with a customer', async () => {
      const article = await bench.connection.findArticle(bench.agreement.article, never)
      const [customer] = await bench.connection.findCustomers({ code: bench.agreement.customer, email: null }, never)
      const ask = { articleId: article!.id, quantity: decimal('2'), date: '2026-11-20' as CalendarDate }
      const priceFor = (customerId: RemoteId | null) => bench.connection.readAgreedPrice({ ...ask, customerId }, never)
      expect(await priceFor(customer!.id)).toBe('7.5')
      expect(await priceFor(null)).toBe('10')
    })
  })

  describe(`${name}: writing customers and articles`, () => {
    test('CUST-5 makes a customer that reads back the same', async () => {
      const made = await bench.connection.createCustomer('20001' as CustomerCode, newCustomer, never)
      const [found] = await bench.connection.findCustomers({ code: '20001' as CustomerCode, email: null }, never)
      expect(found).toEqual(made)
      expect(found).toMatchObject({
        code: '20001',
        name: newCustomer.name,
        establishment: newCustomer.establishment,
        email: newCustomer.email,
        phone: newCustomer.phone,
        cocNumber: newCustomer.cocNumber,
        paymentTermDays: 21,
        invoiceEmail: { send: true, to: mailedTo },
        reminderEmail: { send: true, to: mailedTo },
      })
    })

    test('says that a customer code is taken', async () => {
      const making = bench.connection.createCustomer('10001' as CustomerCode, newCustomer, never)
      await expect(making).rejects.toMatchObject({ meaning: 'codeTaken' })
      await expect(making).rejects.toBeInstanceOf(Refused)
    })

    test('says that it is the VAT number that is refused', async () => {
      const fields = { ...newCustomer, vatNumber: bench.refusedVatNumber }
      const making = bench.connection.createCustomer('20001' as CustomerCode, fields, never)
      await expect(making).rejects.toMatchObject({ meaning: 'vatNumber' })
    })

    test('changes of a customer leave the rest as it was', async () => {
      const made = await bench.connection.createCustomer('20001' as CustomerCode, newCustomer, never)
      const changed = await bench.connection.updateCustomer(made.id, { name: 'Nieuwe naam' }, never)
      expect({ ...changed, modifiedAt: null }).toEqual({ ...made, name: 'Nieuwe naam', modifiedAt: null })
    })

    test('ART-3 makes an article, knows its code as taken, and changes only what is asked', async () => {
      const { revenueGroups } = await bench.connection.readLists(never)
      const code = 'NIEUW-1' as ArticleCode
      const fields = {
        code,
        description: 'Stoel “rood”',
        revenueGroupId: revenueGroups[0]!.id,
        salesPrice: decimal('12.35'),
        customField: null,
      }
      const made = await bench.connection.createArticle(fields, never)
      expect(made).toMatchObject({ code, description: fields.description, salesPrice: '12.35' })
      await expect(bench.connection.createArticle(fields, never)).rejects.toMatchObject({ meaning: 'codeTaken' })
      const changed = await bench.connection.updateArticle(made.id, { description: 'Stoel blauw' }, never)
      expect({ ...changed, modifiedAt: null }).toEqual({ ...made, description: 'Stoel blauw', modifiedAt: null })
    })
  })

  describe(`${name}: writing sales orders`, () => {
    test('makes an order in one call, its totals as the lines say', async () => {
      const ready = await prepare(bench)
      bench.callsMade('write')
      const written = await ready.write('10482')
      expect(bench.callsMade('write')).toBe(1)
      expect(written).toMatchObject({ totalExcl: '25', totalIncl: '30.25' })
      expect(written.number).not.toBe('')
      expect(bench.ordersWith('10482')).toBe(1)
    })

    test('SALE-2 finds an order by its payment reference, and by its customer', async () => {
      const ready = await prepare(bench)
      const written = await ready.write("10482'a")
      await ready.write('10483')
      const found = await bench.connection.findSalesOrders("10482'a", never)
      expect(found).toMatchObject([
        {
          id: written.id,
          number: written.number,
          date: '2026-11-20',
          totalIncl: '30.25',
          customerId: ready.customer.id,
        },
      ])
      expect(await bench.connection.findSalesOrders('1048', never)).toEqual([])
      const ofCustomer = await bench.connection.findSalesOrdersOfCustomer(ready.customer.id, never)
      expect(ofCustomer.map(({ paymentReference }) => paymentReference).toSorted()).toEqual(["10482'a", '10483'])
    })

    test('SALE-1 tells the template of the newest order of a customer', async () => {
      const ready = await prepare(bench)
      expect(await bench.connection.findLastTemplate(ready.customer.id, never)).toBeNull()
      const [first, second] = ready.lists.templates
      await ready.write('1', { templateId: first!.id })
      await ready.write('2', { templateId: second!.id, priceEntry: 'incl' })
      expect(await bench.connection.findLastTemplate(ready.customer.id, never)).toBe(second!.id)
    })

    test.each(
      (
        ['cutAfterWriting', 'halfAnswer', 'webPageAfterWriting', 'serverErrorAfterWriting', 'hugeAnswer'] as const
      ).filter(can),
    )('BEY-1 leaves doubt after %s, and the order is found exactly once', async (disturbance) => {
      const ready = await prepare(bench)
      bench.disturb('write', disturbance)
      const failure = await ready.write('10482').catch((error: unknown) => error)
      expect(failure).toBeInstanceOf(ConnectionFailed)
      expect(failure).toMatchObject({ sent: true })
      expect(bench.ordersWith('10482')).toBe(1)
      expect(await bench.connection.findSalesOrders('10482', never)).toHaveLength(1)
    })

    test.each((['cutBefore', 'serverError'] as const).filter(can))(
      'BEY-1 leaves doubt after %s too, and nothing is found or written twice',
      async (disturbance) => {
        const ready = await prepare(bench)
        bench.disturb('write', disturbance)
        await expect(ready.write('10482')).rejects.toMatchObject({ sent: true })
        expect(await bench.connection.findSalesOrders('10482', never)).toEqual([])
        expect(bench.ordersWith('10482')).toBe(0)
      },
    )

    test.each((['tooManyRequests', 'loginExpired'] as const).filter(can))(
      'writes once, after %s',
      async (disturbance) => {
        const ready = await prepare(bench)
        bench.disturb('write', disturbance)
        await ready.write('10482')
        expect(bench.ordersWith('10482')).toBe(1)
      },
    )

    if (can('noRight'))
      test('says which right is missing', async () => {
        const ready = await prepare(bench)
        bench.disturb('write', 'noRight')
        await expect(ready.write('10482')).rejects.toBeInstanceOf(LoginRefused)
      })

    test('writes nothing when it was cancelled before', async () => {
      const ready = await prepare(bench)
      const failure = await ready.write('10482', {}, AbortSignal.abort()).catch((error: unknown) => error)
      expect(failure).toMatchObject({ sent: false })
      expect(bench.ordersWith('10482')).toBe(0)
    })

    test('refuses an order for a customer that is gone, and says that what we know is stale', async () => {
      const ready = await prepare(bench)
      const gone = '11111111-1111-4111-8111-111111111111' as RemoteId
      await expect(ready.write('10482', {}, never, gone)).rejects.toMatchObject({ meaning: 'stale' })
    })
  })

  describe(`${name}: stock`, () => {
    const openOf = async (id: RemoteId) =>
      (await Array.fromAsync(bench.connection.readOpenOrders(never))).flat().filter((order) => order.id === id)
    const stockOf = async () => (await Array.fromAsync(bench.connection.readStock(never))).flat()

    test('STOCK-2 an order just made is under way without print, until a packing slip is made of it', async () => {
      const ready = await prepare(bench)
      const { id, number } = await ready.write('10482')
      const open = await openOf(id)
      expect(open).toEqual([
        {
          id,
          number,
          paymentReference: '10482',
          templateId: expect.any(String) as unknown,
          date: '2026-11-20',
          withoutPrint: true,
          reached: 'all',
          lines: [{ articleId: ready.article.id, quantity: '2' }],
        },
      ])
      await bench.print(number)
      expect((await openOf(id)).filter(({ withoutPrint }) => withoutPrint)).toEqual([])
    })

    test('gives the free stock of every article that has stock, once, and of no other', async () => {
      const stock = await stockOf()
      expect(new Set(stock.map(({ id }) => id)).size).toBe(550)
      expect(stock).toHaveLength(550)
      expect(new Set(stock.map(({ freeStock }) => freeStock))).toEqual(new Set(['40']))
    })

    test('free stock goes down with the packing slip, not with the order, and is read fresh', async () => {
      const ready = await prepare(bench)
      const { number } = await ready.write('10482')
      const freeOf = async () => (await stockOf()).find(({ id }) => id === ready.article.id)?.freeStock
      expect(await freeOf()).toBe('40')
      await bench.print(number)
      expect(await freeOf()).toBe('38')
    })
  })

  describe(`${name}: testing the connection (SNEL-6)`, () => {
    test('every leg is well, and the administration is named', async () => {
      const legs = await Array.fromAsync(bench.connection.test(never))
      expect(legs.filter(({ ok }) => !ok)).toEqual([])
      const { company } = await bench.connection.readLists(never)
      expect(legs.map(({ cameBack }) => cameBack.nl).join(' ')).toContain(company.administrationName)
    })
  })
}
