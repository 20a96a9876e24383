// `restore FILE`: puts a backup in the place of the database. Opens the data folder only afterwards.
import { StoreFailed } from '../core/failures.ts'
import type { Program } from '../runs/program.ts'
import { type Console, type ExitCode, inLanguage } from './console.ts'

/** As of the store: `kept` is where the database from before is now; null: there was none. */
export type Restore = (file: string) => {
  readonly profiles: number
  readonly orders: number
  readonly kept: string | null
}

/** Throws the reasons of the store ('restore.…'); then nothing has changed. */
export async function restore(console: Console, file: string, restoreFile: Restore): Promise<ExitCode> {
  const { profiles, orders, kept } = restoreFile(file)
  const secrets = await secretsWork(await console.program())
  if (console.json) {
    console.printJson({ profiles, orders, kept, secrets })
    return 0
  }
  const say = (nl: string, en: string): void => console.print(inLanguage(console, nl, en))
  say(
    `Teruggezet: ${profiles} profiel(en), ${orders} order(s).`,
    `Restored: ${profiles} profile(s), ${orders} order(s).`,
  )
  if (kept !== null) say(`Wat er stond, is bewaard als ${kept}.`, `What was there is kept as ${kept}.`)
  say(
    'Orders van na de back-up worden bij de volgende import opnieuw gelezen; zet ‘Betalingskenmerk uniek’ aan, dan worden ze niet dubbel gemaakt.',
    'Orders from after the backup are read again at the next import; switch ‘Unique payment reference’ on, and they are not made twice.',
  )
  if (!secrets)
    say(
      'De opgeslagen wachtwoorden en sleutels zijn hier niet te lezen. Zet de sleutel terug met de herstelcode: ‘s-connect key restore’.',
      'The stored passwords and keys cannot be read here. Put the key back with the recovery code: ‘s-connect key restore’.',
    )
  return 0
}

/** false: the copy comes from another computer, whose key is not here. */
async function secretsWork({ store }: Program): Promise<boolean> {
  const owners = [null, ...(await store.profiles.list()).map(({ id }) => id)]
  for (const owner of owners) {
    const [first] = await store.secrets.list(owner)
    if (first === undefined) continue
    try {
      await store.secrets.get(owner, first.name)
    } catch (error) {
      if (error instanceof StoreFailed && error.code === 'store.keyWrong') return false
      throw error
    }
  }
  return true
}
