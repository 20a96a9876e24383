import { hostname } from 'node:os'
import { expect, test } from 'vitest'
import { isGone, thisProcess } from './holder.ts'

const elsewhere = `${process.pid}@another-machine#1.x`
const before = `${process.pid}@${hostname()}#1.x`

test.each([
  ['this process', thisProcess(), false],
  ['another worker in this process', `${thisProcess()}.x`, false],
  ['a process of another machine', elsewhere, false],
  ['a process with our number before the container was started again', before, true],
  ['a process that is no longer there', `999999999@${hostname()}#1.x`, true],
  ['a process that is there', `1@${hostname()}#1.x`, process.pid === 1],
  ['something unreadable', 'x', false],
])('PLAN-4 %s: gone or not', (_what, holder, gone) => {
  expect(isGone(holder)).toBe(gone)
})
