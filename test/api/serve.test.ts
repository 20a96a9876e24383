// `s-connect serve` as a process of its own: how it starts, what it says when it cannot, and how it ends.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { password, send } from './api-scene.ts'

const program = fileURLToPath(new URL('../../src/s-connect.js', import.meta.url))

type Started = {
  readonly child: ChildProcess
  /** Resolves with the address that it prints; null: it ended without one. */
  readonly url: Promise<string | null>
  readonly ended: Promise<number | null>
  readonly said: () => string
}

function serve(folder: string, ...more: readonly string[]): Started {
  const child = spawn(process.execPath, [program, '--lang', 'nl', '--data', folder, 'serve', '--port', '0', ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  const url = new Promise<string | null>((resolve) => {
    const hear = (part: Buffer): void => {
      said += part.toString()
      const address = /http:\/\/\S+/.exec(said)?.[0]
      if (address !== undefined) resolve(address)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    ended.then(() => resolve(null))
  })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { child, url, ended, said: () => said }
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 's-connect-serve-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

const health = async (url: string | null): Promise<number> => (await send(url ?? '', 'GET', '/health', {})).status

test('listens on this machine alone, answers, and ends cleanly on SIGTERM', async () => {
  const started = serve(folder())
  const url = await started.url
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(await health(url)).toBe(200)
  started.child.kill('SIGTERM')
  expect(await started.ended).toBe(0)
  expect(started.said()).toBe(`S-Connect draait op ${url}\n`)
})

test('a page that is listening does not keep it from ending', async () => {
  const started = serve(folder())
  const url = (await started.url) ?? ''
  const setUp = await send(url, 'POST', '/api/setup', { body: { password } })
  const cookie = setUp.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  const events = await fetch(`${url}/api/events`, { headers: { cookie } })
  expect(events.status).toBe(200)
  started.child.kill('SIGTERM')
  expect(await started.ended).toBe(0)
})

test('a taken data folder is told in one sentence, and the one that has it goes on', async () => {
  const path = folder()
  const first = serve(path)
  const url = await first.url
  const second = serve(path)
  expect(await second.ended).toBe(2)
  expect(second.said()).toBe(
    `S-Connect draait al met de gegevensmap ${path}. Open de pagina daarvan, of kies een andere map met --data.\n`,
  )
  expect(await health(url)).toBe(200)
})

test('after kill -9 the next one starts at once', async () => {
  const path = folder()
  const first = serve(path)
  await first.url
  first.child.kill('SIGKILL')
  await first.ended
  expect(await health(await serve(path).url)).toBe(200)
})

test('a taken port is told in one sentence', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void taken.close())
  const { port } = taken.address() as { port: number }
  const started = serve(folder(), '--port', String(port))
  expect(await started.ended).toBe(2)
  expect(started.said()).toBe(`Poort ${port} is al in gebruik. Kies een andere met --port.\n`)
})

test('it is not opened to a network without a password; with one it is, after a warning', async () => {
  const path = folder()
  const refused = serve(path, '--host', '0.0.0.0')
  expect(await refused.ended).toBe(2)
  expect(refused.said()).toMatch(/^S-Connect opent zich niet voor het netwerk zolang er geen wachtwoord is\./)
  const here = serve(path)
  await send((await here.url) ?? '', 'POST', '/api/setup', { body: { password } })
  here.child.kill('SIGTERM')
  await here.ended
  const opened = serve(path, '--host', '0.0.0.0')
  expect(await health(await opened.url)).toBe(200)
  opened.child.kill('SIGTERM')
  await opened.ended
  expect(opened.said()).toContain('wachtwoorden gaan onversleuteld over de lijn')
})
