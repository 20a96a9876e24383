// Linux: a systemd user unit. It starts when the user logs in, and at the start of the computer where the user may 'linger'.
import { lstat, mkdir, rm, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { putFile, readFileIf, removeFile, unwritable } from './files.ts'
import { type Autostart, type AutostartStatus, type Launch, type Machine, wordsOf } from './launch.ts'

const unitName = 's-connect.service'

/** The unit file (systemd.service(5), systemd.syntax(7)). */
export const systemdUnit = (launch: Launch): string =>
  [
    '[Unit]',
    'Description=S-Connect',
    // A service that cannot run (its port taken, say) is tried again, and not for ever.
    'StartLimitIntervalSec=600',
    'StartLimitBurst=20',
    '',
    '[Service]',
    // ':' – a dollar sign in a path is one, and no variable.
    `ExecStart=:${wordsOf(launch).map(quoteWord).join(' ')}`,
    'Restart=on-failure',
    'RestartSec=15',
    // Long enough for a run to finish the call it is in.
    'TimeoutStopSec=90',
    '',
    '[Install]',
    'WantedBy=default.target',
    '',
  ].join('\n')

/** In double quotes, where a backslash and a quote need one more backslash, and '%' begins a specifier. */
const quoteWord = (word: string): string =>
  `"${word.replace(/[\\"]/g, '\\$&').replaceAll('%', '%%').replaceAll('\n', '\\n')}"`

export function createSystemd({ home, env, run }: Machine): Autostart {
  const folder = join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'systemd', 'user')
  const unit = join(folder, unitName)
  const wanted = join(folder, 'default.target.wants', unitName)
  /** Only tells a systemd that runs to look again; without one there is nothing to tell. */
  const reload = async (): Promise<void> => void (await run('systemctl', ['--user', 'daemon-reload']))

  return {
    on: async (launch) => {
      await putFile(unit, systemdUnit(launch))
      await linkTo(unit, wanted)
      await reload()
      // Not everywhere allowed without asking; then it starts at log-in.
      await run('loginctl', ['--no-ask-password', 'enable-linger'])
    },
    off: async () => {
      await removeFile(wanted)
      await removeFile(unit)
      await reload()
    },
    status: async (launch): Promise<AutostartStatus> => {
      const content = await readFileIf(unit)
      if (content === null) return { state: 'off' }
      if (!(await isThere(wanted))) return { state: 'switchedOff', where: unit }
      const lingers = await run('loginctl', ['show-user', '--property=Linger', '--value'])
      const startsAt = lingers.stdout.trim() === 'yes' ? 'boot' : 'login'
      return { state: 'on', startsAt, where: unit, current: content.toString() === systemdUnit(launch) }
    },
  }
}

/** What `systemctl --user enable` makes, which needs a systemd that runs. */
async function linkTo(unit: string, wanted: string): Promise<void> {
  try {
    await mkdir(dirname(wanted), { recursive: true })
    await rm(wanted, { force: true })
    await symlink(unit, wanted)
  } catch (error) {
    throw unwritable(wanted, error)
  }
}

const isThere = (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  )
