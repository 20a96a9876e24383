// The Windows helper as a process: what it reads and writes, and when it ends. Under Mono.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as protocol from '../../src/accounting/snelstart-desktop/gateway/protocol.ts'
import { describeWith } from '../support/fixtures.ts'
import { compileHelper } from './gateway/compile.ts'
import { toOpen } from './gateway/questions.ts'
import { startRawHelper } from './gateway/raw-helper.ts'
import { standInGateway, writeFaults, writeState } from './gateway/stand-in.ts'
import { sampleAdministration } from './sample.ts'

describeWith({ servers: ['mono'] }, 'the Windows helper as a process', () => {
  let folder: string
  let plain: { readonly command: string; readonly args: readonly string[] }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sc-process-'))
    plain = { command: 'mono', args: [await compileHelper()] }
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('it greets first, without a byte order mark, and ends with its input', async () => {
    const helper = await startRawHelper(protocol, plain)
    expect(protocol.helloLine.parse(JSON.parse(helper.hello))).toMatchObject({
      hello: 's-connect-gateway',
      protocol: 1,
    })
    expect(await helper.stop()).toBe(0)
    expect(await helper.next()).toBeNull()
  })

  test.each([
    ['no JSON', 'hallo', 0],
    ['half of it', '{"id":1,"call":"gateway.versions"', 0],
    ['more behind it', '{"id":1} {}', 0],
    ['a list', '[1,2]', 0],
    ['a bare surrogate', '"\\ud800"', 0],
    ['no id', '{"call":"gateway.versions","question":{}}', 0],
    ['an id that is no number', '{"id":"1","call":"gateway.versions","question":{}}', 0],
    ['no question', '{"id":7,"call":"gateway.versions"}', 7],
    ['an unknown call', '{"id":8,"call":"sql.drop","question":{}}', 8],
    ['a field of another kind', '{"id":9,"call":"customer.update","question":{"code":"1","fields":{}}}', 9],
    ['a code that is too large', '{"id":10,"call":"customer.update","question":{"code":9999999999,"fields":{}}}', 10],
    ['a missing field', '{"id":11,"call":"sql.open","question":{}}', 11],
    ['very deep', '['.repeat(100_000), 0],
    ['binary', '\u0000\u0001\u0002', 0],
  ])('%s gets kind ‘request’, and the next call goes on', async (_, line, id) => {
    const helper = await startRawHelper(protocol, plain)
    helper.send(line)
    expect(JSON.parse((await helper.next()) ?? '')).toMatchObject({ id, ok: false, error: { kind: 'request' } })
    helper.send('{"id":12,"call":"gateway.close","question":{}}')
    expect(JSON.parse((await helper.next()) ?? '')).toEqual({ id: 12, ok: true, result: {} })
    expect(await helper.stop()).toBe(0)
  })

  test('the build script makes a 32-bit Windows program that greets', async () => {
    const build = join(import.meta.dirname, '../../scripts/build-gateway.ts')
    const made = execFileSync(process.execPath, [build, join(folder, 'bin')], { encoding: 'utf8' }).trim()
    expect(made).toBe(join(folder, 'bin', 'snelstart-gateway.exe'))
    const program = readFileSync(made)
    const header = program.readUInt32LE(0x3c)
    // PE for Intel 386, and in its .NET header 'requires 32 bit'.
    expect([program.toString('latin1', header, header + 2), program.readUInt16LE(header + 4)]).toEqual(['PE', 0x14c])
    expect(findNetFlags(program, header) & 2).toBe(2)
    const helper = await startRawHelper(protocol, { command: 'mono', args: [made] })
    expect(await helper.stop()).toBe(0)
  })

  test('questions sent together are answered in their order', async () => {
    const helper = await startRawHelper(protocol, plain)
    for (let id = 1; id <= 50; id++) helper.send(JSON.stringify({ id, call: 'gateway.close', question: {} }))
    for (let id = 1; id <= 50; id++) expect(JSON.parse((await helper.next()) ?? '')).toMatchObject({ id, ok: true })
    await helper.stop()
  })

  test('without the Gateway’s library it says so', async () => {
    const helper = await startRawHelper(protocol, plain)
    expect(await helper.refuse('gateway.open', toOpen)).toMatchObject({ kind: 'noGateway' })
    await helper.stop()
    const other = await startRawHelper(protocol, plain, ['--library', join(folder, 'SnelStartGatewayInterface.dll')])
    expect(await other.refuse('gateway.versions', {})).toMatchObject({ kind: 'noGateway', member: 'clsGWaySnelStart' })
    await other.stop()
  })

  test('wrong arguments end it with a word on standard error', async () => {
    const helper = await startRawHelper(protocol, plain, ['--parent', 'niemand'])
    expect(await helper.ended).toBe(2)
    expect([helper.hello, helper.stderr()]).toEqual(['', expect.stringContaining('--parent')])
  })

  test('it ends when the process that it was told of is gone, although its input stays open', async () => {
    const parent = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'])
    const helper = await startRawHelper(protocol, plain, ['--parent', String(parent.pid)])
    parent.kill()
    await once(parent, 'exit')
    expect(await helper.ended).toBe(0)
  })

  test('BEY-1 a question that is still in line when that process is gone is not begun', async () => {
    // More than once: the helper may have seen it by itself already.
    for (let time = 0; time < 3; time++) {
      const parent = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'])
      const helper = await startRawHelper(protocol, plain, ['--parent', String(parent.pid)])
      parent.kill()
      await once(parent, 'exit')
      helper.send('{"id":1,"call":"gateway.close","question":{}}')
      expect(await helper.next()).toBeNull()
      expect(await helper.ended).toBe(0)
    }
  })

  test('what was asked before its input ended is answered, also where a process was named', async () => {
    const helper = await startRawHelper(protocol, plain, ['--parent', String(process.pid)])
    for (let id = 1; id <= 3; id++) helper.send(JSON.stringify({ id, call: 'gateway.close', question: {} }))
    expect(await helper.stop()).toBe(0)
    for (let id = 1; id <= 3; id++) expect(JSON.parse((await helper.next()) ?? '')).toMatchObject({ id, ok: true })
  })

  test('a call that hangs ends too when that process is gone', async () => {
    const parent = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'])
    const state = join(folder, 'state')
    const faults = join(folder, 'faults')
    writeState(state, sampleAdministration({ customers: 1, articles: 1, stocked: 1 }))
    writeFaults(faults, [{ member: 'mtdGWayAdmiOpenenViaLoginSettings', do: 'hang' }])
    const command = await standInGateway({ state, faults, graceMs: 50 })
    const helper = await startRawHelper(protocol, command, ['--parent', String(parent.pid)])
    helper.send(JSON.stringify({ id: 1, call: 'gateway.open', question: toOpen }))
    // It hangs as soon as it has taken the fault out of the file.
    await expect.poll(() => readFileSync(faults, 'utf8'), { timeout: 20_000 }).toBe('')
    parent.kill()
    expect(await helper.ended).toBe('SIGKILL')
    expect(await helper.next()).toBeNull()
  })

  test('a password is in no text that it says', async () => {
    const state = join(folder, 'secrets')
    writeState(state, sampleAdministration({ customers: 1, articles: 1, stocked: 1 }), {
      passwords: { Beheerder: 'x' },
    })
    const helper = await startRawHelper(protocol, await standInGateway({ state }))
    const opened = await helper.refuse('gateway.open', { ...toOpen, password: 'Zeer-geheim-1' })
    await helper.stop()
    expect(JSON.stringify(opened) + helper.stderr()).not.toContain('geheim')
  })
})

/** The flags of the .NET header: found by directory 14 of the optional header, through the section that holds it. */
function findNetFlags(program: Buffer, header: number): number {
  const address = program.readUInt32LE(header + 24 + 96 + 14 * 8)
  const sections = header + 24 + program.readUInt16LE(header + 20)
  for (let at = sections; at < sections + 40 * program.readUInt16LE(header + 6); at += 40) {
    const offset = address - program.readUInt32LE(at + 12)
    if (offset >= 0 && offset < program.readUInt32LE(at + 16)) {
      return program.readUInt32LE(program.readUInt32LE(at + 20) + offset + 16)
    }
  }
  return 0
}
