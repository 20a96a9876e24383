// Stands before a remote and changes what it answers, byte by byte: for what our own fakes are too well-bred to send.
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

type Answer = { readonly status: number; readonly type: string; readonly body: Buffer }
type Change = (answer: Answer, asked: { readonly method: string; readonly path: string }) => Partial<Answer>

export type GoBetween = { readonly url: string; readonly stop: () => Promise<void> }

/** `change` gives what differs from the remote's own answer. */
export async function startGoBetween(target: string, change: Change): Promise<GoBetween> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const { method = 'GET', url: path = '/' } = request
    const body = parts.length === 0 ? {} : { body: Buffer.concat(parts) }
    const answer = await fetch(new URL(path, target), { method, headers: passedOn(request.headers), ...body })
    const type = answer.headers.get('content-type') ?? ''
    const right = { status: answer.status, type, body: Buffer.from(await answer.arrayBuffer()) }
    const given = { ...right, ...change(right, { method, path }) }
    const signature = answer.headers.get('x-sconnect-signature')
    response.writeHead(given.status, {
      'content-type': given.type,
      ...(signature === null ? {} : { 'x-sconnect-signature': signature }),
    })
    response.end(given.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** What concerns one connection only stays behind. */
const passedOn = (headers: IncomingHttpHeaders): [string, string][] =>
  Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' && !['host', 'connection', 'content-length'].includes(name) ? [[name, value]] : [],
  )
