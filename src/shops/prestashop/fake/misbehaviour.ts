// Every way in which the stand-in can misbehave, as real hosts and shops do: what it sends instead of its answer.

export type Reply = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const html = (status: number, title: string, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body: `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
})

const refusal = (error: string): Reply => ({
  status: 403,
  headers: { 'content-type': 'application/json', 'x-sconnect': '1' },
  body: JSON.stringify({ ok: false, error, detail: '' }),
})

const prestaShop = { 'powered-by': 'PrestaShop' }

/** `reply`: the signed answer that a well-behaved shop would have sent. */
export const misbehaviours = {
  maintenance: () => html(503, 'Onderhoud', prestaShop),
  otherHost: (): Reply => ({ status: 302, headers: { location: 'https://www.echtewinkel.example/winkel/' }, body: '' }),
  canonical: (_: Reply, url: string): Reply => ({
    status: 301,
    headers: { location: `${new URL(url).origin}/nl/module/sconnect/bridge` },
    body: '',
  }),
  noModule: () => html(404, 'Pagina niet gevonden', prestaShop),
  homePage: () => html(200, 'PrestaShop winkel', prestaShop),
  otherShop: () => html(404, 'Not Found'),
  password: () => html(401, 'Unauthorized', { 'www-authenticate': 'Basic realm="x"' }),
  blocked: () => html(403, 'Forbidden'),
  tooMany: () => html(429, 'Too Many Requests'),
  serverError: () => html(500, 'Internal Server Error'),
  empty: (): Reply => ({ status: 200, headers: {}, body: '' }),
  disabled: () => refusal('module.disabled'),
  noKey: () => refusal('module.noKey'),
  wrongKey: () => refusal('sign.wrong'),
  oldClock: () => refusal('sign.old'),
  crashed: () => refusal('internal'),
  printedBefore: (reply: Reply): Reply => ({
    ...reply,
    body: `<br />\n<b>Deprecated</b>: strftime() on line 3<br />\n${reply.body}`,
  }),
  printedAfter: (reply: Reply): Reply => ({ ...reply, body: `${reply.body}\n<!-- 0.2 s -->` }),
  printedUnsigned: (reply: Reply): Reply => ({
    ...reply,
    headers: {},
    body: `<b>Warning</b>: disk is slow ${reply.body}`,
  }),
  altered: (reply: Reply): Reply => ({
    ...reply,
    body: reply.body.replace('"ok":true', '"ok": true').replace('{"ok": ', '{"ok":').replace(/}$/, ' }'),
  }),
  half: (reply: Reply): Reply => ({ ...reply, body: reply.body.slice(0, -30) }),
} as const satisfies Record<string, (reply: Reply, url: string) => Reply>

export type Misbehaviour = keyof typeof misbehaviours
