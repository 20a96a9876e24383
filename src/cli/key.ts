// `key restore|renew`: when the key of stored passwords and keys is gone (another computer, a keychain that was cleared).
import { SettingsWrong } from '../core/failures.ts'
import { type Console, type ExitCode, inLanguage } from './console.ts'
import { say } from './words.ts'

/** Throws SettingsWrong 'secrets.recoveryCodeMistyped', 'secrets.recoveryCodeOther'. */
export async function restoreKey(console: Console, options: { stdin: boolean }): Promise<ExitCode> {
  const program = await console.program()
  const question = inLanguage(console, 'Herstelcode', 'Recovery code')
  const code = options.stdin ? await console.readStdin() : await console.askSecret(question)
  await program.store.secrets.restoreKey(code.trim())
  if (console.json) console.printJson({ restored: true })
  else
    console.print(
      inLanguage(
        console,
        'De sleutel staat terug; opgeslagen wachtwoorden en sleutels werken weer.',
        'The key is back; stored passwords and keys work again.',
      ),
    )
  return 0
}

/** Throws SettingsWrong 'input.notConfirmed'. */
export async function renewKey(console: Console, options: { yes: boolean }): Promise<ExitCode> {
  if (!options.yes) {
    const what = inLanguage(
      console,
      'alle opgeslagen wachtwoorden en sleutels van alle profielen',
      'all stored passwords and keys of all profiles',
    )
    throw new SettingsWrong('input.notConfirmed', 'not confirmed', { what })
  }
  const program = await console.program()
  const recoveryCode = await program.store.secrets.renewKey()
  if (console.json) console.printJson({ recoveryCode })
  else console.print(`${say('recoveryCode', console.language)}: ${recoveryCode}`)
  return 0
}
