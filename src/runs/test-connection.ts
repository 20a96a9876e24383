// 'Verbinding testen' of both sides, leg by leg (SNEL-6, SHOP-9). A side that cannot even be opened (settings missing, key
// lost) gives one failed leg with the reason instead of ending the test.
import { Failure } from '../core/failures.ts'
import type { TestLeg } from '../core/test-leg.ts'
import type { Language } from '../core/text.ts'
import type { Profile } from '../store/store.ts'
import { connectAccounting, connectShop, type Program } from './program.ts'

export type ConnectionSide = 'accounting' | 'shop'
type Tell = (failure: Failure, language: Language) => string

export async function* testConnections(
  program: Program,
  profile: Profile,
  side: ConnectionSide | 'both',
  signal: AbortSignal,
  tell: Tell,
): AsyncIterable<{ readonly of: ConnectionSide; readonly leg: TestLeg }> {
  for (const tested of ['accounting', 'shop'] as const) {
    if (side !== 'both' && side !== tested) continue
    for await (const leg of legsOf(program, profile, tested, signal, tell)) yield { of: tested, leg }
  }
}

async function* legsOf(
  program: Program,
  profile: Profile,
  of: ConnectionSide,
  signal: AbortSignal,
  tell: Tell,
): AsyncIterable<TestLeg> {
  try {
    const connection = await (of === 'shop' ? connectShop(program, profile) : connectAccounting(program, profile))
    try {
      yield* connection.test(signal)
    } finally {
      await connection.close()
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    yield {
      leg: 'settings',
      title: { nl: 'Instellingen', en: 'Settings' },
      ok: false,
      tried: { nl: 'de instellingen lezen', en: 'reading the settings' },
      cameBack: { nl: tell(error, 'nl'), en: tell(error, 'en') },
      todo: null,
    }
  }
}
