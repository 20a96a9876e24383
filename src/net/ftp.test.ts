// The file interface against a real vsftpd and a real OpenSSH: the same few acts, the same codes.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { describeWith } from '../../test/support/fixtures.ts'
import { startFtp } from '../../test/support/ftp.ts'
import { startSftp } from '../../test/support/sftp.ts'
import { type FileServer, type FileServerOptions, openFileTransfer } from './ftp.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

type Site = { server: FileServer; options: FileServerOptions; local: string; remote: string }

const tlsOf = { ftp: 'none', ftps: 'explicit', ftpsImplicit: 'implicit' } as const

async function startSite(kind: FileServer['kind']): Promise<Site> {
  if (kind === 'sftp') {
    const site = await startSftp()
    stops.push(site.stop)
    const { host, port, user, password, folder } = site
    return { server: { kind, host, port, user, password }, options: {}, local: folder, remote: folder }
  }
  const site = await startFtp({ tls: tlsOf[kind] })
  stops.push(site.stop)
  const { port, user, password, folder, remoteFolder } = site
  const options = kind === 'ftp' ? {} : { certificateAuthority: site.certificate }
  return { server: { kind, host: 'localhost', port, user, password }, options, local: folder, remote: remoteFolder }
}

const kinds = ['ftp', 'ftps', 'ftpsImplicit', 'sftp'] as const
const servers = { ftp: 'vsftpd', ftps: 'vsftpd', ftpsImplicit: 'vsftpd', sftp: 'sshd' } as const

for (const kind of kinds) {
  describeWith({ servers: [servers[kind]] }, `files over ${kind}`, () => {
    test('a folder is made, written to, listed and removed, each safe to repeat', async () => {
      const { server, options, local, remote } = await startSite(kind)
      writeFileSync(join(local, 'config.php'), '<?php')
      const files = await openFileTransfer(server, options)
      for (let round = 0; round < 2; round++) {
        await files.makeFolder(`${remote}/abc`)
        await files.upload(`${remote}/abc/x.php`, '<?php echo "é";')
      }
      expect(readFileSync(join(local, 'abc/x.php'), 'utf8')).toBe('<?php echo "é";')
      const entries = (await files.list(remote)).toSorted((a, b) => a.name.localeCompare(b.name))
      const shown = entries.filter((entry) => !entry.name.startsWith('.'))
      expect(shown).toEqual(
        expect.arrayContaining([
          { name: 'abc', isFolder: true },
          { name: 'config.php', isFolder: false },
        ]),
      )
      expect([await files.exists(`${remote}/config.php`), await files.exists(`${remote}/none.php`)]).toEqual([
        true,
        false,
      ])
      for (let round = 0; round < 2; round++) await files.remove(`${remote}/abc`)
      expect(existsSync(join(local, 'abc'))).toBe(false)
      await files.close()
    })

    test('a wrong password is a refused log-in', async () => {
      const { server, options } = await startSite(kind)
      await expect(openFileTransfer({ ...server, password: 'wrong' }, options)).rejects.toMatchObject({
        code: 'ftp.loginRefused',
      })
    })

    test('a folder that is not there is missing', async () => {
      const { server, options, remote } = await startSite(kind)
      const files = await openFileTransfer(server, options)
      await expect(files.list(`${remote}/nowhere`)).rejects.toMatchObject({ code: 'ftp.missing' })
      await files.close()
    })

    test('nobody at the address is unreachable, an unknown name is unknown', async () => {
      const server = { kind, host: '127.0.0.1', port: 9, user: 'u', password: 'p' }
      await expect(openFileTransfer(server)).rejects.toMatchObject({ code: 'ftp.unreachable', sent: false })
      await expect(openFileTransfer({ ...server, host: 'ftp.invalid' })).rejects.toMatchObject({
        code: 'ftp.nameUnknown',
      })
    })
  })
}

describeWith({ servers: ['vsftpd'] }, 'FTP servers', () => {
  test('one that insists on TLS is told as such', async () => {
    const { server } = await startSite('ftps')
    await expect(openFileTransfer({ ...server, kind: 'ftp' })).rejects.toMatchObject({ code: 'ftp.noTls' })
  })

  test('one that knows no TLS is told as such', async () => {
    const { server } = await startSite('ftp')
    await expect(openFileTransfer({ ...server, kind: 'ftps' })).rejects.toMatchObject({ code: 'ftp.noTls' })
  })

  test('a certificate that nobody vouches for is refused', async () => {
    const { server } = await startSite('ftps')
    await expect(openFileTransfer(server)).rejects.toMatchObject({ code: 'ftp.certificate' })
  })

  test('one that may not be written to denies it', async () => {
    const site = await startFtp({ tls: 'none', readOnly: true })
    stops.push(site.stop)
    const { host, port, user, password, remoteFolder } = site
    const files = await openFileTransfer({ kind: 'ftp', host, port, user, password })
    await expect(files.makeFolder(`${remoteFolder}/abc`)).rejects.toMatchObject({ code: 'ftp.denied' })
    await files.close()
  })
})

describeWith({ servers: ['sshd'] }, 'SFTP servers', () => {
  test('a key that is not the one seen before is refused before the password is sent', async () => {
    const { server } = await startSite('sftp')
    const files = await openFileTransfer(server)
    expect(files.hostKey).toMatch(/^[A-Za-z0-9+/]{43}=$/)
    await files.close()
    const again = await openFileTransfer(server, { hostKey: files.hostKey })
    await again.close()
    const other = openFileTransfer(server, { hostKey: `${'A'.repeat(43)}=` })
    await expect(other).rejects.toMatchObject({ code: 'ftp.hostKeyChanged' })
  })
})
