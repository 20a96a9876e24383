// 'Verbinding testen' (SNEL-6): log-in, subscription and administration, rights, templates; each leg on its own.
import { z } from 'zod'
import { Failure } from '../../core/failures.ts'
import type { TestLeg } from '../../core/test-leg.ts'
import { fillIn, type Text } from '../../core/text.ts'
import type { Client } from './client.ts'
import { withQuery } from './odata.ts'
import { snelStartMessages } from './problems.ts'
import type { TokenKeeper } from './token.ts'
import { companyInfo, verkoopordersjabloon } from './wire.ts'

type Leg = Pick<TestLeg, 'leg' | 'title' | 'tried'>
type Tools = { readonly client: Client; readonly tokens: TokenKeeper }

/** Goes on to the next leg only where that makes sense; throws only the signal's reason. */
export async function* testConnection({ client, tokens }: Tools, signal: AbortSignal): AsyncIterable<TestLeg> {
  const login = await tryLeg(loginLeg, signal, async () => {
    await tokens.current(signal)
    return { nl: 'SnelStart aanvaardt de koppelsleutel.', en: 'SnelStart accepts the client key.' }
  })
  yield login
  if (!login.ok) return
  const administration = await tryLeg(administrationLeg, signal, async () => {
    const { administratieNaam } = await client.read('/companyInfo', companyInfo, signal)
    return {
      nl: `De sleutels geven toegang tot administratie ${administratieNaam ?? ''}.`,
      en: `The keys give access to administration ${administratieNaam ?? ''}.`,
    }
  })
  yield administration
  if (!administration.ok) return
  const { scopes } = await tokens.current(signal)
  for (const right of rights) yield await testRight(client, right, scopes, signal)
  yield await testTemplates(client, signal)
}

const loginLeg: Leg = {
  leg: 'token',
  title: { nl: 'Aanmelden', en: 'Log-in' },
  tried: { nl: 'Aanmelden bij SnelStart met de koppelsleutel.', en: 'Logging in at SnelStart with the client key.' },
}

const administrationLeg: Leg = {
  leg: 'administration',
  title: { nl: 'Abonnement en administratie', en: 'Subscription and administration' },
  tried: {
    nl: 'De gegevens van de administratie opvragen met de abonnementssleutel.',
    en: 'Asking for the data of the administration with the subscription key.',
  },
}

type Right = { readonly leg: string; readonly scope: string; readonly path: string; readonly name: Text }
const rights: readonly Right[] = [
  { leg: 'orders', scope: 'orders', path: '/verkooporders', name: { nl: 'verkooporders', en: 'sales orders' } },
  { leg: 'articles', scope: 'artikelen', path: '/artikelen', name: { nl: 'artikelen', en: 'articles' } },
  { leg: 'customers', scope: 'relaties', path: '/relaties', name: { nl: 'klanten', en: 'customers' } },
]

/** Reading is tried; writing is only looked up in the token, because trying it would write (SNEL-7). */
async function testRight(
  client: Client,
  { leg, scope, path, name }: Right,
  scopes: readonly string[] | null,
  signal: AbortSignal,
): Promise<TestLeg> {
  const title = { nl: `Rechten op ${name.nl}`, en: `Rights on ${name.en}` }
  const tried = { nl: `Eén regel lezen uit de ${name.nl}.`, en: `Reading one row of the ${name.en}.` }
  const tested = await tryLeg({ leg, title, tried }, signal, async () => {
    await client.read(withQuery(path, { top: 1 }), z.array(z.unknown()), signal)
    return { nl: `De ${name.nl} zijn te lezen.`, en: `The ${name.en} can be read.` }
  })
  if (!tested.ok || scopes === null || scopes.includes(`${scope}:write`)) return tested
  return { ...tested, ok: false, ...wordsOf('snelstart.scopeMissing', { scope: `${scope}:write` }) }
}

async function testTemplates(client: Client, signal: AbortSignal): Promise<TestLeg> {
  const title = { nl: 'Verkoopsjablonen', en: 'Sales templates' }
  const tried = { nl: 'De lijst met verkoopsjablonen lezen.', en: 'Reading the list of sales templates.' }
  let active = 0
  const tested = await tryLeg({ leg: 'templates', title, tried }, signal, async () => {
    const templates = await client.read('/verkoopordersjablonen', z.array(verkoopordersjabloon), signal)
    active = templates.filter(({ nonactief }) => nonactief !== true).length
    return { nl: `${active} verkoopsjablonen gevonden.`, en: `${active} sales templates found.` }
  })
  if (!tested.ok || active > 0) return tested
  return {
    ...tested,
    ok: false,
    todo: {
      nl: 'Maak in SnelStart een verkoopsjabloon aan. Verkooporders horen bij SnelStart inBalans of hoger.',
      en: 'Make a sales template in SnelStart. Sales orders need SnelStart inBalans or higher.',
    },
  }
}

async function tryLeg(leg: Leg, signal: AbortSignal, attempt: () => Promise<Text>): Promise<TestLeg> {
  try {
    return { ...leg, ok: true, cameBack: await attempt(), todo: null }
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof Failure)) throw error
    return { ...leg, ok: false, ...wordsOf(error.code, wordData(error)) }
  }
}

const wordData = (error: Failure): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(error.context).map(([name, value]) => [name, String(value)]))

/** The words of a failure. A code without any is a mistake of ours, and then shows as it is. */
function wordsOf(code: string, data: Readonly<Record<string, string>>): Pick<TestLeg, 'cameBack' | 'todo'> {
  const words = snelStartMessages[code] ?? { text: { nl: code, en: code }, todo: null }
  const filled = ({ nl, en }: Text): Text => ({ nl: fillIn(nl, data), en: fillIn(en, data) })
  return { cameBack: filled(words.text), todo: words.todo && filled(words.todo) }
}
