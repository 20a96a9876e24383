import { expect, test } from 'vitest'
import { startCommandScene } from './scene.ts'
import { jsonLines, startProgram, untilEnd } from './spawn-program.ts'

test('BEY-2 a preview tells what would be made and makes nothing; the import then makes that', async () => {
  const { run, simulator } = await startCommandScene({ orders: [1001, 1009] })
  const preview = await run(['import', '--preview'])
  expect(preview.stdout).toContain('1001  Jan de Vries  € 38,00  wacht')
  expect(preview.stdout).toContain('Klant: Jan de Vries (nieuwe klant)')
  expect(preview.stdout).toContain('het totaal is € -2,50 anders dan de regels')
  expect(preview.stdout.trimEnd()).toMatch(/Voorbeeld: er is niets in SnelStart gemaakt\.$/)
  expect(preview).toMatchObject({ code: 1, stderr: '' })
  expect(simulator.state().verkooporders).toHaveLength(0)

  const imported = await run(['import'])
  expect(imported).toMatchObject({ code: 1, stderr: '' })
  expect(imported.stdout).toMatch(/Gemaakt in SnelStart +1\n/)
  expect(imported.stdout).toMatch(/Aandacht nodig:\n {2}Order 1009 .*\n {4}Wat te doen: Vul bij ‘Verschil ordertotaal’/)
  expect(simulator.state().verkooporders).toHaveLength(1)

  const shown = await run(['orders', 'show', '1001'])
  expect(shown.stdout).toMatch(/In de webshop \(inclusief btw\):\n {4}ART-0001/)
  expect(shown.stdout).toMatch(/Verkooporder 1, 2 maart 2026 \(inclusief btw\)/)
  expect(shown.stdout).toMatch(/Klant maken +gelukt .*\n {4}Verkooporder maken +gelukt/)
})

test('BEY-1 when all is made the exit code is 0, and a remark on a made order is told at the end', async () => {
  const { run } = await startCommandScene({ orders: [1007] })
  const imported = await run(['import', '--lang', 'en'])
  expect(imported).toMatchObject({ code: 0, stderr: '' })
  expect(imported.stdout).toMatch(
    /Please note:\n {2}Order 1007 .* customer code 30077; the new customer gets that code\./,
  )
  expect(imported.stdout.trimEnd()).toMatch(/Everything is handled\.$/)
})

test('CUST-2 an order whose customer is ambiguous shows how was searched, and who came close', async () => {
  const customer = (relatiecode: number, naam: string) => ({
    relatiesoort: ['Klant'],
    relatiecode,
    naam,
    email: 'jan.devries@voorbeeld.example',
  })
  const relaties = [customer(20001, 'Bakker'), customer(20002, 'Slager')]
  const { run } = await startCommandScene({ orders: [1001], seed: { relaties } })
  await run(['settings', 'set', 'recognition', 'email'])
  expect((await run(['import'])).code).toBe(1)
  const { stdout } = await run(['orders', 'show', '1001'])
  expect(stdout).toContain('hoort in SnelStart bij meer dan één klant')
  expect(stdout).toMatch(/Hoe dit is gekozen:\n[\s\S]*E-mailadres jan\.devries@voorbeeld\.example/)
  expect(stdout).toMatch(/Leek erop, maar is het niet:\n {4}· 2000\d .*: heeft hetzelfde e-mailadres/)
})

test('an import that SnelStart keeps out says so, what to do, and that nothing is lost', async () => {
  const { run } = await startCommandScene({ orders: [1001] })
  await run(['settings', 'set', 'clientKey', '--stdin'], { input: 'verkeerd' })
  const imported = await run(['import'])
  expect(imported.code).toBe(2)
  expect(imported.stdout).toMatch(
    /De import is gestopt: SnelStart weigert de koppelsleutel\. Maak .*\n.*de volgende import gaat verder/,
  )
  const log = await run(['log'])
  expect(log.stdout).toContain('De taak is gestopt: SnelStart weigert de koppelsleutel.')
})

test('a stop asked for lets the order at hand be finished, and the next import makes the rest once', async () => {
  const { run, folder, simulator } = await startCommandScene()
  simulator.addFault({ match: { path: 'verkooporders', method: 'POST' }, times: 'always', action: { delayMs: 300 } })
  const child = startProgram(['import'], { folder })
  const ended = untilEnd(child)
  while (!simulator.calls().some((call) => call.method === 'POST' && call.path.includes('verkooporders')))
    await new Promise((resolve) => setTimeout(resolve, 10))
  child.kill('SIGTERM')
  const { code, stderr } = await ended
  expect(code).toBe(2)
  expect(stderr).toContain('S-Connect stopt zodra de lopende order klaar is.')
  expect(stderr).toContain('Gestopt op uw verzoek. Er is niets half gedaan')
  const before = simulator.state().verkooporders.length
  expect(before).toBeGreaterThan(0)
  simulator.clearFaults()
  await run(['import'])
  const references = simulator.state().verkooporders.map((order) => order.betalingskenmerk)
  expect(references.length).toBeGreaterThan(before)
  expect(new Set(references).size).toBe(references.length)
})

test('--json prints JSON lines alone, on standard error too', async () => {
  const { run } = await startCommandScene({ orders: [1001, 1009] })
  for (const args of [
    ['shop', 'read'],
    ['lists'],
    ['test'],
    ['import', '--preview'],
    ['import'],
    ['orders', '--all'],
  ]) {
    const { stdout, stderr } = await run([...args, '--json'])
    expect(jsonLines(stdout).length, args.join(' ')).toBeGreaterThan(0)
    expect(stderr).toBe('')
  }
  const [order] = jsonLines((await run(['orders', 'show', '1001', '--json'])).stdout)
  expect(order).toMatchObject({ number: '1001', state: 'done', remoteNumber: '1' })
  await run(['settings', 'set', 'clientKey', '--stdin'], { input: 'verkeerd' })
  const failed = await run(['lists', '--json', '--lang', 'en'])
  expect(failed).toMatchObject({ code: 2, stdout: '' })
  const text = expect.stringContaining('SnelStart refuses the client key.')
  expect(jsonLines(failed.stderr)).toMatchObject([{ error: 'snelstart.clientKeyRefused', text }])
})

test('orders are offered again or dismissed by number; one that is not there leaves all as they were', async () => {
  const { run } = await startCommandScene({ orders: [1001, 1009] })
  await run(['import'])
  const unknown = await run(['orders', 'dismiss', '1009', '77', '--reason', 'test'])
  expect(unknown).toMatchObject({ code: 2, stdout: '' })
  expect(unknown.stderr).toBe('Er is geen order 77 in het postvak. Kijk met ‘s-connect orders list’ welke er zijn.\n')
  const made = await run(['orders', 'retry', '1001'])
  expect(made.code).toBe(1)
  expect(made.stdout).toContain('Deze order is niet opnieuw aan te bieden')
  expect((await run(['orders', 'dismiss', '1009', '--reason', 'met de hand gedaan'])).code).toBe(0)
  const left = await run(['orders'])
  expect(left).toMatchObject({ code: 0, stdout: expect.stringContaining('Er wacht geen enkele order.') })
  expect((await run(['orders', 'show', '1009'])).stdout).toContain('afgehandeld: met de hand gedaan')
})

test('BEY-1 an order in doubt tells what comes next, and is made again only on the word that it is not there', async () => {
  const { run, simulator } = await startCommandScene({ orders: [1001] })
  simulator.addFault({ match: { path: 'verkooporders', method: 'POST' }, action: { cutBefore: true } })
  const doubtful = await run(['import'])
  expect(doubtful.stdout).toMatch(/Order 1001 .* onbekend of SnelStart de order kreeg/)
  expect(doubtful.stdout).toContain('‘s-connect orders retry 1001 --absent’')
  const asked = await run(['orders', 'retry', '1001'])
  expect(asked).toMatchObject({ code: 1, stdout: expect.stringContaining('Kijk in SnelStart of hij er is') })
  expect((await run(['orders', 'retry', '1001', '--absent'])).stdout).toMatch(/^1001 .* wacht\n$/)
  expect((await run(['import'])).code).toBe(0)
  expect(simulator.state().verkooporders).toHaveLength(1)
})
