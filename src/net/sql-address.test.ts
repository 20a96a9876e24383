import { expect, test } from 'vitest'
import { parseSqlAddress } from './sql-address.ts'

const names: readonly (readonly [string, string, string | null, number | null])[] = [
  ['KANTOOR', 'KANTOOR', null, null],
  [' kantoor\\SNELSTART ', 'kantoor', 'SNELSTART', null],
  ['kantoor.zaak.local\\MSSQLSERVER', 'kantoor.zaak.local', null, null],
  ['192.168.1.10,1444', '192.168.1.10', null, 1444],
  ['tcp:kantoor, 1444', 'kantoor', null, 1444],
  ['kantoor:1444', 'kantoor', null, 1444],
  ['kantoor\\SNELSTART,1444', 'kantoor', null, 1444],
  ['.\\SQLEXPRESS', 'localhost', 'SQLEXPRESS', null],
  ['(local)', 'localhost', null, null],
  ['(LOCAL)\\SQL$2019', 'localhost', 'SQL$2019', null],
  ['fe80::1%eth0', 'fe80::1%eth0', null, null],
  ['[::1],1433', '::1', null, 1433],
  ['bäckerei', 'bäckerei', null, null],
]

for (const [typed, host, instance, port] of names) {
  test(`SNEL-2 takes the server '${typed}' as people type it`, () => {
    expect(parseSqlAddress(typed)).toEqual({ host, instance, port })
  })
}

const wrong = [
  ['', 'desktop.sqlServerName'],
  ['\\SQLEXPRESS', 'desktop.sqlServerName'],
  ['kantoor\\', null],
  ['kantoor,0', 'desktop.sqlServerName'],
  ['kantoor,70000', 'desktop.sqlServerName'],
  ['kantoor; DROP', 'desktop.sqlServerName'],
  ['https://kantoor/sql', 'desktop.sqlServerName'],
  ['(LocalDB)\\snelstart', 'desktop.sqlLocalDb'],
  ['np:kantoor', 'desktop.sqlPipe'],
  ['\\\\kantoor\\pipe\\sql\\query', 'desktop.sqlPipe'],
] as const

for (const [typed, code] of wrong) {
  test(`SNEL-2 says of the server '${typed}' ${code === null ? 'nothing' : `that it is ${code}`}`, () => {
    if (code === null) expect(parseSqlAddress(typed).instance).toBeNull()
    else expect(() => parseSqlAddress(typed)).toThrow(expect.objectContaining({ code }))
  })
}
