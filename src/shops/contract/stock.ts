// What every shop that takes stock promises, as one suite that each of them runs against its far side. Imported by tests only.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ShopStock, ShopStockLine } from '../shop.ts'

export type StockUnderTest = {
  readonly stock: ShopStock
  /** Codes of articles, at least three, whose stock can be written. */
  readonly codes: readonly [string, string, string, ...string[]]
  /** What the far side really has, by the key of a line. */
  readonly quantityOf: (key: string) => Promise<number | null>
  readonly stop: () => Promise<void>
}

const never = new AbortController().signal

export function describeStockContract(name: string, start: () => Promise<StockUnderTest>): void {
  describe(`${name} keeps the contract of a shop that takes stock`, () => {
    let tested: StockUnderTest
    beforeAll(async () => {
      tested = await start()
    }, 60_000)
    afterAll(() => tested?.stop())

    const readAll = async (): Promise<readonly ShopStockLine[]> =>
      (await Array.fromAsync(tested.stock.read(never))).flat()
    const keyOf = async (code: string): Promise<string> => {
      const line = (await readAll()).find((one) => one.code === code)
      if (line === undefined) throw new Error(`no article ${code}`)
      return line.key
    }

    test('reading gives every article and combination once, with what the shop has', async () => {
      const lines = await readAll()
      expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
      for (const code of tested.codes) {
        const line = lines.find((one) => one.code === code)
        expect(line?.notManaged).toBeNull()
        expect(Number(line?.quantity)).toBe(await tested.quantityOf(line?.key ?? ''))
      }
    })

    test('what is written is what the shop has, and is read back; writing it again does no harm', async () => {
      const key = await keyOf(tested.codes[0])
      for (let time = 0; time < 2; time++) {
        expect(await tested.stock.write([{ key, quantity: 17 }], never)).toEqual([{ key, ok: true }])
        expect(await tested.quantityOf(key)).toBe(17)
      }
      expect((await readAll()).find((line) => line.key === key)?.quantity).toBe('17')
    })

    test('several are answered one by one, in the order that was asked; one that is unknown stops no other', async () => {
      const [first, second] = [await keyOf(tested.codes[1]), await keyOf(tested.codes[2])]
      const answers = await tested.stock.write(
        [
          { key: first, quantity: 3 },
          { key: `${first}999999999`, quantity: 4 },
          { key: second, quantity: 0 },
        ],
        never,
      )
      expect(answers.map(({ key, ok }) => [key, ok])).toEqual([
        [first, true],
        [`${first}999999999`, false],
        [second, true],
      ])
      expect([await tested.quantityOf(first), await tested.quantityOf(second)]).toEqual([3, 0])
      expect(await readAll()).not.toContainEqual(expect.objectContaining({ key: `${first}999999999` }))
    })

    test('below zero is stored, or refused with a reason; nothing in between', async () => {
      const key = await keyOf(tested.codes[0])
      const before = await tested.quantityOf(key)
      const [answer] = await tested.stock.write([{ key, quantity: -2 }], never)
      expect(await tested.quantityOf(key)).toBe(answer?.ok === true ? -2 : before)
    })

    test('as many as go in one call are answered all', async () => {
      const keys = (await readAll()).filter(({ notManaged }) => notManaged === null).map(({ key }) => key)
      const batch = keys.slice(0, tested.stock.batch).map((key) => ({ key, quantity: 5 }))
      const answers = await tested.stock.write(batch, never)
      expect(answers).toEqual(batch.map(({ key }) => ({ key, ok: true })))
    })
  })
}
