import { expect, test } from 'vitest'
import { Bug } from '../../../../core/failures.ts'
import { fileFailure } from './file-failures.ts'

const context = { folder: '/f', administration: 'a' }
const errnoError = (code: string): Error => Object.assign(new Error(`${code}: the system's words`), { code })

test.each([
  ['EBUSY', 'desktop.mdbLocked', 'soon'],
  ['EIO', 'desktop.mdbUnreachable', 'soon'],
  ['ETIMEDOUT', 'desktop.mdbUnreachable', 'soon'],
  ['EACCES', 'desktop.mdbForbidden', 'never'],
  ['EPERM', 'desktop.mdbForbidden', 'never'],
  ['ENOENT', 'desktop.mdbMissing', 'never'],
])('SNEL-6 %s of the file system is %s', (code, expected, retry) => {
  const failure = fileFailure(errnoError(code), context)
  expect(failure).toMatchObject({ code: expected, retry, context: { ...context, said: code } })
  if (retry === 'soon') expect(failure).toMatchObject({ sent: false })
})

test('SNEL-6 memory that does not suffice is said as such', () => {
  expect(fileFailure(new RangeError('Array buffer allocation failed'), context)).toMatchObject({
    code: 'desktop.mdbMemory',
  })
})

test('what is a failure already, or none of the file system, stays as it is', () => {
  const others = [new Bug('ours'), new Error('unknown'), new DOMException('stopped', 'AbortError')]
  for (const error of others) expect(fileFailure(error, context)).toBe(error)
})
