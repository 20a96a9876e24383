// The messages: each is provoked here or in a test beside this one, and is complete in both languages without showing a secret.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ConnectionFailed, Failure, UnexpectedAnswer } from '../../core/failures.ts'
import { fillIn } from '../../core/text.ts'
import { fromHttpFailure, isRefusal } from './answers.ts'
import { generateOrder, type MyShopFake, startMyShopFake } from './fake.ts'
import { myShopProblems } from './problems.ts'
import { redact } from './redact.ts'
import { connectTo, readAll, signal } from './testing.ts'

const folder = import.meta.dirname
const catalogue: Readonly<Record<string, { text: Words; todo: Words; spec: string }>> = myShopProblems
type Words = { readonly nl: string; readonly en: string }
const codes = Object.keys(catalogue)
  .filter((code) => code.startsWith('myshop.'))
  .toSorted()
const sources = (isTest: boolean): string =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && name.endsWith('.test.ts') === isTest)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')

/** What a person reads of it, in both languages, without places that were left open. */
function saidBy(error: unknown): Words {
  if (!(error instanceof Failure)) throw error
  const problem = catalogue[error.code]
  if (problem === undefined) throw new Error(`no words for ${error.code}`)
  const data = Object.fromEntries(Object.entries(error.context).map(([name, value]) => [name, String(value ?? '')]))
  const nl = fillIn(`${problem.text.nl} ${problem.todo.nl}`, data)
  const en = fillIn(`${problem.text.en} ${problem.todo.en}`, data)
  expect(`${nl}${en}`).not.toMatch(/[{}]/)
  return { nl, en }
}

function expectNoSecrets(error: unknown, fake: MyShopFake): void {
  const shown = `${JSON.stringify(error)}${String(error)}${String((error as Error).cause)}${JSON.stringify((error as Failure).context)}`
  for (const secret of [...fake.secrets, 't1ck3t', 'pk=']) expect(shown).not.toContain(secret)
}

test('every message has words and an action in both languages, and the number of what it is about', () => {
  for (const code of codes) {
    const { text, todo, spec } = catalogue[code] ?? { text: { nl: '', en: '' }, todo: { nl: '', en: '' }, spec: '' }
    expect(
      [text.nl, text.en, todo.nl, todo.en].every((words) => words.endsWith('.')),
      code,
    ).toBe(true)
    expect(spec, code).toMatch(/^(SHOP|STOCK)-\d+$/)
    const places = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(([place]) => place).toSorted()
    expect(places(text.en), code).toEqual(places(text.nl))
    expect(places(todo.en), code).toEqual(places(todo.nl))
  }
})

test('no code is without words, no words are left of a code that is gone, and every one is provoked by a test', () => {
  const named = [...sources(false).matchAll(/'(myshop\.\w+)'/g)].map(([, code]) => code)
  expect([...new Set(named)].toSorted()).toEqual(codes)
  const tests = sources(true)
  expect(codes.filter((code) => !tests.includes(`'${code}'`))).toEqual([])
})

test.each([
  ['error500', 'myshop.serverError', 'antwoord 500', 'answer 500'],
  ['refusedWith500', 'myshop.signatureRefused', 'de ondertekening klopt niet', 'the signature is not right'],
  ['webPage', 'myshop.webPage', 'webpagina', 'web page'],
  ['redirect', 'myshop.redirect', 'https://nieuw.example.test.', 'https://nieuw.example.test.'],
  ['notFound', 'myshop.status', '/RPC/orders/list', 'answer 404'],
  ['cutLine', 'myshop.broken', 'verbroken', 'broken off'],
  ['cut', 'mapping.brokenXml', 'geen geldige XML', 'not valid XML'],
  ['noTicket', 'myshop.noTicket', 'geen kaartje', 'no ticket'],
  ['shopRefused', 'myshop.shopRefused', 'winkelnummer 1234500', 'shop number 1234500'],
] as const)('%s is said as what it is, without what is secret', async (way, code, nl, en) => {
  const fake = await startMyShopFake({ orders: [generateOrder(1)] })
  const { shop, logged } = await connectTo(fake)
  fake.misbehave(way)
  const error = await readAll(shop, null).catch((reason: unknown) => reason)
  expect(error).toMatchObject({ code })
  expect(saidBy(error)).toEqual({ nl: expect.stringContaining(nl), en: expect.stringContaining(en) })
  expectNoSecrets(error, fake)
  const legs = await Array.fromAsync(shop.test(signal))
  expect(legs.at(-1)).toMatchObject({ ok: false, todo: { nl: expect.any(String), en: expect.any(String) } })
  expect(legs.at(-1)?.cameBack.nl + String(legs.at(-1)?.todo?.nl)).toContain(nl)
  for (const secret of fake.secrets) expect(JSON.stringify([legs, logged])).not.toContain(secret)
  fake.misbehave(null)
  expect((await readAll(shop, null)).numbers).toEqual(['1'])
  await fake.stop()
})

test('a failure of theirs or a broken line is tried again, with a new ticket each time', async () => {
  const fake = await startMyShopFake({ orders: [generateOrder(1)] })
  const { shop } = await connectTo(fake)
  fake.misbehave('error500', 2)
  expect((await readAll(shop, null)).numbers).toEqual(['1'])
  expect(fake.asked().filter((call) => call === 'id')).toHaveLength(3)
  await fake.stop()
})

test.each([
  [{ baseUrl: 'mijnwinkel' }, 'myshop.badUrl'],
  [{ baseUrl: 'http://www.example.test/RPC/' }, 'myshop.notSecure'],
  [{ recipe: 'own', ownRecipe: '' }, 'myshop.recipe'],
  [{ shopNumber: '9999999' }, 'myshop.shopRefused'],
  [{ privateKey: 'anders' }, 'myshop.signatureRefused'],
  [{ baseUrl: 'http://127.0.0.1:1/RPC/' }, 'myshop.unreachable'],
  [{ baseUrl: 'https://bestaat-niet.invalid/RPC/' }, 'myshop.nameUnknown'],
] as const)('a setting that is wrong (%o) is said as %s', async (more, code) => {
  const fake = await startMyShopFake()
  const { shop } = await connectTo(fake, more)
  const error = await readAll(shop, null).catch((reason: unknown) => reason)
  expect(error).toMatchObject({ code })
  saidBy(error)
  expectNoSecrets(error, fake)
  expect((await Array.fromAsync(shop.test(signal))).at(-1)).toMatchObject({ ok: false })
  await fake.stop()
})

test('failures of the network each have their own words, and lose the cause that can hold the address', () => {
  const failed = (code: string, cause = '') =>
    fromHttpFailure(
      new ConnectionFailed(code, 'x', { sent: true, context: { cause }, cause: new Error('pk=1') }),
      'https://www.mijnwinkel.nl',
    )
  for (const [error, code] of [
    [failed('http.timeout'), 'myshop.timeout'],
    [failed('http.unreachable', 'CERT_HAS_EXPIRED'), 'myshop.certificate'],
    [fromHttpFailure(new UnexpectedAnswer('http.tooLarge', 'x'), ''), 'myshop.tooLarge'],
    [fromHttpFailure(new UnexpectedAnswer('http.badEncoding', 'x'), ''), 'myshop.webPage'],
  ] as const) {
    expect(error).toMatchObject({ code })
    expect((error as Error).cause).toBeUndefined()
    saidBy(error)
  }
  const other = new TypeError('ours')
  expect(fromHttpFailure(other, '')).toBe(other)
})

test('orders of which none is understood are said by the test of the connection', async () => {
  const fake = await startMyShopFake({
    orders: [{ ...generateOrder(1), created: 'gisteren', changed: '20260619120000' }],
  })
  const { shop } = await connectTo(fake)
  const legs = await Array.fromAsync(shop.test(signal))
  expect(legs.at(-1)).toMatchObject({ leg: 'orders', ok: false })
  const { text, todo } = myShopProblems['myshop.noneRecognised']
  expect(legs.at(-1)?.cameBack).toEqual({ nl: fillIn(text.nl, { count: '1' }), en: fillIn(text.en, { count: '1' }) })
  expect(legs.at(-1)?.todo).toEqual(todo)
  await fake.stop()
})

test('what is asked and which signature was taken is in the extended log, without secrets', async () => {
  const fake = await startMyShopFake({ recipe: 'h2' })
  const { shop, logged } = await connectTo(fake)
  await readAll(shop, null)
  expect(logged.map(({ code }) => code)).toContain('myshop.asked')
  expect(logged.at(-1)).toEqual({ code: 'myshop.recipeFound', data: { recipe: 'shop key rpcId' } })
  await fake.stop()
})

test('an order in which a customer wrote the words of a refusal is no refusal', async () => {
  const fake = await startMyShopFake({
    orders: [{ ...generateOrder(1), customer: { name: 'Jan', remark: 'Invalid request?' } }],
  })
  const { orders } = await readAll((await connectTo(fake)).shop, null)
  expect(orders[0]?.remarks).toBe('Invalid request?')
  const answer = (text: string) => ({ status: 200, headers: {}, bytes: new TextEncoder().encode(text), text })
  expect(isRefusal(answer('ERROR: Invalid Request (12)'))).toBe(true)
  expect(isRefusal(answer(`<x>${'a'.repeat(5000)}invalid request</x>`))).toBe(false)
  await fake.stop()
})

test('what is secret is taken out however it is written', () => {
  const said = redact('GET id?rpc_id=abc&PK=12ef&key=a%26b of a&b <pk=q>', ['a&b', ''])
  expect(said).toBe('GET id?rpc_id=***&PK=***&key=*** of *** <pk=***>')
})
