// Every way in which the stand-in can misbehave, as real hosts do: what it sends instead of its answer.

export type Reply = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** Closes the line after this many bytes. */
  readonly cutAt?: number
}

export const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
})

/** The interface's own shape of an error. */
export const ownError = (status: number, message: string, description = ''): Reply =>
  json(status, { code: status * 10, message, description })

/** The other shape, RFC 7807. */
export const problemDetails = (status: number, title: string, detail: string): Reply =>
  json(status, { type: 'about:blank', title, detail, status }, { 'content-type': 'application/problem+json' })

const html = (status: number, title: string): Reply => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
})

/** `reply`: the answer that a well-behaved shop would have sent; `url`: what was asked, keys and all. */
export const misbehaviours = {
  unauthorized: () => ownError(401, 'Unauthorized'),
  forbidden: () => problemDetails(403, 'Forbidden', 'This token has no access'),
  invalid: () => problemDetails(422, 'Unprocessable', 'limit is too high'),
  /** Repeats the address with its keys. */
  echo: (_reply: Reply, url: string) => ownError(400, 'Bad Request', `cannot handle ${url}`),
  echoPage: (_reply: Reply, url: string): Reply => ({ ...html(200, 'Oops'), body: `<p>${url}</p>` }),
  redirect: (_reply: Reply, url: string): Reply => ({
    status: 302,
    headers: { location: url.replace('127.0.0.1', 'localhost') },
    body: '',
  }),
  notFound: () => html(404, 'Not Found'),
  serverError: () => html(500, 'Internal Server Error'),
  badGateway: () => html(502, 'Bad Gateway'),
  unavailable: () => html(503, 'Onderhoud'),
  page: () => html(200, 'Mijnwebwinkel'),
  empty: (): Reply => ({ status: 200, headers: {}, body: '' }),
  half: (reply: Reply): Reply => ({ ...reply, body: reply.body.slice(0, -10) }),
  cutLine: (reply: Reply): Reply => ({ ...reply, cutAt: 5 }),
  tooLarge: (): Reply => ({ status: 200, headers: {}, body: ' '.repeat(17 * 1024 * 1024) }),
  otherShape: (): Reply => json(200, { hello: 'world' }),
  /** A list inside an object, as seen live. */
  wrapped: (reply: Reply): Reply =>
    reply.body.startsWith('[') ? json(reply.status, { items: JSON.parse(reply.body) }) : reply,
  /** Answers a write with the article as it was in the shop at first. */
  ignoresWrites: (reply: Reply): Reply => ({ ...reply, body: reply.body.replace(/"stock":-?\d+/, '"stock":40') }),
  tooManyShort: () => json(429, { code: 4290, message: 'Too many requests' }, { 'retry-after': '7' }),
  tooManyLong: () => json(429, { code: 4290, message: 'Too many requests' }, { 'retry-after': '3600' }),
  tooManySilent: () => ownError(429, 'Too many requests'),
} as const satisfies Record<string, (reply: Reply, url: string) => Reply>

export type Misbehaviour = keyof typeof misbehaviours
