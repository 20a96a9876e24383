// Real PHP for tests, as a web server on loopback and as a syntax check.
//
// What works, tried with the pinned packages on Node 24:
// - 'system': the machine's own `php` (8.2 on Debian 12) with its built-in server.
// - '7.4' … '8.5' (@php-wasm/cli 3.1.56) and '5.6' … '7.3' (@php-wasm/cli 0.1.18): mysqli over TCP works, about 8 ms a
//   request. Their built-in server does not do: it dies when a connection closes early (7.4), or needs a second for each
//   request (5.6), so php-wasm-server.ts hands each request to PHP itself. SAPI name 'wasm'; one request at a time.
// - '5.6' … '7.3' cut a request body at a NUL byte.
// - '5.2' (@php-wasm/node-5-2, PHP 5.2.17): likewise, but without any MySQL extension.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeServerFolder, startServerProcess } from './server-process.ts'

const newVersions = ['5.2', '7.4', '8.0', '8.1', '8.2', '8.3', '8.4', '8.5'] as const
const legacyVersions = ['5.6', '7.0', '7.1', '7.2', '7.3'] as const

/** 'system' is the machine's own PHP; the numbers are WebAssembly builds and need nothing installed. */
export type PhpVersion = 'system' | (typeof newVersions)[number] | (typeof legacyVersions)[number]

export type PhpServer = {
  /** `http://127.0.0.1:port`, without a slash at the end. */
  readonly url: string
  readonly stop: () => Promise<void>
}

/** Serves `documentRoot`; `ini` sets php.ini values. A name that does not exist is answered by the `index.php` in the
 *  root, as a shop would, or by 404 where there is none. */
export async function startPhp(
  documentRoot: string,
  options: { version?: PhpVersion; ini?: Readonly<Record<string, string>> } = {},
): Promise<PhpServer> {
  const { version = 'system', ini = {} } = options
  const folder = makeServerFolder('php')
  const server = await startServerProcess(folder, (port) => {
    if (version === 'system') {
      return { command: 'php', args: [...toIniArgs(ini), '-S', `127.0.0.1:${port}`, '-t', documentRoot] }
    }
    const kind = legacyVersions.some((legacy) => legacy === version) ? 'legacy' : 'new'
    const program = join(import.meta.dirname, 'php-wasm-server.ts')
    const args = [program, version, documentRoot, `${port}`, JSON.stringify(ini), kind]
    return { command: process.execPath, args, env: { TMPDIR: folder } }
  })
  return { url: `http://127.0.0.1:${server.port}`, stop: server.stop }
}

const toIniArgs = (ini: Readonly<Record<string, string>>) =>
  Object.entries(ini).flatMap(([name, value]) => ['-d', `${name}=${value}`])

/** What that PHP has against the syntax of `file`, or null when it takes it. Nothing of the file is executed. */
export async function checkPhpSyntax(version: PhpVersion, file: string): Promise<string | null> {
  const folder = makeServerFolder('syntax')
  // The whole file is compiled before the first line runs, and that line ends the script.
  writeFileSync(join(folder, 'checked.php'), `<?php exit('takes it'); ?>${readFileSync(file, 'utf8')}`)
  const php = await startPhp(folder, { version, ini: { display_errors: '1', html_errors: '0' } })
  try {
    const answer = await (await fetch(`${php.url}/checked.php`)).text()
    return answer === 'takes it' ? null : answer.replaceAll(join(folder, 'checked.php'), file)
  } finally {
    await php.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
