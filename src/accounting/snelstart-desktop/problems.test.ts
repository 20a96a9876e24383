import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { desktopMessages } from './problems.ts'

const sources = globSync('**/*.ts', { cwd: import.meta.dirname })
  .filter((name) => !/(messages|\.test)\.ts$/.test(name))
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
const net = globSync('sql-*.ts', { cwd: join(import.meta.dirname, '../../net') })
  .filter((name) => !name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(import.meta.dirname, '../../net', name), 'utf8'))
const thrown = new Set(
  [...sources, ...net].flatMap((text) => text.match(/(?<=')(desktop|gateway)\.[a-z]\w+(?=')/g) ?? []),
)

// Names of calls of the helper, and of log lines, look like codes.
const noCodes = new Set([
  ...['gateway.versions', 'gateway.open', 'gateway.close'],
  ...['desktop.newerVersion', 'desktop.columnNotThere'],
])

test('every code that is thrown has words, in both languages, with what to do', () => {
  const wordless = [...thrown].filter((code) => !noCodes.has(code) && !(code in desktopMessages))
  expect(wordless).toEqual([])
  for (const { text, todo } of Object.values(desktopMessages))
    for (const words of [text.nl, text.en, todo.nl, todo.en]) expect(words).toMatch(/^\S.*[.!?}]$/s)
})

test('USE-3 every code names one cause and one action: no words are those of another code', () => {
  const texts = Object.values(desktopMessages).map(({ text }) => text.nl)
  expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([])
})

test('SNEL-6 an unreachable server names the firewall', () => {
  expect(desktopMessages['desktop.sqlUnreachable']?.todo.nl).toMatch(/firewall/i)
})
