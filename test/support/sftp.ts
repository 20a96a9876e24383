// A real OpenSSH server with SFTP for tests. The account `shop` exists in that process only: Debian's libnss-wrapper
// gives it a user and password list of its own, so none is made on the machine.
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { findCommand } from './programs.ts'
import { makeServerFolder, startServerProcess } from './server-process.ts'

export type SftpServer = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  /** Lets `user` in as well (OpenSSH format, no passphrase). */
  readonly privateKey: string
  /** The account's home folder, where a log-in lands; the same path here and remotely, as there is no chroot. */
  readonly folder: string
  readonly stop: () => Promise<void>
}

/** Takes password and key; the account has the rights of whoever runs the tests. */
export async function startSftp(): Promise<SftpServer> {
  const base = makeServerFolder('sftp')
  const folder = join(base, 'home')
  const password = randomBytes(8).toString('hex')
  mkdirSync(folder)
  makeAccount(base, folder, password)
  for (const name of ['host-key', 'user-key']) {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'test', '-f', join(base, name)])
  }
  copyFileSync(join(base, 'user-key.pub'), join(base, 'authorized'))
  // Where sshd locks up its part that talks before log-in; the service's start makes it, and no service was started.
  if (userInfo().uid === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 })
  const server = await startServerProcess(base, (port) => {
    writeFileSync(join(base, 'sshd.conf'), toConfiguration(base, port))
    // sshd starts itself anew for each connection and wants its whole path for that.
    return {
      command: findCommand('sshd') ?? 'sshd',
      args: ['-D', '-e', '-f', join(base, 'sshd.conf')],
      env: {
        LD_PRELOAD: 'libnss_wrapper.so',
        NSS_WRAPPER_PASSWD: join(base, 'passwd'),
        NSS_WRAPPER_SHADOW: join(base, 'shadow'),
        NSS_WRAPPER_GROUP: join(base, 'group'),
      },
    }
  })
  const privateKey = readFileSync(join(base, 'user-key'), 'utf8')
  return { host: '127.0.0.1', port: server.port, user: 'shop', password, privateKey, folder, stop: server.stop }
}

function makeAccount(base: string, home: string, password: string): void {
  const { uid, gid } = userInfo()
  const hash = execFileSync('openssl', ['passwd', '-6', '-stdin'], { input: password, encoding: 'utf8' }).trim()
  // sshd asks for a user `sshd` too, who owns nothing.
  const users = [`shop:x:${uid}:${gid}::${home}:/bin/sh`, 'sshd:x:65534:65534::/run/sshd:/usr/sbin/nologin']
  writeFileSync(join(base, 'passwd'), `${users.join('\n')}\n`)
  writeFileSync(join(base, 'shadow'), `shop:${hash}:19000:0:99999:7:::\n`)
  writeFileSync(join(base, 'group'), `shop:x:${gid}:\n`)
}

const toConfiguration = (base: string, port: number): string => `
Port ${port}
ListenAddress 127.0.0.1
HostKey ${join(base, 'host-key')}
AuthorizedKeysFile ${join(base, 'authorized')}
PidFile none
UsePAM no
PermitRootLogin yes
PasswordAuthentication yes
KbdInteractiveAuthentication no
StrictModes no
MaxStartups 100
Subsystem sftp internal-sftp
`
