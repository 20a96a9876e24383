// Finding SQL Servers and the ports of their instances, against a Browser of our own that may also lie.
import { createSocket } from 'node:dgram'
import { afterEach, describe, expect, test } from 'vitest'
import { findServers } from '../../src/accounting/snelstart-desktop/discovery/servers.ts'
import { findInstancePort, findServers as findOnNetwork } from '../../src/net/sql-browser.ts'
import { type Browser, startBrowser, toAnswer } from './tds/browser.ts'
import { everything, readAll, startSqlScene, untilTheEnd } from './tds/scene.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

const host = '127.0.0.1'
const timeoutMs = 150

async function start(answers: readonly string[], port: number | null = 1433): Promise<Browser> {
  const texts = answers.length === 0 ? null : () => answers.map(toAnswer)
  const browser = await startBrowser(host, 'SNELSTART', port, texts)
  stops.push(browser.stop)
  return browser
}

const entry = (server: string, instance: string): string =>
  `ServerName;${server};InstanceName;${instance};IsClustered;No;Version;15.0.2000.5;tcp;1433;;`

describe('SNEL-2 the list of servers', () => {
  test('has each once, sorted, a default instance without its name', async () => {
    const both = entry('Winkel', 'SNELSTART') + entry('Winkel', 'MSSQLSERVER')
    const { port } = await start([entry('kantoor', 'SNELSTART'), both, entry('KANTOOR', 'snelstart')])
    const found = await findServers(untilTheEnd(), { port, timeoutMs, address: host })
    expect(found.note).toBeNull()
    expect(found.options).toEqual(expect.arrayContaining(['kantoor\\SNELSTART']))
    expect(await findOnNetwork({ port, timeoutMs }, untilTheEnd())).toEqual([
      'kantoor\\SNELSTART',
      'Winkel',
      'Winkel\\SNELSTART',
    ])
  })

  test('has no more than two hundred, however many answer', async () => {
    const many = Array.from({ length: 30 }, (_, one) =>
      Array.from({ length: 20 }, (_other, two) => entry(`S${one}`, `I${two}`)).join(''),
    )
    const { port } = await start(many)
    expect(await findOnNetwork({ port, timeoutMs }, untilTheEnd())).toHaveLength(200)
  })

  test('drops what is no answer, and what comes from another port than was asked', async () => {
    const other = createSocket('udp4')
    stops.push(() => new Promise((done) => other.close(() => done())))
    const { port } = await startLiar((sender) => {
      other.send(toAnswer(entry('VREEMD', 'SNELSTART')), sender.port, host)
      return [Buffer.from('rubbish'), toAnswer(entry('a;b', '<script>')), Buffer.alloc(60_000, 5)]
    })
    expect(await findOnNetwork({ port, timeoutMs }, untilTheEnd())).toEqual([])
  })

  test('is empty with words where nobody answers, and never a failure', async () => {
    const { port, stop } = await startBrowser(host, 'SNELSTART', 1433)
    await stop()
    const nobody = await findServers(untilTheEnd(), { port, timeoutMs })
    expect(nobody).toMatchObject({ options: [], note: { nl: expect.stringMatching(/UDP-poort 1434/) } })
    const unknown = await findServers(untilTheEnd(), { address: 'nergens.invalid', timeoutMs })
    expect(unknown).toMatchObject({ options: [], note: { nl: expect.stringMatching(/nergens\.invalid/) } })
    expect((await findServers(AbortSignal.abort(), { port, timeoutMs })).options).toEqual([])
  })
})

async function startLiar(answers: (sender: { readonly port: number }) => readonly Buffer[]): Promise<{ port: number }> {
  const socket = createSocket('udp4')
  socket.on('message', (_question, sender) => {
    for (const bytes of answers(sender)) socket.send(bytes, sender.port, sender.address)
  })
  await new Promise<void>((done) => {
    socket.bind(0, host, done)
  })
  stops.push(() => new Promise((done) => socket.close(() => done())))
  return { port: socket.address().port }
}

describe('SNEL-2 the port of an instance', () => {
  test('is asked from the Browser, and the administration is read there', async () => {
    const scene = await startSqlScene({ instance: 'SNELSTART' })
    stops.push(scene.stop)
    for (const server of ['127.0.0.1\\snelstart', 'tcp:localhost\\SnelStart', '.\\SNELSTART']) {
      const database = scene.connect({ server }, { browserPort: scene.server.browserPort })
      expect(await readAll(database, everything)).toHaveLength(4)
    }
  })

  const troubles: readonly (readonly [string, string, string, readonly string[], number | null])[] = [
    ['no instance of that name', 'ANDERS', 'desktop.sqlInstance', [], 1433],
    ['an instance without TCP/IP', 'SNELSTART', 'desktop.sqlNoTcp', [], null],
    ['only rubbish', 'SNELSTART', 'desktop.sqlBrowser', ['ServerName;;;;', 'tcp;1433;;'], 1433],
  ]
  for (const [what, instance, code, answers, tcp] of troubles) {
    test(`SNEL-6 ${what} is told as ${code}`, async () => {
      const { port } = await start(answers, tcp)
      const finding = findInstancePort({ host, instance, timeoutMs, port }, untilTheEnd())
      await expect(finding).rejects.toMatchObject({ code, context: { host, instance } })
    })
  }

  test('SNEL-6 a Browser that is silent or a computer that nobody knows is told apart', async () => {
    const { port } = await startLiar(() => [])
    const silent = findInstancePort({ host, instance: 'SNELSTART', timeoutMs, port }, untilTheEnd())
    await expect(silent).rejects.toMatchObject({ code: 'desktop.sqlBrowser', sent: false })
    const nowhere = findInstancePort({ host: 'nergens.invalid', instance: 'X', timeoutMs, port }, untilTheEnd())
    await expect(nowhere).rejects.toMatchObject({ code: 'desktop.sqlServerNotFound', sent: false })
  })

  test('is not waited for any longer once that is aborted', async () => {
    const { port } = await startLiar(() => [])
    const stop = AbortSignal.timeout(20)
    const waiting = findInstancePort({ host, instance: 'SNELSTART', timeoutMs: 60_000, port }, stop)
    await expect(waiting).rejects.toMatchObject({ name: 'TimeoutError' })
  })
})
