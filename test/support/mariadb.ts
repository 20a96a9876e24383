// A real MariaDB for tests: a private server on loopback with its own data folder, ready in about a second, so each
// test file starts one and shares nothing. Runs as the user who runs the tests.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { makeServerFolder, startServerProcess } from './server-process.ts'

export type MariaDb = {
  readonly host: string
  readonly port: number
  /** May do everything; logs in over TCP with mysql_native_password, so that PHP 5.6 can. */
  readonly user: string
  readonly password: string
  /** Makes an empty utf8mb4 database and runs `dump` in it: the path of a `.sql` or `.sql.gz` file, or SQL text; '' for none. */
  readonly createDatabase: (name: string, dump: string) => Promise<void>
  readonly dropDatabase: (name: string) => Promise<void>
  /** Runs SQL (one or more statements); the rows of all of them as text, a NULL as the text 'NULL'. Throws with the server's message. */
  readonly query: (sql: string, database?: string) => Promise<string[][]>
  readonly stop: () => Promise<void>
}

/** Starts a server; it ends with the test process even when `stop` is not called. */
export async function startMariaDb(): Promise<MariaDb> {
  const folder = makeServerFolder('mariadb')
  const socket = join(folder, 'socket')
  const password = randomBytes(12).toString('hex')
  const common = [
    '--no-defaults',
    `--datadir=${join(folder, 'data')}`,
    // Its own, or servers that start side by side delete each other's temporary tables.
    `--tmpdir=${folder}`,
    `--user=${userInfo().username}`,
    '--innodb-log-file-size=16M',
  ]
  const server = await startServerProcess(folder, (port) => {
    const only = [
      `--socket=${socket}`,
      `--port=${port}`,
      `--pid-file=${join(folder, 'pid')}`,
      '--bind-address=127.0.0.1',
      '--skip-name-resolve',
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-buffer-pool-size=64M',
    ]
    return { command: 'sh', args: ['-c', installAndStart, 'start', ...common, ...only] }
  })
  const runSql = (sql: string | Buffer, database = '') =>
    run('mariadb', ['--no-defaults', `--socket=${socket}`, '--user=root', '--batch', '-N', '-A', database], sql)
  await runSql(`CREATE USER shop@'%' IDENTIFIED BY '${password}'; GRANT ALL ON *.* TO shop@'%' WITH GRANT OPTION`)
  return {
    host: '127.0.0.1',
    port: server.port,
    user: 'shop',
    password,
    createDatabase: async (name, dump) => {
      await runSql(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4`)
      await runSql(readDump(dump), name)
    },
    dropDatabase: async (name) => {
      await runSql(`DROP DATABASE IF EXISTS \`${name}\``)
    },
    query: async (sql, database) => toRows(await runSql(sql, database)),
    stop: server.stop,
  }
}

// Making the data folder belongs to the server's life, so that a test process that dies then leaves nothing behind either.
// The first four arguments are those that both programs take.
const installAndStart = `
mariadb-install-db "$1" "$2" "$3" "$4" --skip-test-db --auth-root-authentication-method=normal && exec mariadbd "$@"
`

function readDump(dump: string): string | Buffer {
  if (dump.endsWith('.sql.gz')) return gunzipSync(readFileSync(dump))
  return dump.endsWith('.sql') ? readFileSync(dump) : dump
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', '0': '\0', '\\': '\\' }

/** The client's batch output: a row per line, columns by tab, the characters between escaped with a backslash. */
function toRows(output: string): string[][] {
  const toCell = (cell: string) => cell.replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter)
  return output
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t').map(toCell))
}

function run(command: string, args: readonly string[], input: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'pipe' })
    const output: Buffer[] = []
    const complaints: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => output.push(part))
    child.stderr.on('data', (part: Buffer) => complaints.push(part))
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(Buffer.concat(output).toString())
      else reject(new Error(`${command}: ${Buffer.concat(complaints).toString().trim()}`))
    })
    // A client that stops at an error leaves the rest of the dump unread; its message says why.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}
