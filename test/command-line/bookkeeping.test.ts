// A bookkeeping profile on the command line: made with its product, its settings set, shop and books compared.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newFolder, startCommandScene } from './scene.ts'
import { runProgram } from './spawn-program.ts'

test('PROF-1 profile add takes the product, and refuses one that there is not', async () => {
  const folder = newFolder()
  const wrong = await runProgram(['profile', 'add', '--product', 'facturen'], { folder })
  expect([wrong.code, wrong.stderr + wrong.stdout]).toEqual([2, expect.stringContaining('order, bookkeeping')])
  const made = await runProgram(['profile', 'add', '--product', 'bookkeeping', '--json'], { folder })
  expect(JSON.parse(made.stdout)).toMatchObject({ product: 'bookkeeping' })
  const set = await runProgram(['settings', 'set', 'ledgerMatrix', 'turnover.high.nl=8000'], { folder })
  expect([set.code, set.stderr]).toEqual([0, ''])
  const shown = await runProgram(['settings', 'show', '--json'], { folder })
  expect(shown.stdout).toContain('bookkeeping.ledgerMatrix')
  expect(shown.stdout).not.toContain('sales.salesTemplate')
})

test('FIN-4 compare tells that shop and books agree, and writes a workbook', async () => {
  const scene = await startCommandScene({ orders: [1001] })
  const before = await scene.run(['compare', '--from', '2026-01-01', '--to', '2026-12-31'])
  expect([before.code, before.stdout]).toEqual([0, expect.stringContaining('geen orders')])
  await scene.run(['import'])
  const file = join(scene.folder, 'controle.xlsx')
  const after = await scene.run(['compare', '--from', '2026-01-01', '--to', '2026-12-31', '--xlsx', file])
  expect([after.code, after.stdout]).toEqual([0, expect.stringContaining('komen overeen')])
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
  expect((await scene.run(['compare', '--from', 'gisteren', '--to', '2026-12-31'])).code).toBe(2)
})
