import { expect, test } from 'vitest'
import type { Helper } from './gateway.ts'
import { createWriteInTurn } from './write-in-turn.ts'

/** A helper that says when it is asked, and answers when it is told to. */
function waitingHelper(name: string, asked: string[]): Helper & { readonly answer: () => void } {
  const waiting: (() => void)[] = []
  return {
    call: async (call) => {
      asked.push(`${name} ${call}`)
      await new Promise<void>((resolve) => waiting.push(resolve))
      return { code: 1 } as never
    },
    calls: () => asked.length,
    close: async () => {},
    answer: () => waiting.shift()?.(),
  }
}
const never = new AbortController().signal
const customer = { code: 20_001, fields: {} }
const settle = () => new Promise((resolve) => setImmediate(resolve))

test('CUST-5 what two profiles write to one administration goes one at a time, what they read does not wait', async () => {
  const asked: string[] = []
  const writeInTurn = createWriteInTurn()
  const [one, two, other] = ['one', 'two', 'other'].map((name) => waitingHelper(name, asked))
  const [first, second] = [writeInTurn('a', one!), writeInTurn('a', two!)]
  const made = first.call('customer.create', customer, never)
  const next = second.call('customer.create', customer, never)
  void second.call('gateway.versions', {}, never)
  void writeInTurn('b', other!).call('customer.create', customer, never)
  await settle()
  expect(asked.toSorted()).toEqual(['one customer.create', 'other customer.create', 'two gateway.versions'])
  two!.answer()
  one!.answer()
  await made
  await settle()
  expect(asked.at(-1)).toBe('two customer.create')
  two!.answer()
  await next
})

test('BEY-1 one that is stopped while it waits for the other was never sent', async () => {
  const asked: string[] = []
  const writeInTurn = createWriteInTurn()
  const [one, two] = ['one', 'two'].map((name) => waitingHelper(name, asked))
  void writeInTurn('a', one!).call('customer.create', customer, never)
  const stop = new AbortController()
  const waiting = writeInTurn('a', two!).call('customer.create', customer, stop.signal)
  stop.abort(new Error('stopped'))
  await expect(waiting).rejects.toThrow('stopped')
  expect(asked).toEqual(['one customer.create'])
})
