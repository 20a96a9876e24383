// A SQL Server as people type it: host, host\instance, host,port, tcp:host,port, (local), '.'.
import { SettingsWrong } from '../core/failures.ts'

export type SqlAddress = {
  readonly host: string
  /** null: the port decides, or the default instance. */
  readonly instance: string | null
  /** null: of the instance, asked from SQL Server Browser; 1433 for the default instance. */
  readonly port: number | null
}

/** Throws SettingsWrong: 'desktop.sqlServerName' for what is no name, 'desktop.sqlLocalDb' for LocalDB and 'desktop.sqlPipe' for
 *  named pipes and shared memory, which no network library can reach. */
export function parseSqlAddress(text: string): SqlAddress {
  const typed = text.trim()
  if (/^\(localdb\)/i.test(typed))
    throw new SettingsWrong('desktop.sqlLocalDb', 'LocalDB is no server', { server: typed })
  if (/^(np|lpc):|^\\\\/i.test(typed)) throw new SettingsWrong('desktop.sqlPipe', 'no TCP address', { server: typed })
  const parts = /^(?:tcp:)?([^\\,]*)(?:\\([^\\,]*))?(?:,\s*(\d{1,5}))?$/i.exec(typed)
  const [host, hostPort] = splitColon((parts?.[1] ?? '').trim())
  const instance = parts?.[2]?.trim() ?? ''
  const port = parts?.[3] ?? hostPort
  if (!isHost(host) || !isInstance(instance) || !isPort(port)) {
    throw new SettingsWrong('desktop.sqlServerName', 'no name of a SQL Server', { server: typed })
  }
  return {
    host: isThisComputer(host) ? 'localhost' : host,
    instance: port !== null || instance === '' || /^mssqlserver$/i.test(instance) ? null : instance,
    port: port === null ? null : Number(port),
  }
}

/** 'host:1433' is not how SQL Server writes it, but what people know from elsewhere. */
function splitColon(host: string): [host: string, port: string | null] {
  const parts = /^([^:]+):(\d{1,5})$/.exec(host)
  return parts === null ? [host.replace(/^\[(.*)\]$/, '$1'), null] : [parts[1] ?? '', parts[2] ?? null]
}

const isThisComputer = (host: string): boolean => host === '.' || /^\(local\)$/i.test(host)
const isHost = (host: string): boolean => isThisComputer(host) || /^[\p{L}\p{N}_.:%-]{1,255}$/u.test(host)
const isInstance = (name: string): boolean => /^[\p{L}\p{N}_#$]{0,16}$/u.test(name)
const isPort = (port: string | null): boolean => port === null || (Number(port) >= 1 && Number(port) <= 65_535)
