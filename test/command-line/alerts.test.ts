// Who is told when something is wrong, from the command line (BEY-5, BEY-6).
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { newFolder } from './scene.ts'
import { jsonLines, runProgram } from './spawn-program.ts'

async function startWebhook(): Promise<{ readonly url: string; readonly bodies: readonly string[] }> {
  const bodies: string[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    bodies.push(Buffer.concat(parts).toString())
    response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { bodies, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` }
}

test('BEY-5 alerts are set, shown and tried on the command line', async () => {
  const folder = newFolder()
  const { url, bodies } = await startWebhook()
  const alerts = (...args: readonly string[]) => runProgram(['alerts', ...args], { folder })
  const off = await alerts('test')
  expect(off).toMatchObject({ code: 2, stdout: '' })
  expect(off.stderr).toContain('s-connect alerts set email ja')
  expect((await alerts('show')).stdout).not.toContain('webhookUrl')
  expect(await alerts('set', 'webhook', 'ja')).toMatchObject({ code: 0, stdout: 'Bewaard: webhook\n' })
  const incomplete = await alerts('test', 'webhook')
  expect(incomplete.code).toBe(2)
  expect(incomplete.stderr).toContain('Nog niet ingevuld: ‘Adres van de webhook’.')
  expect((await alerts('set', 'alerts.webhookUrl', url)).code).toBe(0)
  expect((await alerts('show')).stdout).toMatch(/webhookUrl +Adres van de webhook +http:/)
  expect(await alerts('test')).toMatchObject({ code: 0, stdout: 'Proefbericht verstuurd: Bericht per webhook\n' })
  expect(bodies.map((body) => JSON.parse(body))).toMatchObject([{ program: 's-connect', kind: 'test' }])
  const shown = jsonLines((await alerts('show', '--json')).stdout)
  expect(shown.find(({ key }) => key === 'webhookUrl')).toMatchObject({ value: url, secretSetAt: null })
  expect((await alerts('set', 'webhookUrl', '')).stdout).toBe('Leeggemaakt: webhookUrl\n')
})

test('BEY-5 what does not fit is refused with what would, and a secret is neither an argument nor shown', async () => {
  const folder = newFolder()
  const set = (...args: readonly string[]) => runProgram(['alerts', 'set', ...args], { folder, input: 'zeer-geheim' })
  expect((await set('emailTo', 'jan')).code).toBe(2)
  expect((await set('smtpPort', '0')).stderr).toContain('smtpPort')
  expect((await set('colour', 'red')).stderr).toContain('Er is geen instelling ‘colour’.')
  expect((await set('smtpPassword', 'zeer-geheim')).stderr).toMatch(/^smtpPassword is geheim/)
  expect((await set('smtpPassword', '--stdin')).stdout).toBe('Bewaard: smtpPassword\n')
  expect((await set('email', 'ja')).code).toBe(0)
  const { stdout } = await runProgram(['alerts'], { folder })
  expect(stdout).toMatch(/smtpPassword +Wachtwoord +ingesteld op/)
  expect(stdout).not.toContain('geheim')
})
