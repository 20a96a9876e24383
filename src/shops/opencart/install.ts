// Places our file in the shop's folder over FTP, FTPS or SFTP, and takes it away again (SHOP-3).
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type FileTransfer, openFileTransfer } from '../../net/ftp.ts'
import type { ConnectionMemory } from '../shop.ts'
import { failing } from './failing.ts'
import type { OpenCartSettings } from './settings.ts'

export type Bridge = { readonly version: string; readonly withKey: (key: string) => string }

/** The PHP file that comes with this version. */
export async function readBridge(): Promise<Bridge> {
  const text = await readFile(join(import.meta.dirname, '../../../bridges/opencart/sconnect.php'), 'utf8')
  const version = /'SCONNECT_VERSION',\s*'([^']+)'/.exec(text)?.[1] ?? '0'
  return { version, withKey: (key) => text.replace('{{KEY}}', key) }
}

/** The shop's address with a slash at the end; a missing scheme means https. Throws 'opencart.badUrl'. */
export function toShopUrl(setting: string): string {
  const text = setting.trim()
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`)
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '')
    throw failing('opencart.badUrl', { url: text })
  const path = url.pathname.replace(/\/(index\.php)?$/, '')
  return `${url.origin}${path}/`
}

/** The shop's folder without a slash at the end; '' is where one arrives. */
export const toFolder = (setting: string): string => {
  const folder = setting.trim().replace(/\\/g, '/').replace(/\/+$/, '')
  return folder === '' && setting.trim().startsWith('/') ? '/' : folder
}

const inFolder = (folder: string, name: string): string =>
  folder === '' ? name : `${folder === '/' ? '' : folder}/${name}`

/** Logs in to the shop's file server; the SFTP server's key is remembered and must stay the same. */
export async function openShopFiles(settings: OpenCartSettings, memory: ConnectionMemory): Promise<FileTransfer> {
  if (settings.transport === 'none') throw failing('opencart.noEndpoint')
  const server = {
    kind: settings.transport,
    host: settings.ftpHost,
    port: settings.ftpPort,
    user: settings.ftpUser,
    password: settings.ftpPassword,
  }
  const known = await memory.get('sftpHostKey')
  const [host, hostKey] = known?.split(' ') ?? []
  const files = await openFileTransfer(server, { hostKey: host === settings.ftpHost ? (hostKey ?? null) : null })
  if (files.hostKey !== null) await memory.set('sftpHostKey', `${settings.ftpHost} ${files.hostKey}`)
  return files
}

/** Throws 'opencart.noConfigInFolder' where the folder is not the root of a shop. */
export async function checkShopFolder(files: FileTransfer, settings: OpenCartSettings): Promise<void> {
  const folder = toFolder(settings.shopFolder)
  const entries = await files.list(folder)
  if (entries.some((entry) => entry.name === 'config.php')) return
  const seen = entries
    .map((entry) => entry.name)
    .filter((name) => !name.startsWith('.'))
    .slice(0, 8)
    .join(', ')
  throw failing('opencart.noConfigInFolder', { folder: folder || '/', seen: seen || '-' })
}

export type Placement = {
  readonly settings: OpenCartSettings
  readonly memory: ConnectionMemory
  readonly folder: string
  readonly file: string
  readonly text: string
}

/** Uploads the file into a folder of its own in the shop's root; safe to repeat. */
export async function install({ settings, memory, folder, file, text }: Placement): Promise<void> {
  const files = await openShopFiles(settings, memory)
  try {
    await checkShopFolder(files, settings)
    const path = inFolder(toFolder(settings.shopFolder), folder)
    await files.makeFolder(path)
    // Where listing a folder is allowed, the random name of the file would be readable.
    await files.upload(`${path}/index.html`, '')
    await files.upload(`${path}/${file}`, text)
  } finally {
    await files.close()
  }
}

/** Takes our folder away and forgets it. Safe to repeat; a shop without one of ours is left alone. */
export async function remove(settings: OpenCartSettings, memory: ConnectionMemory): Promise<void> {
  // A person wants this, also where the file server has been replaced since.
  await memory.set('sftpHostKey', null)
  const folder = await memory.get('endpointFolder')
  if (settings.transport !== 'none' && folder !== null) {
    const files = await openShopFiles(settings, memory)
    try {
      await files.remove(inFolder(toFolder(settings.shopFolder), folder))
    } finally {
      await files.close()
    }
  }
  for (const name of ['endpointFolder', 'endpointFile', 'endpointUrl', 'key', 'placedFor', 'context', 'sftpHostKey']) {
    await memory.set(name, null)
  }
}
