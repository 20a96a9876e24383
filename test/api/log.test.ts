// 'Informatie' through the API: pages, filters, and the export opened again and read cell by cell.
import { expect, test } from 'vitest'
import type { Instant, ProfileId, ShopOrderNumber } from '../../src/core/ids.ts'
import type { LogEntry } from '../../src/store/store.ts'
import { cellsOf, unzip } from '../support/spreadsheet.ts'
import { send, startApi } from './api-scene.ts'

const line = (index: number, more: Partial<LogEntry> = {}): LogEntry => ({
  at: new Date(Date.UTC(2026, 2, 14, 12, 0, index)).toISOString() as Instant,
  profile: '1' as ProfileId,
  level: 'normal',
  order: String(index) as ShopOrderNumber,
  code: 'order.made',
  data: { customer: `Klant ${index}`, code: '10001', amount: '16', orderNumber: '7' },
  ...more,
})

test('USE-3 pages go on where the one before ended, and every filter narrows them', async () => {
  const api = await startApi()
  const { log } = api.scene.program.store
  await log.add(Array.from({ length: 25 }, (_, index) => line(index)))
  await log.add([line(30, { level: 'extended', code: 'run.begin', order: null, data: {} })])
  const owner = await api.owner()
  const orders = async (query: string) => {
    const { json } = await owner.get(`/api/log?${query}`)
    return { orders: json.entries.map(({ order }: { order: string }) => order), next: json.next }
  }
  const first = await orders('limit=20')
  expect(first.orders).toHaveLength(20)
  const second = await orders(`limit=20&before=${first.next}`)
  expect(second).toEqual({ orders: ['4', '3', '2', '1', '0'], next: null })
  expect((await orders('order=7')).orders).toEqual(['7'])
  expect((await orders('text=klant%2012')).orders).toEqual(['12'])
  expect((await orders('level=extended&limit=1')).orders).toEqual([null])
  expect((await orders('from=2026-03-14T12:00:23Z')).orders).toEqual(['24', '23'])
  // The words of a message are found although only its code is stored.
  expect((await orders('text=importing%20orders%20has%20begun&level=extended')).orders).toEqual([null])
})

test('USE-3 the export holds exactly what is filtered; no cell is a formula, whatever a customer typed', async () => {
  const api = await startApi()
  const nasty = [
    '=1+1',
    '+SUM(A1)',
    '-2',
    '@cmd',
    '\t=1',
    '<b>&"\'</b>',
    'a\u0000b\u0007c',
    '😀\ud800',
    'x'.repeat(40_000),
  ]
  const { log } = api.scene.program.store
  await log.add(nasty.map((customer, index) => line(index, { data: { ...line(0).data, customer } })))
  await log.add([line(50, { level: 'extended' })])
  const owner = await api.owner()
  const answer = await owner.get('/api/log/export.xlsx?language=nl&zone=Europe/Amsterdam')
  expect(answer.headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  expect(answer.headers['content-disposition']).toBe('attachment; filename="s-connect.xlsx"')
  const files = unzip(answer.bytes)
  expect([...files.keys()].sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ])
  const xml = files.get('xl/worksheets/sheet1.xml') ?? ''
  expect(xml).not.toMatch(/<f[ >]/)
  expect(new Set(xml.match(/ t="\w+"/g))).toEqual(new Set([' t="inlineStr"']))
  const rows = cellsOf(xml)
  expect(rows[0]).toEqual(['Datum', 'Tijd', 'Profiel', 'Order', 'Niveau', 'Informatie'])
  expect(rows).toHaveLength(nasty.length + 1)
  expect(rows.at(-1)).toEqual([
    '2026-03-14',
    '13:00:00',
    '1',
    '0',
    'normaal',
    'Order 0 gemaakt voor =1+1 (klantcode 10001), € 16,00: verkooporder 7.',
  ])
  const texts = rows.map((row) => row[5] ?? '')
  for (const customer of nasty.slice(1, 6)) expect(texts.some((text) => text.includes(customer))).toBe(true)
  expect(texts.find((text) => text.includes('Order 6 '))).toContain('a�b�c')
  expect(Math.max(...texts.map((text) => text.length))).toBe(32_767)
})

test('USE-3 the export begins before all of it was read', async () => {
  const api = await startApi()
  const { log } = api.scene.program.store
  for (let batch = 0; batch < 20; batch++)
    await log.add(Array.from({ length: 1000 }, (_, index) => line(batch * 1000 + index)))
  const owner = await api.owner()
  const { bytes } = await owner.get('/api/log/export.xlsx')
  expect(cellsOf(unzip(bytes).get('xl/worksheets/sheet1.xml') ?? '')).toHaveLength(20_001)
})

test('USE-3 clearing the log is for the owner', async () => {
  const api = await startApi()
  const { log } = api.scene.program.store
  await log.add([line(1)])
  const owner = await api.owner()
  const bookkeeper = await api.bookkeeper()
  expect((await bookkeeper.ask('DELETE', '/api/log')).status).toBe(403)
  expect((await owner.ask('DELETE', '/api/log')).json).toEqual({ removed: 1 })
  expect((await owner.get('/api/log')).json.entries).toEqual([])
})

test('an export that nobody takes any more ends', async () => {
  const api = await startApi()
  const { log } = api.scene.program.store
  await log.add(Array.from({ length: 5000 }, (_, index) => line(index)))
  const owner = await api.owner()
  const aborted = fetch(`${api.url}/api/log/export.xlsx`, {
    headers: { cookie: owner.cookie() },
    signal: AbortSignal.timeout(1),
  })
  await expect(aborted.then((answer) => answer.arrayBuffer())).rejects.toThrow()
  expect((await send(api.url, 'GET', '/health', {})).status).toBe(200)
  expect(api.reported).toEqual([])
})
