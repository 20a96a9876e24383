import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { jsonLines, runProgram, startProgram, untilEnd } from './spawn-program.ts'

test('BEY-9 the demo tells within twenty seconds what was made, what waits and why, and what to try next', async () => {
  const startedAt = performance.now()
  const { code, stdout, stderr } = await runProgram(['demo'])
  expect(performance.now() - startedAt).toBeLessThan(20_000)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/Gemaakt in SnelStart +10\n/)
  expect(stdout).toMatch(/Aandacht nodig:\n {2}Order 1009 van Jan de Vries \(€ 152,00\): het totaal is € -2,50/)
  expect(stdout).toMatch(/Let op:\n {2}Order 1007/)
  expect(stdout).toMatch(/Probeer nu:\n {2}npx s-connect demo --keep/)
})

test('the demo speaks English where that is asked, and JSON for machines', async () => {
  const english = await runProgram(['demo'], { env: { S_CONNECT_LANG: 'en' } })
  expect(english.stdout).toContain('Order 1009 of Jan de Vries (€152.00): the total differs by -€2.50')
  expect(english.stdout).not.toMatch(/\b(klant|gemaakt|Wat te doen)\b/)
  const json = await runProgram(['demo', '--json'])
  expect(jsonLines(json.stdout).at(-1)).toMatchObject({
    written: { done: 10 },
    counts: { problem: 1 },
    stoppedBy: null,
  })
})

// Part of Debian's essential packages; a terminal is made with it.
const script = '/usr/bin/script'

/** Starts `demo` on a terminal. `untilShown` gives the screen once it holds that. */
function demoAtTerminal(args: string) {
  const entry = join(import.meta.dirname, '../../src/s-connect.js')
  const { S_CONNECT_LANG: _lang, ...env } = process.env
  // exec: a shell that stays in between gets the Ctrl+C as well, and not every shell then passes on our exit code.
  const child = spawn(script, ['-qefc', `exec "${process.execPath}" "${entry}" demo ${args}`, '/dev/null'], { env })
  const ended = untilEnd(child)
  let screen = ''
  const untilShown = (wanted: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      child.stdout.on('data', (part: Buffer) => {
        screen += part.toString()
        if (wanted.test(screen)) resolve(screen)
      })
      ended.then(() => reject(new Error(`ended without it: ${screen}`)), reject)
    })
  return { untilShown, type: (keys: string) => child.stdin.write(keys), ended }
}

test.skipIf(!existsSync(script))(
  'BEY-9 at a terminal the demo opens its page with the orders it made, until Ctrl+C [needs script]',
  async () => {
    const demo = demoAtTerminal('')
    const screen = await demo.untilShown(/Ctrl\+C stopt de demo/)
    expect(screen).toMatch(/Gemaakt in SnelStart +10\r\n/)
    const [url = '', name, password] = ['de pagina', 'Naam', 'Wachtwoord'].map(
      (label) => new RegExp(`${label} +(\\S+)`).exec(screen)?.[1],
    )
    const origin = { origin: url, 'content-type': 'application/json' }
    const body = JSON.stringify({ name, password })
    const session = await fetch(`${url}/api/session`, { method: 'POST', headers: origin, body })
    const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? ''
    const orders = await fetch(`${url}/api/profiles/1/orders?state=done`, { headers: { cookie } })
    expect(((await orders.json()) as { entries: unknown[] }).entries).toHaveLength(10)
    demo.type('\u0003')
    expect((await demo.ended).code).toBe(0)
    await expect(fetch(url)).rejects.toThrow()
  },
)

test.skipIf(!existsSync(script))('--no-serve ends the demo by itself at a terminal too [needs script]', async () => {
  const { code, stdout } = await demoAtTerminal('--no-serve').ended
  expect(code).toBe(0)
  expect(stdout).toContain('Probeer nu:')
  expect(stdout).not.toContain('Ctrl+C')
})

// The system's own, which may be older than what we need: the program brings a newer one. Elsewhere this one has to do.
const systemNode = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => existsSync(path)) ?? process.execPath

test('an older Node starts the program with the Node that came along, and passes on exit code and stop', async () => {
  expect(await runProgram(['--version'], { node: systemNode })).toMatchObject({
    code: 0,
    stdout: '0.1.0\n',
    stderr: '',
  })
  expect(await runProgram(['lijst'], { node: systemNode })).toMatchObject({ code: 2, stdout: '' })
  const child = startProgram(['simulator', '--port', '0'], { node: systemNode })
  const ended = untilEnd(child)
  await once(child.stdout, 'data')
  child.kill('SIGTERM')
  expect(await ended).toMatchObject({ code: 0, stderr: '' })
})
