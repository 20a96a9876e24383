// One leg of 'Verbinding testen' (SNEL-6, SHOP-9): what was tried, what came back, what to do.
import { Failure } from './failures.ts'
import type { FailureCatalogue } from './problem.ts'
import { fillIn, type Text } from './text.ts'

export type TestLeg = {
  /** Stable key ('token', 'administration', 'ftpLogin', 'signature' …). */
  readonly leg: string
  readonly title: Text
  readonly ok: boolean
  /** What was tried, with the address or name concerned, never a secret. */
  readonly tried: Text
  /** What came back, in plain words. */
  readonly cameBack: Text
  /** What to do about it; null where it is well. */
  readonly todo: Text | null
}

/** `run` gives what came back where all is well, and throws where not. */
export type LegStep = Pick<TestLeg, 'leg' | 'title' | 'tried'> & { readonly run: () => Promise<Text> }

type Signal = { readonly aborted: boolean }

/** Leg by leg, up to the first that fails: those behind it would only repeat its reason. Never throws for what the other side does
 *  wrong. `messages`: the words for what `run` throws. */
export async function* tryLegs(
  steps: Iterable<LegStep> | AsyncIterable<LegStep>,
  messages: FailureCatalogue,
  signal: Signal,
): AsyncGenerator<TestLeg> {
  for await (const step of steps) {
    const leg = await tryLeg(step, messages, signal)
    yield leg
    if (!leg.ok) return
  }
}

async function tryLeg({ run, ...leg }: LegStep, messages: FailureCatalogue, signal: Signal): Promise<TestLeg> {
  try {
    return { ...leg, ok: true, cameBack: await run(), todo: null }
  } catch (error) {
    if (!(error instanceof Failure) || signal.aborted) throw error
    return { ...leg, ok: false, ...explain(error, messages) }
  }
}

function explain({ code, message, context }: Failure, messages: FailureCatalogue): { cameBack: Text; todo: Text } {
  const entry = messages[code]
  if (entry === undefined)
    return { cameBack: { nl: message, en: message }, todo: { nl: 'Probeer het opnieuw.', en: 'Try again.' } }
  const data = Object.fromEntries(Object.entries(context).map(([name, value]) => [name, String(value ?? '')]))
  const fill = (words: Text): Text => ({ nl: fillIn(words.nl, data), en: fillIn(words.en, data) })
  return { cameBack: fill(entry.text), todo: fill(entry.todo) }
}
