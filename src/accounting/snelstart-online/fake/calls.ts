// The list of calls that were made, for tests and for measuring.

/** `status` is null while a call runs, and stays null where the line was dropped without an answer. */
export type Call = {
  readonly number: number
  readonly kind: 'token' | 'api'
  readonly method: string
  /** With the query, without the host. */
  readonly path: string
  status: number | null
  /** Which subscription key was used. */
  key: 'primary' | 'secondary' | null
  /** The fault that acted on it. */
  fault: string | null
}

export type Calls = {
  readonly begin: (kind: Call['kind'], method: string, path: string) => Call
  readonly list: () => readonly Call[]
  readonly clear: () => void
}

export function createCalls(): Calls {
  let calls: Call[] = []
  return {
    begin: (kind, method, path) => {
      const call: Call = { number: calls.length + 1, kind, method, path, status: null, key: null, fault: null }
      calls.push(call)
      return call
    },
    list: () => calls.map((call) => ({ ...call })),
    clear: () => {
      calls = []
    },
  }
}
