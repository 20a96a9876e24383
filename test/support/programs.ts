// The programs that tests with real servers need: which commands, from which of Debian's packages, and whether this
// machine has them.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, globSync } from 'node:fs'
import { delimiter, join } from 'node:path'

type ServerProgram = {
  readonly commands: readonly string[]
  /** Names of Debian's and Ubuntu's packages. */
  readonly packages: readonly string[]
  /** Why it cannot be used here although the commands are there, or null. */
  readonly findObstacle?: () => string | null
}

export const serverPrograms = {
  mariadb: { commands: ['mariadbd', 'mariadb-install-db', 'mariadb'], packages: ['mariadb-server'] },
  php: { commands: ['php'], packages: ['php-cli', 'php-mysql'], findObstacle: findPhpObstacle },
  vsftpd: { commands: ['vsftpd', 'openssl'], packages: ['vsftpd', 'openssl'], findObstacle: findRootObstacle },
  sshd: {
    commands: ['sshd', 'ssh-keygen', 'openssl'],
    packages: ['openssh-server', 'openssl', 'libnss-wrapper'],
    findObstacle: findNssWrapperObstacle,
  },
  mono: {
    commands: ['mcs', 'mono'],
    packages: ['mono-mcs', 'libmono-system-data4.0-cil', 'libmono-i18n-west4.0-cil'],
    findObstacle: findMonoObstacle,
  },
  chromium: { commands: ['chromium'], packages: ['chromium'] },
} as const satisfies Record<string, ServerProgram>

export type ServerName = keyof typeof serverPrograms

export const serverNames = Object.keys(serverPrograms) as readonly ServerName[]

/** Where `command` is, also outside an ordinary user's PATH, or null. */
export function findCommand(command: string): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
  return folders.map((folder) => join(folder, command)).find(isExecutable) ?? null
}

/** Why tests cannot use this server here, as half a sentence, or null when they can. */
export function findServerObstacle(name: ServerName): string | null {
  const program: ServerProgram = serverPrograms[name]
  const missing = program.commands.filter((command) => findCommand(command) === null)
  if (missing.length > 0) return `${missing.join(', ')} not installed`
  return program.findObstacle?.() ?? null
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function findPhpObstacle(): string | null {
  const hasMysqli = spawnSync('php', ['-r', "exit(extension_loaded('mysqli') ? 0 : 1);"]).status === 0
  return hasMysqli ? null : 'php has no mysqli'
}

function findRootObstacle(): string | null {
  return process.getuid?.() === 0 ? null : 'vsftpd needs root'
}

function findNssWrapperObstacle(): string | null {
  return globSync('/usr/lib/*/libnss_wrapper.so').length > 0 ? null : 'libnss-wrapper not installed'
}

/** I18N.West holds the encoding that its SqlClient logs in with. */
function findMonoObstacle(): string | null {
  const missing = ['System.Data', 'I18N.West'].filter(
    (name) => globSync(`/usr/{,local/}lib/mono/{4.5,gac/${name}/*}/${name}.dll`).length === 0,
  )
  return missing.length === 0 ? null : `Mono has no ${missing.join(' and no ')}`
}
