// A line to SQL Server that breaks, hangs or leads to somebody else: nothing is lost, nothing comes twice, nobody waits for ever.
import { createServer } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { everything, proefAdministration, readAll, type SqlScene, startSqlScene, untilTheEnd } from './tds/scene.ts'
import { read } from './tds/told.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

async function start(rows = 4): Promise<SqlScene> {
  const scene = await startSqlScene({}, rows)
  stops.push(scene.stop)
  return scene
}

/** A server that takes connections and says `words` or nothing. */
async function startStranger(words: string | null): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => null)
    if (words !== null) socket.write(words)
    stops.push(async () => void socket.destroy())
  })
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  stops.push(async () => void server.close())
  const address = server.address()
  return `127.0.0.1,${typeof address === 'object' ? address?.port : 0}`
}

describe('SNEL-6 a line that breaks', () => {
  test('in the middle of a page is taken up again: no row is lost and none comes twice', async () => {
    const scene = await start(1_203)
    const keys: unknown[] = []
    for await (const page of scene.connect().read(everything, untilTheEnd())) {
      keys.push(...page.map((row) => row['fldProefID']))
      scene.server.misbehaviour.cutAfterRows = 200
    }
    expect(keys).toEqual(proefAdministration(1_203)[0]?.rows.map((row) => row['fldProefID']))
    expect(scene.server.logIns()).toBe(3)
  })

  test('again and again is a failure that leaves no doubt, after whole pages only', async () => {
    const scene = await start(1_203)
    const { misbehaviour } = scene.server
    const sizes: number[] = []
    const reading = async () => {
      for await (const page of scene.connect().read(everything, untilTheEnd())) {
        sizes.push(page.length)
        misbehaviour.before = () => {
          misbehaviour.cutAfterRows = 200
        }
      }
    }
    expect(await reading().catch((error: unknown) => error)).toMatchObject({ code: 'desktop.sqlLost', sent: false })
    expect(sizes).toEqual([500])
  })

  test('while nobody asks anything is mended by the next question', async () => {
    const scene = await start()
    const database = scene.connect()
    await readAll(database, everything)
    scene.server.hangUp()
    expect(await readAll(database, everything)).toHaveLength(4)
    expect(scene.server.logIns()).toBe(2)
  })

  test('for good is told with what to do', async () => {
    const scene = await start(1_203)
    const reading = async () => {
      for await (const page of scene.connect().read(everything, untilTheEnd())) {
        if (page.length === 500) await scene.server.stop()
      }
    }
    expect(await read(reading())).toMatchObject({ code: 'desktop.sqlRefused', todo: expect.stringMatching(/TCP\/IP/) })
    stops.length = 0
  })
})

describe('SNEL-6 a server that does not answer', () => {
  test('a question is given up when its time is over, and the next one is answered again', async () => {
    const scene = await start()
    const database = scene.connect({}, { queryTimeoutMs: 150 })
    await database.schema(untilTheEnd())
    scene.server.misbehaviour.hangs = true
    expect(await read(readAll(database, everything))).toMatchObject({ code: 'desktop.sqlTimeout' })
    scene.server.misbehaviour.hangs = false
    expect(await readAll(database, everything)).toHaveLength(4)
  })

  test('reading stops at once when it is aborted, with the reason of that, and can begin anew', async () => {
    const scene = await start(1_203)
    const database = scene.connect()
    const stop = new AbortController()
    scene.server.misbehaviour.before = (sql) => {
      if (!sql.includes('>')) return
      scene.server.misbehaviour.hangs = true
      stop.abort(new Error('enough'))
    }
    await expect(readAll(database, everything, stop.signal)).rejects.toThrow('enough')
    Object.assign(scene.server.misbehaviour, { hangs: false, before: null })
    expect(await readAll(database, everything)).toHaveLength(1_203)
  })

  test('one who waits for his turn and leaves does not disturb the one before him', async () => {
    const scene = await start(1_203)
    const database = scene.connect()
    const stop = new AbortController()
    const first = readAll(database, everything)
    const second = readAll(database, everything, stop.signal)
    stop.abort(new Error('enough'))
    await expect(second).rejects.toThrow('enough')
    expect(await first).toHaveLength(1_203)
  })

  test('a server that takes the line and says nothing is given up, or left when aborted', async () => {
    const scene = await start()
    const server = await startStranger(null)
    const told = await read(scene.connect({ server }, { connectTimeoutMs: 150 }).schema(untilTheEnd()))
    expect(told).toMatchObject({ code: 'desktop.sqlUnreachable', todo: expect.stringMatching(/firewall/) })
    const waiting = scene.connect({ server }).schema(AbortSignal.timeout(50))
    await expect(waiting).rejects.toMatchObject({ name: 'TimeoutError' })
  })

  test('a server that is no SQL Server is a failure like the others', async () => {
    const scene = await start()
    const server = await startStranger('HTTP/1.1 400 Bad Request\r\n\r\n')
    const database = scene.connect({ server }, { connectTimeoutMs: 300 })
    await expect(database.schema(untilTheEnd())).rejects.toMatchObject({ name: 'ConnectionFailed', sent: false })
  })
})
