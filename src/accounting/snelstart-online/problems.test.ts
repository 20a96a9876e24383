import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { snelStartMessages } from './problems.ts'

const sources = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'problems.ts')
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
  .join('\n')

test('every code that is thrown or logged here has words, and no words are left of codes that are gone', () => {
  const used = [...sources.matchAll(/'(snelstart\.\w+)'/g)].map(([, code]) => code!)
  expect([...new Set(used)].toSorted()).toEqual(Object.keys(snelStartMessages).toSorted())
})
