// How alerts leave this machine (BEY-6): beside main.ts, because it knows the real connections. Loaded only when it is to send.
import { createHttp } from './net/http.ts'
import type { Senders } from './runs/alerts/channels.ts'

/** A chat program's answer is small, and nobody waits for a slow one. */
const webhookLimits = { timeoutMs: 15_000, maxBytes: 64 * 1024 } as const

export function createSenders(): Senders {
  const http = createHttp()
  const sendMail: Senders['sendMail'] = async (...given) => (await import('./net/mail.ts')).sendMail(...given)
  return { sendMail, post: (request, signal) => http.send({ ...request, method: 'POST', ...webhookLimits }, signal) }
}
