// The answers of expected.json about the lists.
import { expect, test } from 'vitest'
import { readCostTypes } from '../../src/accounting/snelstart-desktop/order-facts.ts'
import type { CalendarDate } from '../../src/core/ids.ts'
import { rateOf } from '../../src/core/vat.ts'
import type { Demo } from './demo.ts'
import type { ExpectedAnswers } from './expected-json.ts'
import { names, never } from './reading.ts'

export function listAnswers(demo: Demo, expected: ExpectedAnswers): void {
  test('SALE-1 templates with their VAT way, and both cost types', async () => {
    const { templates } = await demo.reading.readLists(never)
    const costTypes = await readCostTypes(demo.reading.reader, never)
    const given = templates.map(({ id, name: title, pricesExclVat, inactive }) => ({
      id: Number(id),
      name: title,
      pricesInclVat: !pricesExclVat,
      active: !inactive,
      costTypes: costTypes
        .filter(({ templateId }) => templateId === id)
        .map((type) => ({
          number: type.number,
          description: type.name,
          defaultAmount: Number(type.defaultAmount).toFixed(2),
        })),
    }))
    expect(given).toEqual(expected.templates)
  })

  test('VAT rates by date', async () => {
    const { vatRates } = await demo.reading.readLists(never)
    for (const [date, { high, low }] of Object.entries(expected.vatOn)) {
      const on = (kind: 'high' | 'low') => Number(rateOf(kind, date as CalendarDate, vatRates))
      expect([date, on('high'), on('low')]).toEqual([date, high, low])
    }
  })

  test('the lists name the administration, its countries, groups and ledger accounts', async () => {
    const lists = await demo.reading.readLists(never)
    expect(lists.company).toMatchObject({
      administrationId: names.id,
      administrationName: 'Demo BV',
      articlePricesExclVat: true,
      priceDecimals: 2,
      stockCountLevel: 'invoice',
    })
    expect(lists.countries).toHaveLength(expected.rowsPerTable['tblLand']!)
    expect(lists.revenueGroups.map(({ number, vatKind }) => [number, vatKind])).toContainEqual(['7', 'other'])
    expect(lists.ledgerAccounts).toHaveLength(expected.rowsPerTable['tblGrootboek']!)
    const account = (number: string) => lists.ledgerAccounts.find((one) => one.number === number)
    expect(account('8000')).toMatchObject({
      ledgerFunction: 'VerkopenOmzetHoog',
      vatKinds: ['high'],
      inactive: false,
    })
    expect(account('1300')).toMatchObject({ ledgerFunction: 'DagboekVerkoop' })
    expect(account('8900')?.inactive).toBe(true)
    expect(account('4500')?.costCentreRequired).toBe(true)
  })
}
