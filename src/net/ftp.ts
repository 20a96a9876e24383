// The only place that speaks FTP and SFTP: a few files and folders, one small interface over both, errors with plain codes.
// Loads the two libraries only when used.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { ConnectionFailed, type Failure, LoginRefused, UnexpectedAnswer } from '../core/failures.ts'

export type FileServerKind = 'ftp' | 'ftps' | 'ftpsImplicit' | 'sftp'

export type FileServer = {
  readonly kind: FileServerKind
  readonly host: string
  /** null: the usual one (21, implicit FTPS 990, SFTP 22). */
  readonly port: number | null
  readonly user: string
  readonly password: string
}

export type FileServerOptions = {
  /** Fingerprint of the SFTP server's key as seen before; null: trusted on first use. */
  readonly hostKey?: string | null
  /** A certificate authority of one's own, in PEM; the system's otherwise. */
  readonly certificateAuthority?: string
  readonly timeoutMs?: number
}

export type FileTransfer = {
  /** Names in a folder; '' is the folder where one arrives. Throws 'ftp.missing'. */
  readonly list: (folder: string) => Promise<readonly { readonly name: string; readonly isFolder: boolean }[]>
  /** Writes a small text file, over an older one. */
  readonly upload: (path: string, text: string) => Promise<void>
  /** Makes a folder; safe to repeat. */
  readonly makeFolder: (path: string) => Promise<void>
  /** Removes a folder with all that is in it; safe to repeat. */
  readonly remove: (folder: string) => Promise<void>
  readonly exists: (path: string) => Promise<boolean>
  /** Fingerprint of the SFTP server's key, to be kept and given next time; null for FTP. */
  readonly hostKey: string | null
  readonly close: () => Promise<void>
}

/** Logs in. Throws LoginRefused ('ftp.loginRefused', 'ftp.hostKeyChanged'), ConnectionFailed ('ftp.nameUnknown',
 *  'ftp.unreachable', 'ftp.timeout', 'ftp.certificate', 'ftp.noTls', 'ftp.broken') and, later on, UnexpectedAnswer
 *  ('ftp.denied', 'ftp.missing', 'ftp.full'). */
export async function openFileTransfer(server: FileServer, options: FileServerOptions = {}): Promise<FileTransfer> {
  const open = server.kind === 'sftp' ? openSftp : openFtp
  return await open(server, options).catch((error: unknown) => {
    throw toFailure(error, server)
  })
}

async function openFtp(server: FileServer, options: FileServerOptions): Promise<FileTransfer> {
  const { Client } = await import('basic-ftp')
  const client = new Client(options.timeoutMs ?? 20_000)
  try {
    await client.access({
      host: server.host,
      port: server.port ?? (server.kind === 'ftpsImplicit' ? 990 : 21),
      user: server.user,
      password: server.password,
      secure: server.kind === 'ftpsImplicit' ? 'implicit' : server.kind === 'ftps',
      secureOptions: options.certificateAuthority === undefined ? {} : { ca: options.certificateAuthority },
    })
  } catch (error) {
    client.close()
    throw error
  }
  const list = async (folder: string) =>
    (await client.list(folder)).map((entry) => ({ name: baseName(entry.name), isFolder: entry.isDirectory }))
  const exists = async (path: string) => {
    const names = await list(parentOf(path)).catch(emptyWhenMissing)
    return names.some((entry) => entry.name === baseName(path))
  }
  return guarded(server, {
    hostKey: null,
    list: async (folder) => {
      const entries = await list(folder)
      // Several servers answer a folder that does not exist with an empty list; one that one can enter does exist.
      if (entries.length === 0 && folder !== '') await enterAndReturn(client, folder)
      return entries
    },
    upload: async (path, text) => {
      await client.uploadFrom(Readable.from([Buffer.from(text)]), path)
    },
    makeFolder: async (path) => {
      if (!(await exists(path))) await client.send(`MKD ${path}`)
    },
    remove: async (folder) => {
      if (await exists(folder)) await client.removeDir(folder)
    },
    exists,
    close: async () => client.close(),
  })
}

async function enterAndReturn(
  client: { pwd: () => Promise<string>; cd: (path: string) => Promise<unknown> },
  folder: string,
) {
  const here = await client.pwd()
  await client.cd(folder)
  await client.cd(here)
}

const emptyWhenMissing = (error: unknown): never[] => {
  if ((error as { code?: unknown }).code === 550 || (error as { code?: unknown }).code === 450) return []
  throw error
}

async function openSftp(server: FileServer, options: FileServerOptions): Promise<FileTransfer> {
  const { default: SftpClient } = await import('ssh2-sftp-client')
  const client = new SftpClient()
  const seen = { hostKey: null as string | null, changed: false }
  const hostVerifier = (key: Buffer): boolean => {
    seen.hostKey = createHash('sha256').update(key).digest('base64')
    seen.changed = typeof options.hostKey === 'string' && options.hostKey !== seen.hostKey
    return !seen.changed
  }
  try {
    await client.connect({
      host: server.host,
      port: server.port ?? 22,
      username: server.user,
      password: server.password,
      readyTimeout: options.timeoutMs ?? 20_000,
      hostVerifier,
    })
  } catch (error) {
    await client.end().catch(() => false)
    if (seen.changed)
      throw new LoginRefused('ftp.hostKeyChanged', 'the SFTP server has another key', { host: server.host })
    throw error
  }
  return guarded(server, {
    hostKey: seen.hostKey,
    list: async (folder) =>
      (await client.list(folder || '.')).map((entry) => ({ name: entry.name, isFolder: entry.type === 'd' })),
    upload: async (path, text) => {
      await client.put(Buffer.from(text), path)
    },
    makeFolder: async (path) => {
      if (!(await client.exists(path))) await client.mkdir(path)
    },
    remove: async (folder) => {
      if (await client.exists(folder)) await client.rmdir(folder, true)
    },
    exists: async (path) => (await client.exists(path)) !== false,
    close: async () => {
      await client.end()
    },
  })
}

/** The same with every error turned into one of ours. */
function guarded(server: FileServer, transfer: FileTransfer): FileTransfer {
  const guard =
    <Args extends readonly unknown[], Result>(path: string, act: (...args: Args) => Promise<Result>) =>
    (...args: Args): Promise<Result> =>
      act(...args).catch((error: unknown) => {
        throw toFailure(error, server, path === 'close' ? '' : String(args[0]))
      })
  return {
    hostKey: transfer.hostKey,
    list: guard('list', transfer.list),
    upload: guard('upload', transfer.upload),
    makeFolder: guard('makeFolder', transfer.makeFolder),
    remove: guard('remove', transfer.remove),
    exists: guard('exists', transfer.exists),
    close: guard('close', transfer.close),
  }
}

/** Words by which libraries and servers tell what is wrong, the first that fits. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/ENOTFOUND|EAI_AGAIN|getaddrinfo/i, 'ftp.nameUnknown'],
  [/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/i, 'ftp.unreachable'],
  [/ETIMEDOUT|timed? ?out|timeout/i, 'ftp.timeout'],
  [/certificate|self.signed|altnames|CERT_/i, 'ftp.certificate'],
  [/authentication methods failed|login (incorrect|failed)|not logged in|authentication failed/i, 'ftp.loginRefused'],
  [/AUTH|SSL|TLS|EPROTO|wrong version/i, 'ftp.noTls'],
  [/no such file|not found|doesn't exist|does not exist|failed to change dir/i, 'ftp.missing'],
  [/permission denied|not permitted|denied|could not create|create directory operation failed/i, 'ftp.denied'],
  [/disk (is )?full|quota|no space/i, 'ftp.full'],
]

/** FTP reply codes that leave no doubt. */
const replies: Readonly<Record<number, string>> = {
  530: 'ftp.loginRefused',
  452: 'ftp.full',
  552: 'ftp.full',
  553: 'ftp.denied',
}

function toFailure(error: unknown, server: FileServer, path = ''): Failure | unknown {
  if (error instanceof LoginRefused) return error
  const { code, message } = error as { code?: unknown; message?: unknown }
  const said = `${String(code ?? '')} ${String(message ?? error)}`
  const reply = typeof code === 'number' ? replies[code] : undefined
  // 530 before the log-in is how servers say that they insist on TLS, or (vsftpd) that they know none.
  const wantsTls = code === 530 && /tls|ssl|encrypt|login with user/i.test(said)
  const found = (wantsTls ? 'ftp.noTls' : reply) ?? signs.find(([sign]) => sign.test(said))?.[1]
  const kind = found ?? (code === 550 ? 'ftp.denied' : 'ftp.broken')
  const context = { host: server.host, path, answer: said.trim().slice(0, 300) }
  if (kind === 'ftp.loginRefused') return new LoginRefused(kind, 'the file server refused the log-in', context, error)
  if (['ftp.missing', 'ftp.denied', 'ftp.full'].includes(kind)) {
    return new UnexpectedAnswer(kind, 'the file server refused', context, error)
  }
  return new ConnectionFailed(kind, 'the file server cannot be reached', { sent: false, context, cause: error })
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
const parentOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) || '/' : '')
