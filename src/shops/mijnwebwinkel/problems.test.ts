// The messages: every code has words and is used, and every code is provoked by a test beside this one.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mijnwebwinkelProblems } from './problems.ts'

const folder = import.meta.dirname
const codes = Object.keys(mijnwebwinkelProblems).toSorted()
const sources = (isTest: boolean): string =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && name.endsWith('.test.ts') === isTest && name !== 'problems.test.ts')
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')

test('every message has words and an action in both languages, and the number of what it is about', () => {
  for (const [code, { text, todo, spec }] of Object.entries(mijnwebwinkelProblems)) {
    expect(
      [text.nl, text.en, todo.nl, todo.en].every((words) => words.endsWith('.') || words.endsWith('{said}')),
      code,
    ).toBe(true)
    expect(spec, code).toMatch(/^(SHOP|SALE|FIN|STOCK)-\d+$/)
    const places = (words: string) => [...words.matchAll(/\{\w+\}/g)].map(([place]) => place).toSorted()
    expect(places(text.en), code).toEqual(places(text.nl))
    expect(places(todo.en), code).toEqual(places(todo.nl))
  }
})

test('no code is without words, and no words are left of a code that is gone', () => {
  const source = sources(false)
  const named = [...source.matchAll(/'(mijnwebwinkel\.\w+)'/g)].map(([, code]) => code)
  const noted = [...source.matchAll(/\bnote\('(\w+)'/g)].map(([, name]) => `mijnwebwinkel.${name}`)
  expect([...new Set([...named, ...noted])].toSorted()).toEqual(codes)
})

test('every message is provoked by a test', () => {
  const tests = sources(true)
  expect(codes.filter((code) => !tests.includes(code))).toEqual([])
})
