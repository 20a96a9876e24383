// Misbehaviour on demand: which requests, and what happens to them instead of a proper answer. Plain data, so that a
// fault file, a test and the control address share one form.
import { z } from 'zod'

const matchSchema = z
  .strictObject({
    method: z.string().optional(),
    /** A part of the path with its query, as in `/verkooporders`; tokens have the path `/b2b/token`. */
    path: z.string().optional(),
    /** The same as a regular expression. */
    pattern: z.string().optional(),
    /** A part of the request's body. */
    body: z.string().optional(),
  })
  .default({})

const actionSchema = z
  .strictObject({
    /** Answer later; goes together with every other action. */
    delayMs: z.int().nonnegative().optional(),
    /** The line is dropped and nothing has happened. */
    cutBefore: z.literal(true).optional(),
    /** Everything has happened, but the line is dropped instead of an answer. */
    cutAfterCommit: z.literal(true).optional(),
    /** Another status; nothing has happened unless `commit`. */
    status: z.int().min(100).max(599).optional(),
    body: z.unknown().optional(),
    headers: z.record(z.string(), z.string()).optional(),
    commit: z.boolean().optional(),
    /** The right answer, broken off in the middle; it has happened. */
    halfAnswer: z.literal(true).optional(),
    /** A list gives the page before the one that was asked for. */
    duplicatePage: z.literal(true).optional(),
    /** A web page with status 200 instead of JSON; nothing has happened unless `commit`. */
    garbage: z.literal(true).optional(),
    /** No answer ever; nothing has happened unless `commit`. */
    hang: z.literal(true).optional(),
    /** The right answer, padded with spaces to this many bytes. */
    bigAnswer: z.int().positive().optional(),
    /** The token of this request has just expired. */
    expireToken: z.literal(true).optional(),
  })
  .refine((action) => Object.keys(action).length > 0, 'an action says what happens')

const faultSchema = z.strictObject({
  name: z.string().optional(),
  match: matchSchema,
  /** Acts first on this match, counted from 1. */
  nth: z.int().positive().default(1),
  /** On how many matches in a row from then on. */
  times: z.union([z.int().positive(), z.literal('always')]).default(1),
  action: actionSchema,
})

export type Fault = z.input<typeof faultSchema>
export type FaultAction = z.infer<typeof actionSchema>

/** A faults file that cannot be used; the message names the place. */
export class FaultsWrong extends Error {
  override readonly name = 'FaultsWrong'
}

/** Faults from parsed JSON: one, or a list. Throws FaultsWrong with the place and the cause. */
export function parseFaults(value: unknown): readonly Fault[] {
  const result = z.array(faultSchema).safeParse(Array.isArray(value) ? value : [value])
  if (!result.success) {
    const first = result.error.issues[0]
    throw new FaultsWrong(`faults[${(first?.path ?? []).join('.')}]: ${first?.message ?? 'not understood'}`)
  }
  for (const [index, { match }] of result.data.entries()) {
    try {
      new RegExp(match.pattern ?? '')
    } catch {
      throw new FaultsWrong(`faults[${index}.match.pattern]: '${match.pattern}' is no regular expression`)
    }
  }
  return result.data
}

type Asked = { readonly method: string; readonly path: string; readonly body: string }
type ActingFault = { readonly name: string; readonly action: FaultAction }

export type Faults = {
  readonly add: (faults: readonly Fault[]) => void
  readonly clear: () => void
  /** The fault that acts on this request, if any; counts the request for all that match it. */
  readonly take: (asked: Asked) => ActingFault | null
  readonly list: () => readonly Fault[]
}

function matches(match: z.infer<typeof matchSchema>, { method, path, body }: Asked): boolean {
  if (match.method !== undefined && match.method.toUpperCase() !== method) return false
  if (match.path !== undefined && !path.toLowerCase().includes(match.path.toLowerCase())) return false
  if (match.pattern !== undefined && !new RegExp(match.pattern, 'i').test(path)) return false
  return match.body === undefined || body.includes(match.body)
}

export function createFaults(initial: readonly Fault[]): Faults {
  const read = (faults: readonly Fault[]) => faults.map((fault) => ({ fault: faultSchema.parse(fault), seen: 0 }))
  let active = read(initial)
  return {
    add: (faults) => void active.push(...read(faults)),
    clear: () => {
      active = []
    },
    take: (asked) => {
      let acting: ActingFault | null = null
      for (const entry of active) {
        if (!matches(entry.fault.match, asked)) continue
        entry.seen += 1
        const { nth, times, name, action } = entry.fault
        const acts = entry.seen >= nth && (times === 'always' || entry.seen < nth + times)
        if (acts) acting ??= { name: name ?? Object.keys(action).join('+'), action }
      }
      return acting
    },
    list: () => active.map(({ fault }) => fault),
  }
}
