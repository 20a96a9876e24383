// Sends one e-mail through the user's own mail server. The only place that speaks SMTP; what is said in the mail is not known here.
import { createTransport } from 'nodemailer'
import { ConnectionFailed, type Failure, LoginRefused, Refused } from '../core/failures.ts'

export type MailServer = {
  readonly host: string
  readonly port: number
  /** 'starttls' and 'tls' never fall back to a readable line. */
  readonly security: 'starttls' | 'tls' | 'none'
  /** '': no log-in. */
  readonly user: string
  readonly password: string
}

export type Mail = {
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  /** Plain text. */
  readonly text: string
}

const connectMs = 15_000
const silenceMs = 30_000

/** Throws ConnectionFailed 'mail.unreachable', 'mail.insecure' (no or wrong TLS), LoginRefused 'mail.login', Refused 'mail.refused' (with
 *  what the server said). `authority`: a certificate (PEM) to trust besides the system's. */
export async function sendMail(server: MailServer, mail: Mail, authority?: string): Promise<void> {
  const { host, port, security, user, password } = server
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(user === '' ? {} : { auth: { user, pass: password } }),
    ...(authority === undefined ? {} : { tls: { ca: authority } }),
  })
  try {
    await transport.sendMail({ from: mail.from, to: [...mail.to], subject: mail.subject, text: mail.text })
  } catch (error) {
    throw asFailure(error, server)
  } finally {
    transport.close()
  }
}

type SmtpError = Error & { readonly code?: string; readonly response?: string; readonly responseCode?: number }

const tlsWords = /certificate|self[- ]signed|\bssl\b|\btls\b|altname|wrong version number/i

function asFailure(error: unknown, { host, port }: MailServer): Failure {
  const { code = '', response = '', message } = error as SmtpError
  const said = (response || message).slice(0, 300)
  const context = { host, port, said }
  if (code === 'EAUTH') return new LoginRefused('mail.login', 'the mail server refused the log-in', context, error)
  if (code === 'EENVELOPE' || code === 'EMESSAGE')
    return new Refused('mail.refused', 'the mail server refused the mail', [{ code, text: said }], context)
  const options = { sent: false, context, cause: error }
  if (code === 'ETLS' || tlsWords.test(message))
    return new ConnectionFailed('mail.insecure', 'no secure line to the mail server', options)
  return new ConnectionFailed('mail.unreachable', `no connection with the mail server ${code}`, options)
}
