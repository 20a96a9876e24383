// The two ways to tell: e-mail and webhook. How something is really sent comes in as an argument (net/mail.ts, net/http.ts).
import { createHmac } from 'node:crypto'
import type { z } from 'zod'
import { ConnectionFailed } from '../../core/failures.ts'
import type { alertSettings } from '../../settings/alerts.ts'
import type { AlertMessage } from './alert-message.ts'
import type { Alert } from './decide-alerts.ts'

/** With its secrets filled in. */
export type AlertSettings = z.infer<typeof alertSettings>
export const channelNames = ['email', 'webhook'] as const
export type ChannelName = (typeof channelNames)[number]

export type Senders = {
  /** As `sendMail` of net/mail.ts; throws its failures. */
  readonly sendMail: (
    server: { host: string; port: number; security: 'starttls' | 'tls' | 'none'; user: string; password: string },
    mail: { from: string; to: readonly string[]; subject: string; text: string },
  ) => Promise<void>
  /** Sends once and follows no redirect; throws failures of net/http.ts. */
  readonly post: (
    request: { url: string; headers: Readonly<Record<string, string>>; body: string },
    signal: AbortSignal,
  ) => Promise<{ readonly status: number }>
}

/** `alert` null: a test message. */
export type Telling = { readonly alert: Alert | null; readonly message: AlertMessage; readonly atMs: number }

/** Throws ConnectionFailed, LoginRefused, Refused; after it nobody may have been told. */
export const channels: Readonly<
  Record<
    ChannelName,
    (settings: AlertSettings, telling: Telling, senders: Senders, signal: AbortSignal) => Promise<void>
  >
> = {
  email: (settings, { message }, { sendMail }) =>
    sendMail(
      {
        host: settings.smtpHost,
        port: settings.smtpPort ?? 587,
        security: settings.smtpSecurity,
        user: settings.smtpUser,
        password: settings.smtpPassword,
      },
      { from: settings.emailFrom, to: settings.emailTo.split(/[,;]/).map((address) => address.trim()), ...message },
    ),

  webhook: async ({ webhookUrl: url, webhookSecret }, telling, { post }, signal) => {
    const body = JSON.stringify(webhookBody(telling))
    const headers = { 'content-type': 'application/json', ...signatureHeaders(webhookSecret, body, telling.atMs) }
    const { status } = await post({ url, headers, body }, signal)
    if (status >= 200 && status < 300) return
    // The path can hold a token, as those of chat programs do.
    const context = { url: new URL(url).origin, status }
    throw new ConnectionFailed('webhook.refused', 'the webhook did not take the message', { sent: true, context })
  },
}

/** `text` is what the incoming webhooks of chat programs show; the rest is for programs. */
const webhookBody = ({ alert, message, atMs }: Telling) => ({
  program: 's-connect',
  kind: alert?.kind ?? 'test',
  state: alert?.state ?? 'test',
  at: new Date(atMs).toISOString(),
  subject: message.subject,
  text: message.text,
  profiles: (alert?.troubles ?? []).map(({ profile, text }) => ({ profile, text })),
})

/** HMAC-SHA256 over `<timestamp>\n<body>`, hexadecimal; the receiver refuses old timestamps. Without a secret no signature. */
function signatureHeaders(secret: string, body: string, atMs: number): Readonly<Record<string, string>> {
  if (secret === '') return {}
  const timestamp = String(Math.floor(atMs / 1000))
  const signature = createHmac('sha256', secret).update(`${timestamp}\n${body}`).digest('hex')
  return { 'x-sconnect-timestamp': timestamp, 'x-sconnect-signature': signature }
}
