import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Client } from 'basic-ftp'
import SftpClient from 'ssh2-sftp-client'
import { afterEach, expect, test } from 'vitest'
import { describeWith } from './fixtures.ts'
import { type FtpServer, startFtp } from './ftp.ts'
import { type SftpServer, startSftp } from './sftp.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

async function startFtpForTest(options: Parameters<typeof startFtp>[0]): Promise<FtpServer> {
  const server = await startFtp(options)
  stops.push(server.stop)
  return server
}

/** Logs in, makes a folder with a file in it and goes. */
async function upload(server: FtpServer, secure: boolean | 'implicit', password = server.password): Promise<void> {
  const client = new Client(10_000)
  try {
    const secureOptions = { ca: server.certificate, checkServerIdentity: () => undefined }
    await client.access({ host: server.host, port: server.port, user: server.user, password, secure, secureOptions })
    await client.ensureDir(`${server.remoteFolder}/new`)
    await client.uploadFrom(Readable.from(['<?php']), 'endpoint.php')
  } finally {
    client.close()
  }
}

describeWith({ servers: ['vsftpd'] }, 'vsftpd', () => {
  test.for([
    { tls: 'none', secure: false },
    { tls: 'explicit', secure: true },
    { tls: 'implicit', secure: 'implicit' },
  ] as const)('takes an upload with TLS $tls', async ({ tls, secure }) => {
    const server = await startFtpForTest({ tls })
    await upload(server, secure)
    expect(readFileSync(join(server.folder, 'new/endpoint.php'), 'utf8')).toBe('<?php')
  })

  test('refuses a wrong password', async () => {
    const server = await startFtpForTest({ tls: 'none' })
    await expect(upload(server, false, 'wrong')).rejects.toThrow('530')
  })

  test('refuses a log-in without TLS where it wants TLS', async () => {
    const server = await startFtpForTest({ tls: 'explicit' })
    await expect(upload(server, false)).rejects.toThrow('530')
  })

  test('refuses to write when it is read-only', async () => {
    const server = await startFtpForTest({ tls: 'none', readOnly: true })
    await expect(upload(server, false)).rejects.toThrow('550')
  })

  test('leaves nothing behind', async () => {
    const server = await startFtp({ tls: 'none' })
    await server.stop()
    expect(existsSync(server.folder)).toBe(false)
    await expect(upload(server, false)).rejects.toThrow('ECONNREFUSED')
  })
})

describeWith({ servers: ['sshd'] }, 'OpenSSH', () => {
  async function uploadBySftp(login: (server: SftpServer) => { password?: string; privateKey?: string }) {
    const server = await startSftp()
    stops.push(server.stop)
    const client = new SftpClient()
    const { host, port, user: username } = server
    await client.connect({ host, port, username, ...login(server) })
    await client.put(Buffer.from('<?php'), 'endpoint.php')
    await client.end()
    return readFileSync(join(server.folder, 'endpoint.php'), 'utf8')
  }

  test('takes an upload after a log-in by password', async () => {
    expect(await uploadBySftp(({ password }) => ({ password }))).toBe('<?php')
  })

  test('takes an upload after a log-in by key', async () => {
    expect(await uploadBySftp(({ privateKey }) => ({ privateKey }))).toBe('<?php')
  })

  test('refuses a wrong password', async () => {
    await expect(uploadBySftp(() => ({ password: 'wrong' }))).rejects.toThrow('authentication methods failed')
  })
})
