// A bare HTTP client for the simulator's own tests: no more than headers and JSON.
import type { Simulator } from '../fake.ts'

export type Reply = { readonly status: number; readonly body: unknown; readonly headers: Headers }
export type TryOut = {
  readonly ask: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>
  /** GET with a filter. */
  readonly filter: (path: string, filter: string) => Promise<Reply>
  readonly codes: (method: string, path: string, body?: unknown) => Promise<readonly string[]>
}

export async function getToken(simulator: Simulator): Promise<string> {
  const form = new URLSearchParams({ grant_type: 'clientkey', clientkey: simulator.clientKey })
  const response = await fetch(simulator.tokenUrl, { method: 'POST', body: form })
  return ((await response.json()) as { access_token: string }).access_token
}

async function toReply(response: Response): Promise<Reply> {
  const text = await response.text()
  let body: unknown = text === '' ? undefined : text
  if (response.headers.get('content-type')?.includes('json')) body = JSON.parse(text)
  return { status: response.status, body, headers: response.headers }
}

export async function tryOut(simulator: Simulator): Promise<TryOut> {
  const common = {
    Authorization: `Bearer ${await getToken(simulator)}`,
    'Ocp-Apim-Subscription-Key': simulator.subscriptionKeys.primary,
    'Content-Type': 'application/json',
  }
  const ask: TryOut['ask'] = async (method, path, body, headers = {}) => {
    const content = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
    return toReply(await fetch(simulator.apiUrl + path, { method, headers: { ...common, ...headers }, ...content }))
  }
  return {
    ask,
    filter: (path, filter) => ask('GET', `${path}?$filter=${encodeURIComponent(filter)}`),
    codes: async (method, path, body) => {
      const reply = await ask(method, path, body)
      if (!Array.isArray(reply.body))
        throw new Error(`no business errors but ${reply.status} ${JSON.stringify(reply.body)}`)
      return (reply.body as { errorCode: string }[]).map(({ errorCode }) => errorCode).toSorted()
    },
  }
}
