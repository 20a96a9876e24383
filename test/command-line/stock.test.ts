// `stock` as a person at a terminal meets it: preview, export, what was changed, what is the matter.
import { expect, onTestFinished, test } from 'vitest'
import type { Console } from '../../src/cli/console.ts'
import { stockChanges, stockCommand, stockProblemsCommand } from '../../src/cli/stock.ts'
import { type StockSceneOptions, startStockScene } from '../support/stock-scene.ts'

async function start(options: StockSceneOptions = {}, json = false) {
  const scene = await startStockScene(options)
  onTestFinished(() => scene.stop())
  const printed: string[] = []
  const console = {
    language: 'nl',
    json,
    profile: null,
    program: async () => scene.program,
    print: (text: string) => void (json || printed.push(text)),
    printJson: (value: unknown) => void printed.push(JSON.stringify(value)),
    progress: () => {},
    clearProgress: () => {},
    warn: () => {},
    signal: new AbortController().signal,
  } as unknown as Console
  const said = (): string => printed.splice(0).join('\n')
  return { scene, console, said }
}

const usual = { preview: false, whole: false, text: '', limit: 50 }

test('STOCK-2 preview, export and looking back say the same, with the reason', async () => {
  const { scene, console, said } = await start({ inShop: { 'ART-2': 3 } })
  scene.shop.sell('1001', { 'ART-1': 2 })
  expect(await stockCommand(console, { ...usual, preview: true })).toBe(0)
  expect(said()).toMatch(/ART-2 {2}Artikel ART-2 {2}3 → 20 {2}vrij 20\nVoorbeeld: van 1 artikelen/)
  expect(scene.shop.batches).toEqual([])
  expect(await stockCommand(console, usual)).toBe(0)
  expect(said()).toMatch(/Voorraad gewijzigd {2,}1/)
  expect(scene.shop.quantities()).toEqual({ 'ART-1': 8, 'ART-2': 20, 'ART-3': 30 })
  expect(await stockChanges(console, { text: 'art-2', limit: 5 })).toBe(0)
  expect(said()).toMatch(/3 → 20 {2}vrij 20$/)
  await stockChanges(console, { text: 'nergens', limit: 5 })
  expect(said()).toBe('Geen wijzigingen.')
})

test('articles that need attention end with 1, each with what to do', async () => {
  const { scene, console, said } = await start({ inShop: { ZONDER: 3 } })
  await scene.export()
  expect(await stockProblemsCommand(console, { text: '', limit: 5 })).toBe(1)
  expect(said()).toBe(
    'Artikel ZONDER (Artikel ZONDER) uit de webshop staat niet in SnelStart; de voorraad in de webshop blijft zoals hij is.\n' +
      '    Maak het artikel in SnelStart aan, of verbeter de code in de webshop.',
  )
})

test('STOCK-1 orders that could not be read end with 2, and say that stock was not exported', async () => {
  const { scene, console, said } = await start({}, true)
  scene.shop.misbehave.ordersFail = true
  expect(await stockCommand(console, usual)).toBe(2)
  expect(JSON.parse(said().split('\n')[0] ?? '')).toEqual({ stock: null })
})
