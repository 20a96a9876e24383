// Every way in which the stand-in can misbehave, as real hosts do: what it sends instead of its answer.
import { gzipSync } from 'node:zlib'

export type Reply = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
  /** Closes the line after this many bytes. */
  readonly cutAt?: number
}

const html = (status: number, title: string, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body: `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
})

/** `reply`: the signed answer that a well-behaved shop would have sent. */
export const misbehaviours = {
  redirect: (_reply: Reply, url: string): Reply => ({
    status: 301,
    headers: { location: url.replace('127.0.0.1', 'localhost') },
    body: '',
  }),
  homePage: () => html(200, 'Voorbeeldwinkel'),
  maintenance: () => html(503, 'Onderhoud'),
  blocked: () => html(403, 'Forbidden'),
  notFound: () => html(404, 'Not Found'),
  firewall: () => html(403, 'Attention Required! | Cloudflare', { server: 'cloudflare', 'cf-ray': '1' }),
  modSecurity: () => html(406, 'Not Acceptable!'),
  password: () => html(401, 'Unauthorized', { 'www-authenticate': 'Basic realm="shop"' }),
  serverError: () => html(500, 'Internal Server Error'),
  refused: (): Reply => ({ status: 403, headers: {}, body: '{"sconnect":"1.0.0","error":{"code":"refused"}}' }),
  phpSource: (): Reply => ({ status: 200, headers: {}, body: "<?php\ndefine('X', 1);" }),
  empty: (): Reply => ({ status: 200, headers: {}, body: '' }),
  half: (reply: Reply): Reply => ({ ...reply, body: String(reply.body).slice(0, -40) }),
  brokenJson: (reply: Reply): Reply => ({ ...reply, body: '{"orders": [' }),
  warning: (reply: Reply): Reply => ({
    ...reply,
    body: `<br />\n<b>Deprecated</b>: strftime() in init.php on line 3<br />\n${reply.body}`,
  }),
  warningUnsigned: (reply: Reply): Reply => ({
    ...reply,
    headers: {},
    body: `<b>Warning</b>: disk is slow ${reply.body}`,
  }),
  altered: (reply: Reply): Reply => ({ ...reply, body: String(reply.body).replace('"protocol":1', '"protocol": 1') }),
  cutLine: (reply: Reply): Reply => ({ ...reply, cutAt: 40 }),
  gzip: (reply: Reply): Reply => ({
    ...reply,
    headers: { ...reply.headers, 'content-encoding': 'gzip' },
    body: gzipSync(reply.body),
  }),
  tooLarge: (): Reply => ({ status: 200, headers: {}, body: ' '.repeat(17 * 1024 * 1024) }),
} as const satisfies Record<string, (reply: Reply, url: string) => Reply>

export type Misbehaviour = keyof typeof misbehaviours
