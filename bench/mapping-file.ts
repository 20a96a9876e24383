// `mapping-file`: does reading a huge file of orders by its mapping stay small, and how fast is it? Each format in a process of its own.
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { generateOrder, toXml } from '../src/shops/shopfactory/fake.ts'
import { programFlags } from './processes.ts'

type Read = { readonly orders: number; readonly seconds: number; readonly peakMb: number }

/** Fills the file up to 2 kB an order, as documents with descriptions have. */
const filler = 'x'.repeat(1100)

export async function run({ orders = 100_000 }: { orders?: number; tell?: (line: string) => void } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 's-connect-bench-'))
  try {
    await write(join(folder, 'orders.xml'), xmlParts(orders))
    await write(join(folder, 'orders.csv'), csvParts(orders))
    const xml = await read(join(folder, 'orders.xml'), orders)
    const csv = await read(join(folder, 'orders.csv'), orders)
    return {
      xmlPeakMb: Math.round(xml.peakMb * 10) / 10,
      csvPeakMb: Math.round(csv.peakMb * 10) / 10,
      ordersPerSecond: Math.round(xml.orders / xml.seconds),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function* xmlParts(orders: number): Generator<string> {
  yield '<?xml version="1.0" encoding="utf-8"?>\n<orders>\n'
  for (let number = 1; number <= orders; number++) {
    const [, body = ''] = toXml([generateOrder(number)]).split('<orders>')
    yield body.replace('</orders>', '').replace('</order>', `<page html="${filler}"/></order>`)
  }
  yield '</orders>\n'
}

function* csvParts(orders: number): Generator<string> {
  yield 'Nummer;Datum;Artikel;Omschrijving;Aantal;Prijs;Btw;Verzending;Totaal;Email\n'
  for (let number = 1; number <= orders; number++) {
    const head = `${number};2026-03-01 12:00:00`
    const foot = `4,95;21,50;klant${number}@example.nl`
    yield `${head};A-1;"Theepot ""groot"" ${filler.slice(0, 500)}";1;12,10;21;${foot}\n${head};B-2;Thee ${filler.slice(0, 500)};1;4,45;9;${foot}\n`
  }
}

async function write(path: string, parts: Iterable<string>): Promise<void> {
  const file = createWriteStream(path)
  for (const part of parts) if (!file.write(part)) await once(file, 'drain')
  file.end()
  await once(file, 'finish')
}

async function read(path: string, orders: number): Promise<Read> {
  const child = join(import.meta.dirname, 'mapping-file-child.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [...programFlags(), child, path])
  const result = JSON.parse(stdout) as Read
  if (result.orders !== orders) throw new Error(`only ${result.orders} of ${orders} orders were read`)
  return result
}
