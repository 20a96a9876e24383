import { describe, expect, test } from 'vitest'
import type { ArticleCode, CustomerCode } from '../../src/core/ids.ts'
import { open, put, small, withTable } from './changed-sample.ts'
import { gather, never, readingOf } from './reading.ts'
import { sampleAdministration } from './sample.ts'

describe('reading customers and articles', () => {
  test('reads nothing while the tables are the same, and everything once a row differs', async () => {
    const database = open()
    const { readCustomers, readArticles } = readingOf(database, { clock: () => Date.UTC(2026, 10, 20, 12) })
    const [first] = await gather(readCustomers(null, never))
    const mark = first?.modifiedAt ?? ''
    expect(mark).toMatch(/^2026-11-20T12:00:00.000Z#./)
    expect(await gather(readCustomers(mark, never))).toEqual([])
    put(database, 'tblRelatie', { fldRelatieID: 900, fldRelatieSoort: 0, fldRelatiecode: 900, fldNaam: 'Nieuw' })
    const changed = await gather(readCustomers(mark, never))
    expect(changed).toHaveLength(small.customers + 1)
    expect(changed[0]?.modifiedAt).not.toBe(mark)
    const [article] = await gather(readArticles(null, never))
    expect(await gather(readArticles(article?.modifiedAt ?? '', never))).toEqual([])
    put(database, 'tblX_Artikel', { fldArtikelID: 3, fldEAN: '1' })
    expect(await gather(readArticles(article?.modifiedAt ?? '', never))).toHaveLength(small.articles)
  })

  test('reads everything each time where no fingerprint can be had', async () => {
    const { readCustomers } = readingOf({ ...open(), fingerprint: async () => null })
    const [first] = await gather(readCustomers(null, never))
    expect(first?.modifiedAt).toBe('1970-01-01T00:00:00.000Z')
    expect(await gather(readCustomers(first?.modifiedAt ?? '', never))).toHaveLength(small.customers)
  })

  test('a supplier with the code or the e-mail address of a customer is not found', async () => {
    const { findCustomers } = readingOf(open())
    const found = await findCustomers({ code: '10001' as CustomerCode, email: 'KLANT10001@voorbeeld.example' }, never)
    expect(found.map(({ name }) => name)).toEqual(['Klant 10001'])
    expect(await findCustomers({ code: 'x1' as CustomerCode, email: ' ' }, never)).toEqual([])
    expect(await findCustomers({ code: '9999999999' as CustomerCode, email: null }, never)).toEqual([])
  })

  test('takes the article whose capitals are right before one whose are not', async () => {
    const database = open()
    put(database, 'tblArtikel', { fldArtikelID: 90, fldArtikelcode: 'art-001', fldOmschrijving: 'klein' })
    const { findArticle } = readingOf(database)
    expect((await findArticle('art-001' as ArticleCode, never))?.description).toBe('klein')
    expect((await findArticle('ART-001' as ArticleCode, never))?.description).toBe('Artikel 1')
    expect((await findArticle('Art-002' as ArticleCode, never))?.code).toBe('ART-002')
  })

  test('gives extra fields by their own names: amounts and days plain, texts untouched', async () => {
    const administration = withTable('tblX_Artikel', (table) => ({
      ...table,
      columns: [
        ...table.columns,
        { name: 'fldWebshop code', type: 'text', key: false },
        { name: 'fldAdviesprijs', type: 'money', key: false },
        { name: 'fldSinds', type: 'moment', key: false },
      ],
      rows: [
        {
          fldArtikelID: 2,
          fldEAN: '0123',
          fldMerknaam: '',
          'fldWebshop code': '1.500',
          fldAdviesprijs: '1.5000',
          fldSinds: '2026-01-02T00:00:00',
        },
      ],
    }))
    const article = await readingOf(open(administration)).findArticle('ART-001' as ArticleCode, never)
    expect(article?.customFields).toEqual({
      EAN: '0123',
      'Webshop code': '1.500',
      Adviesprijs: '1.5',
      Sinds: '2026-01-02',
    })
  })
})

test('the sample administration is what the contract of accounting asks for', async () => {
  const reading = readingOf(open(sampleAdministration()))
  expect(await gather(reading.readCustomers(null, never))).toHaveLength(620)
  const articles = await gather(reading.readArticles(null, never))
  expect(articles).toHaveLength(600)
  expect(articles.filter(({ recipeMode }) => recipeMode !== 'none')).toMatchObject([
    { code: 'ART-600', components: [{ code: 'ART-002', quantity: '6' }] },
  ])
  const stock = await gather(reading.readStock(never))
  expect(stock).toHaveLength(550)
  expect(new Set(stock.map(({ freeStock }) => freeStock))).toEqual(new Set(['40']))
  const { company, templates } = await reading.readLists(never)
  expect(company.stockCountLevel).toBe('packingSlip')
  expect(templates.map(({ pricesExclVat }) => pricesExclVat)).toEqual([true, false])
  expect(templates.map(({ costTypeVat }) => costTypeVat)).toEqual([
    { 1: 'high', 2: 'high' },
    { 1: 'high', 2: 'high' },
  ])
})
