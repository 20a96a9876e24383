// Every failure that can be thrown has words: a code that nobody has words for would come out in a programmer's English.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { accountingKinds } from '../accounting/registry.ts'
import type { FailureCatalogue } from '../core/problem.ts'
import { coreProblems } from '../core/problems.ts'
import { shopKinds } from '../shops/registry.ts'
import { commandFailures } from './command-failures.ts'

const source = join(import.meta.dirname, '..')
const thrown =
  /new (?:StoreFailed|SettingsWrong|ConnectionFailed|UnexpectedAnswer|LoginRefused|RateLimited|Refused)\(\s*'([^']+)'/g
/** Codes that stand in a table and are thrown through a variable. */
const inTables = /'((?:http|ftp|store|licence)\.[a-zA-Z]+)'/g

/** Code to the files it is thrown in. */
function findCodes(): ReadonlyMap<string, readonly string[]> {
  const codes = new Map<string, string[]>()
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  for (const file of files.filter(
    (name) => /\.ts$/.test(name) && !/\.test\.ts$|^cli\/.*failures|contract|\/messages\.ts$/.test(name),
  )) {
    const text = readFileSync(join(source, file), 'utf8')
    const tables = /^(net|store|core\/licence)\//.test(file) ? [...text.matchAll(inTables)] : []
    for (const [, code = ''] of [...text.matchAll(thrown), ...tables])
      codes.set(code, [...(codes.get(code) ?? []), file])
  }
  return codes
}

const catalogue: FailureCatalogue = Object.assign(
  {},
  ...[coreProblems, commandFailures, ...[...shopKinds, ...accountingKinds].map((kind) => kind.messages)],
)

test('every failure that the program throws has words in both languages', () => {
  const codes = findCodes()
  // Enough to know that the search still finds them.
  expect(codes.size).toBeGreaterThan(60)
  const isComplete = (code: string): boolean => {
    const { text, todo } = catalogue[code] ?? {}
    return [text?.nl, text?.en, todo?.nl, todo?.en].every((words) => words !== undefined && words.length > 0)
  }
  const wordless = [...codes]
    .filter(([code]) => !isComplete(code))
    .map(([code, files]) => `${code} (${files.join(', ')})`)
  expect(wordless).toEqual([])
})

test('what the command line has words for is still thrown somewhere', () => {
  const codes = findCodes()
  // Made by name: 'bug' by its class, 'stopped' by the command line itself.
  const kept = Object.keys(commandFailures).filter((code) => !codes.has(code) && !['bug', 'stopped'].includes(code))
  expect(kept).toEqual([])
})
