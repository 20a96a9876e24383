// The gallery of messages: every code of the core provoked by an order that goes through the real import, with the words
// that the user reads kept in messages.golden.md, for people to read and for the next change to be compared with.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { factsOf } from '../../src/cli/order-text.ts'
import type { ShopOrder } from '../../src/core/order.ts'
import type { Problem } from '../../src/core/problem.ts'
import { coreProblems, tellProblem } from '../../src/core/problems.ts'
import type { Language } from '../../src/core/text.ts'
import { commonParts } from '../../src/settings/profile.ts'
import type { InboxEntry } from '../../src/store/store.ts'
import { guest, mugOrder, type Scene, seedArticle, startScene } from '../support/scene.ts'
import type { Situation } from './situation.ts'
import { situations } from './situations.ts'

const languages = ['nl', 'en'] satisfies Language[]
const codes = Object.keys(coreProblems)

const usualArticles = [
  seedArticle('ART-0001', 'Koffiemok 350 ml', 1, '8.26'),
  seedArticle('VERZ', 'Verzendkosten', 8),
  seedArticle('LAAG', 'Iets met laag tarief', 2),
  seedArticle('HOOG', 'Verschil', 1),
  seedArticle('GEEN', 'Verschil zonder btw', 3),
  { ...seedArticle('UIT', 'Niet meer te koop', 1), isNonActief: true },
]

async function play(situation: Situation): Promise<{ entry: InboxEntry; stopped: unknown }> {
  const { order = {}, person = {}, seed = {}, simulator = {}, fault, meanwhile, choices = {} } = situation
  const scene: Scene = await startScene({
    ...(situation.product === undefined ? {} : { product: situation.product }),
    orders: [mugOrder(1001, guest('Anna', person), order)],
    simulator: { ...simulator, seed: { artikelen: usualArticles } },
  })
  try {
    await scene.typeIn(seed)
    if (fault !== undefined) scene.fault(fault[0], fault[1], fault[2] === undefined ? {} : { times: fault[2] })
    const { change = (read: ShopOrder) => read, administration = (connection) => connection } = situation
    let result = await scene.import({ change, choices, administration })
    if (meanwhile !== undefined) {
      await meanwhile(scene)
      result = await scene.import({ change, choices, administration })
    }
    return { entry: await scene.entry(1001), stopped: result.stoppedBy }
  } finally {
    await scene.stop()
  }
}

const said = (entry: InboxEntry): readonly Problem[] => [
  ...(entry.problem === null ? [] : [entry.problem]),
  ...entry.warnings,
]

type Shown = { readonly code: string; readonly state: string; readonly text: string }
const shown: Shown[] = []

describe('USE-3 every message', () => {
  test('has a situation that provokes it, and every situation a message', () => {
    expect(Object.keys(situations).toSorted()).toEqual(codes.toSorted())
  })

  test.each(codes)('%s is said of the order that provokes it, and names order, customer and amount', async (code) => {
    const { entry, stopped } = await play(situations[code] ?? {})
    expect(stopped).toBeNull()
    const problem = said(entry).find((each) => each.code === code)
    expect(said(entry).map((each) => each.code)).toContain(code)
    const level = coreProblems[code]?.level
    const made = entry.state === 'done' || entry.state === 'skipped'
    expect([entry.state, made]).toEqual([entry.state, level === 'warning'])
    const lines = languages.flatMap((language) => {
      const facts = factsOf(entry, language)
      const { text, todo } = tellProblem(coreProblems, problem ?? { code, data: {} }, facts, language)
      expect(`${text} ${todo}`).not.toMatch(/[{}]|undefined|null|\[object/)
      for (const fact of [facts.number, facts.customer, facts.amount]) expect(text).toContain(fact)
      return [`${language}: ${text}`, `    ${todo}`]
    })
    shown.push({ code, state: entry.state, text: lines.join('\n') })
  })

  test('reads as in messages.golden.md', async () => {
    const all = codes.map((code) => shown.find((each) => each.code === code))
    const text = all.map((each) => `## ${each?.code} (${each?.state})\n\n${each?.text}\n`).join('\n')
    const intro =
      'What the user reads, per message, of the order in situations.ts. Written by gallery.test.ts (vitest -u).'
    await expect(`# Messages\n\n${intro}\n\n${text}`).toMatchFileSnapshot('messages.golden.md')
  })
})

test('the setting that a message points at is a setting', () => {
  const keys = new Set(Object.values(commonParts).flatMap(({ fields }) => Object.keys(fields)))
  const pointed = Object.values(coreProblems).flatMap(({ setting }) => setting ?? [])
  expect(pointed.filter((setting) => !keys.has(setting))).toEqual([])
  expect(pointed.length).toBeGreaterThan(10)
})

test('docs/reference/messages.md names every message, and none that is gone', () => {
  const doc = readFileSync(join(import.meta.dirname, '../../docs/reference/messages.md'), 'utf8')
  const headings = [...doc.matchAll(/^### `(.+)`$/gm)].map((match) => match[1])
  expect(headings).toEqual(expect.arrayContaining(codes))
  const orders = doc.slice(doc.indexOf('## Orders'), doc.indexOf('## OpenCart'))
  expect([...orders.matchAll(/^### `(.+)`$/gm)].map((match) => match[1]).toSorted()).toEqual(codes.toSorted())
})
