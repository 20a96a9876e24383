// After the demo's import its page: the same service as `serve`, on the demo's data, until Ctrl+C (BEY-9).
import { once } from 'node:events'
import { instantOf } from '../runs/context.ts'
import { hashPassword } from '../runs/passwords.ts'
import type { Program } from '../runs/program.ts'
import { type Console, inLanguage, table } from './console.ts'
import type { Serving } from './serve.ts'

/** Returns after Ctrl+C, when everything has come to rest. */
export async function serveDemo(
  console: Console,
  program: Program,
  start: (program: Program) => Promise<Serving>,
): Promise<void> {
  const say = (nl: string, en: string): string => inLanguage(console, nl, en)
  const name = say('Eigenaar', 'Owner')
  const password = await addOwner(program, name)
  const serving = await start(program)
  const rows = [
    [say('Bekijk het op de pagina', 'See it on the page'), serving.url],
    [say('Naam', 'Name'), name],
    [say('Wachtwoord', 'Password'), password],
  ]
  console.print(`\n${table(rows)}`)
  console.print(say('\nCtrl+C stopt de demo.', '\nCtrl+C ends the demo.'))
  if (!console.signal.aborted) await once(console.signal, 'abort')
  await serving.stop()
}

async function addOwner({ store, clock, randomHex }: Program, name: string): Promise<string> {
  const password = `demo-${randomHex(4)}`
  const passwordHash = await hashPassword(password)
  await store.users.add({ id: 'demo', name, role: 'owner', createdAt: instantOf(clock()), passwordHash })
  return password
}
