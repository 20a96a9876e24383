import { describe, expect, test } from 'vitest'
import { readBrowserAnswer } from './sql-browser-answer.ts'

function toAnswer(text: string, kind = 5, size = text.length): Buffer {
  return Buffer.concat([Buffer.from([kind, size & 255, size >> 8]), Buffer.from(text, 'latin1')])
}
const entry = (server: string, instance: string, rest = 'tcp;1433;'): string =>
  `ServerName;${server};InstanceName;${instance};IsClustered;No;Version;15.0.2000.5;${rest}`

describe('SNEL-2 an answer of SQL Server Browser', () => {
  test('gives every instance with its port, null where it has none', () => {
    const pipe = 'np;\\\\KANTOOR\\pipe\\sql\\query;'
    const answer = toAnswer(`${entry('KANTOOR', 'MSSQLSERVER')};${entry('KANTOOR', 'SNELSTART', pipe)};`)
    expect(readBrowserAnswer(answer)).toEqual([
      { server: 'KANTOOR', instance: 'MSSQLSERVER', port: 1433 },
      { server: 'KANTOOR', instance: 'SNELSTART', port: null },
    ])
  })

  const good = entry('KANTOOR', 'SNELSTART')
  const hostile: readonly (readonly [string, Buffer])[] = [
    ['nothing', Buffer.alloc(0)],
    ['two bytes', Buffer.from([5, 0])],
    ['another kind', toAnswer(good, 4)],
    ['a length beyond its end', toAnswer(good, 5, good.length + 1)],
    ['a length before its end', toAnswer(good, 5, good.length - 1)],
    ['a name with a bracket', toAnswer(entry('<b>KANTOOR', 'SNELSTART'))],
    ['a name with control characters', toAnswer(entry('KANT\u0007OOR', 'SNELSTART'))],
    ['a name as a path', toAnswer(entry('..\\..\\KANTOOR', 'SNELSTART'))],
    ['an endless name', toAnswer(entry('K'.repeat(64), 'SNELSTART'))],
    ['an endless instance', toAnswer(entry('KANTOOR', 'S'.repeat(17)))],
    ['no instance', toAnswer('ServerName;KANTOOR;tcp;1433;;')],
    ['a port beyond all ports', toAnswer(entry('KANTOOR', 'SNELSTART', 'tcp;99999;'))],
    ['a port with more behind it', toAnswer(entry('KANTOOR', 'SNELSTART', 'tcp;1433 -x;'))],
    ['only separators', toAnswer(';'.repeat(60_000))],
  ]

  for (const [what, bytes] of hostile) {
    test(`is dropped where it holds ${what}`, () => {
      expect(readBrowserAnswer(bytes)).toEqual([])
    })
  }

  test('of thousands of instances gives a few dozen', () => {
    const text = Array.from({ length: 700 }, (_, index) => `${entry('K', `I${index}`)};`).join('')
    expect(readBrowserAnswer(toAnswer(text))).toHaveLength(64)
  })
})
