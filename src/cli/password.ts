// `password reset`: 'forgot password'. Whoever may use the data folder on this machine may set a new one.
import { SettingsWrong } from '../core/failures.ts'
import { hashPassword, requirePassword } from '../runs/passwords.ts'
import type { Program } from '../runs/program.ts'
import type { User } from '../store/store.ts'
import { type Console, type ExitCode, inLanguage } from './console.ts'

/** `name` null: the only user. Ends all sessions of that user. Throws SettingsWrong 'user.…', 'password.…'. */
export async function resetPassword(
  console: Console,
  options: { readonly name: string | null; readonly stdin: boolean },
): Promise<ExitCode> {
  const program = await console.program()
  const user = await chooseUser(program, options.name)
  const password = options.stdin ? (await console.readStdin()).replace(/\r?\n$/, '') : await askTwice(console)
  requirePassword(password)
  await program.store.users.setPassword(user.id, await hashPassword(password))
  const ended = await program.store.sessions.removeOf(user.id)
  if (console.json) console.printJson({ user: user.name, sessionsEnded: ended })
  else
    console.print(
      inLanguage(
        console,
        `Het wachtwoord van ${user.name} is gewijzigd. Wie met het oude was aangemeld, moet zich opnieuw aanmelden.`,
        `The password of ${user.name} was changed. Whoever was logged in with the old one has to log in again.`,
      ),
    )
  return 0
}

async function chooseUser({ store }: Program, name: string | null): Promise<User> {
  const users = await store.users.list()
  const names = users.map((user) => user.name).join(', ')
  const [first, second] = users
  if (first === undefined) throw new SettingsWrong('user.none', 'no user yet')
  if (name === null) {
    if (second === undefined) return first
    throw new SettingsWrong('user.several', 'several users', { names })
  }
  const found = await store.users.find(name)
  if (found === null) throw new SettingsWrong('user.unknown', 'no such user', { name, names })
  return found
}

async function askTwice(console: Console): Promise<string> {
  const password = await console.askSecret(inLanguage(console, 'Nieuw wachtwoord', 'New password'))
  requirePassword(password)
  const again = await console.askSecret(inLanguage(console, 'Nog een keer', 'Once more'))
  if (again !== password) throw new SettingsWrong('password.differs', 'typed differently')
  return password
}
