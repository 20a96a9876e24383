import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { expect, onTestFinished, test } from 'vitest'
import { type MailServer, sendMail } from './mail.ts'

const mail = {
  from: 's-connect@winkel.example',
  to: ['jan@winkel.example', 'piet@winkel.example'],
  subject: 'Eén order',
  text: 'Orders wachten: € 12',
}

async function startServer(options: SMTPServerOptions = {}) {
  const received: { from: string; to: readonly string[]; secure: boolean; source: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: options.key === undefined ? ['STARTTLS'] : [],
    onData: (stream, { envelope, secure }, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        const to = envelope.rcptTo.map(({ address }) => address)
        received.push({ from, to, secure: secure === true, source: Buffer.concat(parts).toString() })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const { port } = server.server.address() as AddressInfo
  const reach = (more: Partial<MailServer> = {}): MailServer => ({
    host: '127.0.0.1',
    port,
    security: 'none',
    user: '',
    password: '',
    ...more,
  })
  return { received, reach }
}

function makeCertificate() {
  const folder = mkdtempSync(join(tmpdir(), 's-connect-tls-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
  const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
  execFileSync('openssl', [...kind, '-keyout', key, '-out', cert, ...subject], { stdio: 'ignore' })
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
}

test('BEY-6 a mail reaches every address, with its accents', async () => {
  const { received, reach } = await startServer()
  await sendMail(reach(), mail)
  expect(received).toMatchObject([{ from: mail.from, to: mail.to }])
  expect(received[0]?.source).toMatch(/Subject: =\?UTF-8\?Q\?E=C3=A9n_order\?=/i)
})

test('logs in where a user is given, and says when that is refused', async () => {
  const { received, reach } = await startServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'winkel' && password === 'geheim'
        ? done(null, { user: username })
        : done(new Error('Invalid login')),
  })
  await sendMail(reach({ user: 'winkel', password: 'geheim' }), mail)
  expect(received).toHaveLength(1)
  const refused = await sendMail(reach({ user: 'winkel', password: 'fout-wachtwoord' }), mail).catch((error) => error)
  expect(refused).toMatchObject({ code: 'mail.login' })
  expect(JSON.stringify([refused.message, refused.context])).not.toContain('fout-wachtwoord')
})

test('STARTTLS and TLS go over a protected line, to a server whose certificate is trusted', async () => {
  const { key, cert } = makeCertificate()
  const starttls = await startServer({ key, cert })
  await sendMail(starttls.reach({ security: 'starttls' }), mail, cert)
  const tls = await startServer({ key, cert, secure: true })
  await sendMail(tls.reach({ security: 'tls' }), mail, cert)
  expect([starttls.received[0]?.secure, tls.received[0]?.secure]).toEqual([true, true])
})

test('a certificate that nobody vouches for, and a server without TLS, get no mail', async () => {
  const { received, reach } = await startServer(makeCertificate())
  await expect(sendMail(reach({ security: 'starttls' }), mail)).rejects.toMatchObject({ code: 'mail.insecure' })
  const plain = await startServer()
  await expect(sendMail(plain.reach({ security: 'starttls' }), mail)).rejects.toMatchObject({ code: 'mail.insecure' })
  await expect(sendMail(plain.reach({ security: 'tls' }), mail)).rejects.toMatchObject({ code: 'mail.insecure' })
  expect([...received, ...plain.received]).toEqual([])
})

test('a sender that the server does not take is told with the server’s words', async () => {
  const { reach } = await startServer({
    onMailFrom: (_address, _session, done) => done(new Error('Sender not allowed')),
  })
  await expect(sendMail(reach(), mail)).rejects.toMatchObject({
    code: 'mail.refused',
    context: { said: expect.stringContaining('Sender not allowed') },
  })
})

test('a server that is not there is told as unreachable', async () => {
  const { reach } = await startServer()
  await expect(sendMail({ ...reach(), port: 1 }, mail)).rejects.toMatchObject({ code: 'mail.unreachable' })
  await expect(sendMail(reach({ host: 'bestaat-niet.invalid' }), mail)).rejects.toMatchObject({
    code: 'mail.unreachable',
  })
})
