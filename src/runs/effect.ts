// One call that changes something outside, done the only way it may be done: intent committed, call, result committed; an
// answer that leaves doubt becomes 'unknown' and is looked up before anything else happens (design 3).
import { ConnectionFailed, Failure } from '../core/failures.ts'
import type { RemoteId } from '../core/ids.ts'
import type { InboxEntry, MirrorKind, MirrorRow } from '../store/store.ts'
import { now, type RunContext } from './context.ts'
import type { Known } from './known.ts'
import { type DocumentStep, type Found, lookUp, type Mark } from './look-up.ts'
import type { Point } from './points.ts'

type EffectKind = 'customer' | 'customerUpdate' | 'article' | 'articleUpdate' | DocumentStep

export type Made<Value> = {
  readonly value: Value
  readonly id: RemoteId
  readonly mirror: readonly { kind: MirrorKind; row: MirrorRow }[]
}

export type EffectResult<Value> =
  | { readonly is: 'made'; readonly value: Value; readonly id: RemoteId }
  /** The answer was lost, but looking it up found it. */
  | { readonly is: 'found'; readonly found: Extract<Found, { is: 'there' }> }
  /** Nobody knows yet; the order is to wait as 'unknown'. */
  | { readonly is: 'unknown' }

export type EffectAsk<Value> = {
  readonly kind: EffectKind
  readonly step: string
  readonly marker: string
  readonly mark: Mark
  readonly call: () => Promise<Made<Value>>
  /** true: the caller settles the effect itself, together with the order, in one transaction. */
  readonly settleWithOrder?: boolean
}

/** Throws Refused (settled as absent), and whatever shows that nothing was sent (settled as absent too). */
export async function doEffect<Value>(
  run: RunContext,
  known: Known,
  entry: InboxEntry,
  ask: EffectAsk<Value>,
): Promise<EffectResult<Value>> {
  const at = (moment: 'beforeIntend' | 'intended' | 'answered' | 'settled'): void => {
    const point = `${ask.kind}.${moment}`
    run.at(point as Point)
  }
  if (ask.kind !== 'customerUpdate' && ask.kind !== 'articleUpdate') at('beforeIntend')
  const intendedAt = now(run)
  await run.store.effects.intend(
    run.lease,
    { order: entry.id, step: ask.step, marker: ask.marker, data: ask.mark },
    intendedAt,
  )
  at('intended')
  const answer = await ask.call().then(
    (made) => ({ made }),
    (error: unknown) => ({ error }),
  )
  at('answered')
  if ('made' in answer) {
    const { value, id, mirror } = answer.made
    if (ask.settleWithOrder !== true) {
      await run.store.effects.settle(run.lease, entry.id, ask.step, { state: 'done', remoteId: id }, now(run), mirror)
      at('settled')
    }
    return { is: 'made', value, id }
  }
  if (leavesDoubt(answer.error)) return settleDoubt(run, known, entry, ask, intendedAt)
  // Only a failure that we know says 'nothing was written', or a stop that came before sending; anything else stays intended and
  // is looked up by the next run.
  const stopped = run.callSignal.aborted && answer.error === run.callSignal.reason
  if (answer.error instanceof Failure || stopped)
    await run.store.effects.settle(run.lease, entry.id, ask.step, { state: 'absent', remoteId: null }, now(run))
  if (answer.error instanceof ConnectionFailed) run.signal.throwIfAborted()
  throw answer.error
}

const leavesDoubt = (error: unknown): boolean => error instanceof ConnectionFailed && error.sent

async function settleDoubt<Value>(
  run: RunContext,
  known: Known,
  entry: InboxEntry,
  ask: EffectAsk<Value>,
  intendedAt: ReturnType<typeof now>,
): Promise<EffectResult<Value>> {
  await run.store.effects.settle(run.lease, entry.id, ask.step, { state: 'unknown', remoteId: null }, now(run))
  // Throws where the connection is gone altogether: then the run stops here, with the effect safely marked.
  const found = await lookUp(run, known, { data: ask.mark, intendedAt })
  if (found.is === 'there') {
    if (ask.settleWithOrder !== true)
      await run.store.effects.settle(
        run.lease,
        entry.id,
        ask.step,
        { state: 'done', remoteId: found.id },
        now(run),
        found.mirror,
      )
    return { is: 'found', found }
  }
  if (found.is === 'absent')
    await run.store.effects.settle(run.lease, entry.id, ask.step, { state: 'absent', remoteId: null }, now(run))
  return { is: 'unknown' }
}
