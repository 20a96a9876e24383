// A real vsftpd for tests. It lets in its 'anonymous' user with one password (vsftpd's list of accepted anonymous
// passwords), so no account and no PAM file is made on the machine. Needs root and the user `ftp` of Debian's package.
import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeServerFolder, startServerProcess } from './server-process.ts'

export type FtpServer = {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  /** Where uploads arrive, seen from here and as the remote names it. The FTP user owns it, not what a test puts in it. */
  readonly folder: string
  readonly remoteFolder: string
  /** The self-signed certificate (name `localhost`) as PEM; '' without TLS. */
  readonly certificate: string
  readonly stop: () => Promise<void>
}

/** 'explicit' and 'implicit' refuse log-in and data without TLS; with 'explicit', as hosters do, the data connection
 *  has to resume the TLS session of the control connection. `readOnly` refuses every change (550). */
export async function startFtp(options: {
  readonly tls: 'none' | 'explicit' | 'implicit'
  readonly readOnly?: boolean
}): Promise<FtpServer> {
  const base = makeServerFolder('ftp')
  const folder = join(base, 'root', 'www')
  const password = randomBytes(8).toString('hex')
  mkdirSync(folder, { recursive: true })
  mkdirSync(join(base, 'empty'))
  writeFileSync(join(base, 'passwords'), `${password}\n`)
  // vsftpd refuses a root that the user may write to, hence the folder in it; others may only pass through the first.
  chmodSync(base, 0o711)
  execFileSync('chown', ['ftp', folder])
  const certificate = options.tls === 'none' ? '' : makeCertificate(base)
  const server = await startServerProcess(base, (port) => {
    const settings = {
      ...commonSettings(base, port),
      ...tlsSettings(base, options.tls),
      ...yesNo({ write_enable: !options.readOnly }),
    }
    writeFileSync(
      join(base, 'vsftpd.conf'),
      Object.entries(settings)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    )
    return { command: 'vsftpd', args: [join(base, 'vsftpd.conf')] }
  })
  const { port, stop } = server
  return { host: '127.0.0.1', port, user: 'anonymous', password, folder, remoteFolder: '/www', certificate, stop }
}

const yesNo = (flags: Readonly<Record<string, boolean>>): Record<string, string> =>
  Object.fromEntries(Object.entries(flags).map(([name, on]) => [name, on ? 'YES' : 'NO']))

function commonSettings(base: string, port: number): Record<string, string> {
  return {
    listen_address: '127.0.0.1',
    listen_port: `${port}`,
    pasv_address: '127.0.0.1',
    ftp_username: 'ftp',
    anon_root: join(base, 'root'),
    anon_umask: '022',
    email_password_file: join(base, 'passwords'),
    secure_chroot_dir: join(base, 'empty'),
    vsftpd_log_file: join(base, 'vsftpd.log'),
    delay_failed_login: '0',
    ...yesNo({
      listen: true,
      background: false,
      anonymous_enable: true,
      local_enable: false,
      secure_email_list_enable: true,
      anon_upload_enable: true,
      anon_mkdir_write_enable: true,
      anon_other_write_enable: true,
      anon_world_readable_only: false,
      xferlog_enable: true,
      // What containers do not allow.
      seccomp_sandbox: false,
      isolate: false,
      isolate_network: false,
    }),
  }
}

function tlsSettings(base: string, tls: 'none' | 'explicit' | 'implicit'): Record<string, string> {
  if (tls === 'none') return {}
  return {
    rsa_cert_file: join(base, 'certificate.pem'),
    rsa_private_key_file: join(base, 'key.pem'),
    ...yesNo({
      ssl_enable: true,
      allow_anon_ssl: true,
      force_anon_logins_ssl: true,
      force_anon_data_ssl: true,
      require_ssl_reuse: true,
      implicit_ssl: tls === 'implicit',
    }),
  }
}

function makeCertificate(base: string): string {
  const [key, certificate] = [join(base, 'key.pem'), join(base, 'certificate.pem')]
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
  const files = ['-keyout', key, '-out', certificate]
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', ...names, ...files], {
    stdio: 'pipe',
  })
  return readFileSync(certificate, 'utf8')
}
