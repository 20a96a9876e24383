import { expect, test } from 'vitest'
import { retrying } from './retry.ts'

const parts = (slept: number[], signal = new AbortController().signal) => ({
  attempts: 4,
  firstWaitMs: 100,
  longestWaitMs: 500,
  sleep: async (ms: number) => void slept.push(ms),
  mayRetry: (error: unknown) => (error as Error).message !== 'final',
  signal,
})

test('tries again with growing waits, the longest bounded', async () => {
  const slept: number[] = []
  let tries = 0
  const result = await retrying(async () => {
    if (++tries < 4) throw new Error('not yet')
    return tries
  }, parts(slept))
  expect(result).toBe(4)
  expect(slept).toEqual([100, 300, 500])
})

test('throws the last error once the attempts are used up', async () => {
  let tries = 0
  const failing = retrying(async () => {
    throw new Error(`try ${++tries}`)
  }, parts([]))
  await expect(failing).rejects.toThrow('try 4')
})

test('does not try again what cannot be mended by it', async () => {
  const slept: number[] = []
  await expect(retrying(() => Promise.reject(new Error('final')), parts(slept))).rejects.toThrow('final')
  expect(slept).toEqual([])
})

test('stops at once when aborted', async () => {
  const stop = new AbortController()
  let tries = 0
  const failing = retrying(
    async () => {
      tries++
      stop.abort(new Error('stopped'))
      throw new Error('not yet')
    },
    parts([], stop.signal),
  )
  await expect(failing).rejects.toThrow('stopped')
  expect(tries).toBe(1)
})
