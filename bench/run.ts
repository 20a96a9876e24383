// `npm run bench -- NAME [--orders N] [--json]`: answers one question and prints the result; with --json as one line.
import { parseArgs } from 'node:util'
import { run as backlog } from './backlog.ts'
import { run as bundle } from './bundle.ts'
import { run as callsPerOrder } from './calls-per-order.ts'
import { run as desktopRead } from './desktop-read.ts'
import { run as entries } from './entries.ts'
import { run as importRate } from './import-rate.ts'
import { run as logPage } from './log-page.ts'
import { run as mappingFile } from './mapping-file.ts'
import { run as prestashopRead } from './prestashop-read.ts'
import { run as recognition } from './recognition.ts'
import { run as sse } from './sse.ts'
import { run as startUp } from './start-up.ts'
import { run as stockDiff } from './stock-diff.ts'

type Options = { readonly orders?: number; readonly tell: (line: string) => void }

const benches: Readonly<Record<string, (options: Options) => Promise<object>>> = {
  'calls-per-order': callsPerOrder,
  'import-rate': importRate,
  backlog,
  recognition: () => recognition(),
  entries,
  'start-up': startUp,
  'log-page': logPage,
  bundle,
  sse,
  'mapping-file': mappingFile,
  'prestashop-read': prestashopRead,
  'stock-diff': stockDiff,
  'desktop-read': desktopRead,
}

/** null: not as it should be. */
function readArguments() {
  try {
    const options = { json: { type: 'boolean', default: false }, orders: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ options, allowPositionals: true })
    const orders = values.orders === undefined ? undefined : Number(values.orders)
    const bench = Object.entries(benches).find(([name]) => name === positionals[0])?.[1]
    if (bench === undefined || positionals.length > 1) return null
    if (orders !== undefined && !(Number.isInteger(orders) && orders > 0)) return null
    return { bench, name: positionals[0], json: values.json, ...(orders !== undefined && { orders }) }
  } catch (error) {
    // An option that nobody knows.
    if (error instanceof TypeError) return null
    throw error
  }
}

const readable = (result: object): string =>
  Object.entries(result)
    .map(([name, value]) => `${name} ${typeof value === 'number' ? value : JSON.stringify(value)}`)
    .join(', ')

const given = readArguments()
if (given === null) {
  console.error(`npm run bench -- NAME [--orders N] [--json]; NAME is one of: ${Object.keys(benches).join(', ')}`)
  process.exitCode = 2
} else {
  const { bench, name, json, ...options } = given
  const tell = (line: string): void => void (json || console.log(line))
  const result = await bench({ ...options, tell })
  console.log(json ? JSON.stringify(result) : `${name}: ${readable(result)}`)
}
