import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeWith } from '../../test/support/fixtures.ts'
import { type MariaDb, startMariaDb } from '../../test/support/mariadb.ts'
import { configFor, startTestSite, type TestShop, type TestSite } from './test-shop.ts'

const samples = join(import.meta.dirname, 'samples')

describeWith({ servers: ['mariadb', 'php'] }, 'arguments of questions', () => {
  let db: MariaDb
  let site: TestSite
  let shop: TestShop

  beforeAll(async () => {
    db = await startMariaDb()
    await db.createDatabase('shop', join(samples, '3.0.sql'))
    site = await startTestSite()
    shop = site.addShop('shop', configFor(db, 'shop'))
  })

  afterAll(async () => {
    await site?.stop()
    await db?.stop()
  })

  describe('arguments that are not as they should be never come near SQL', () => {
    const evil = [
      "oc_'",
      '` OR 1=1 -- ',
      'oc_`; DROP TABLE oc_order; -- ',
      "' UNION SELECT password FROM oc_customer -- ",
      'oc_\n',
      '\0',
      '%',
    ]

    test.each(['identify', 'context', 'orders', 'orders_from', 'order'])('prefix of %s', async (question) => {
      for (const prefix of [...evil, 'ö', 7.5, true, null, [], {}, undefined, 'a'.repeat(65)]) {
        const { error } = await shop.ask({ question, id: 1, from_id: 1, prefix })
        expect(error, JSON.stringify(prefix)).toEqual({ code: 'question', detail: 'wrong argument prefix' })
      }
    })

    test.each([
      ['orders', 'added_from', (value: unknown) => ({ added_from: value })],
      ['orders', 'changed', (value: unknown) => ({ after: { changed: value, id: 1 } })],
      ['orders', 'id', (value: unknown) => ({ after: { changed: '2026-01-01 00:00:00', id: value } })],
      ['orders', 'limit', (value: unknown) => ({ limit: value })],
      ['orders_from', 'from_id', (value: unknown) => ({ from_id: value })],
      ['order', 'id', (value: unknown) => ({ id: value })],
    ])('%s: %s', async (question, name, withValue) => {
      const odd = [
        ...evil,
        '1 OR 1=1',
        '1;',
        '0x10',
        '-1',
        -1,
        1.5,
        true,
        ['1'],
        { a: 1 },
        "2026-01-01 00:00:00' OR '1",
        '2026-01-01 00:00:00\n',
      ]
      for (const value of odd) {
        const { error } = await shop.ask({ question, prefix: 'oc_', ...withValue(value) })
        expect(error, JSON.stringify(value)).toEqual({ code: 'question', detail: `wrong argument ${name}` })
      }
    })

    test.each([
      ['an unknown question', { question: 'delete', prefix: 'oc_' }],
      ['a function of PHP', { question: 'phpinfo', prefix: 'oc_' }],
      ['no question', { prefix: 'oc_' }],
      ['a question that is a list', { question: ['orders'], prefix: 'oc_' }],
      ['a missing number', { question: 'order', prefix: 'oc_' }],
      ['a place that is text', { question: 'orders', prefix: 'oc_', after: 'x' }],
      ['no object', [1]],
    ])('%s', async (_, question) => {
      const answer = await shop.send(JSON.stringify(question))
      expect([answer.signed, JSON.parse(answer.text).error.code]).toEqual([true, 'question'])
    })

    test.each(['', 'x', '{', '{"question":', 'null', '"orders"', '1'])('the body %j', async (body) => {
      const answer = await shop.send(body)
      expect([answer.signed, JSON.parse(answer.text).error.code]).toEqual([true, 'question'])
    })

    test('nothing was changed by all this', async () => {
      expect(await db.query('SELECT COUNT(*) FROM oc_order; SELECT COUNT(*) FROM oc_customer', 'shop')).toEqual([
        ['4'],
        ['1'],
      ])
    })
  })
})
