// Reads one file for mapping-file.ts and prints how it went as one line of JSON.
import { createReadStream, readFileSync } from 'node:fs'
import { createTranslation, readMapping, readRecords } from '../src/mapping/index.ts'
import { builtInMapping } from '../src/shops/shopfactory/index.ts'

const [path = ''] = process.argv.slice(2)

const csvMapping = {
  ...{ version: 1, format: 'csv', records: 'Nummer', decimals: 'comma', dates: ['yyyy-MM-dd HH:mm:ss'] },
  order: { number: '@Nummer', placedAt: '@Datum', total: '@Totaal' },
  customer: { email: '@Email' },
  lines: [
    {
      ...{ select: 'row', code: '@Artikel', description: '@Omschrijving' },
      ...{ quantity: '@Aantal', unitPrice: '@Prijs', vatPercent: '@Btw' },
    },
  ],
  charges: [{ kind: 'shipping', amount: '@Verzending', vatPercent: { fixed: '21' } }],
}

const read = readMapping(path.endsWith('.csv') ? JSON.stringify(csvMapping) : builtInMapping())
if (!read.ok) throw new Error(read.issues.join('\n'))
const translate = createTranslation(read.mapping, { storeId: '', name: '', url: '' })
const startedAt = performance.now()
let orders = 0
for await (const { node } of readRecords(createReadStream(path), read.mapping, path))
  if (translate(node).ok) orders += 1
const seconds = (performance.now() - startedAt) / 1000
// What the system itself counted as the most that was in memory (kB).
const peakMb = Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024
console.log(JSON.stringify({ orders, seconds, peakMb }))
