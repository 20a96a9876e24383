// Reads all customers and articles of one administration for desktop-read.ts, as the program does, and prints how it went as one
// line of JSON. Its first argument is the kind, its second the settings.
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { snelStartMdb, snelStartSql } from '../src/accounting/snelstart-desktop/index.ts'
import { settingsOf } from '../src/settings/field.ts'

const [kind = '', given = '{}'] = process.argv.slice(2)
const environment = {
  clock: () => Date.now(),
  sleep: (ms: number, signal: AbortSignal) => setTimeout(ms, undefined, { signal }),
  log: () => {},
}
const settings: unknown = JSON.parse(given)
const connection =
  kind === 'mdb'
    ? await snelStartMdb.connect(settingsOf(snelStartMdb.settings).parse(settings), environment)
    : await snelStartSql.connect(settingsOf(snelStartSql.settings).parse(settings), environment)

const { signal } = new AbortController()
const startedAt = performance.now()
let [customers, articles] = [0, 0]
for await (const page of connection.readCustomers(null, signal)) customers += page.length
for await (const page of connection.readArticles(null, signal)) articles += page.length
const seconds = (performance.now() - startedAt) / 1000
await connection.close()
// What the system itself counted as the most that was in memory (kB).
const peakMb = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024
console.log(JSON.stringify({ customers, articles, seconds, peakMb }))
