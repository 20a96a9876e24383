// `profile list|add|show|remove`: one profile links one shop to one administration (PROF-1).
import { Failure, SettingsWrong } from '../core/failures.ts'
import type { ProfileId } from '../core/ids.ts'
import { instantOf } from '../runs/context.ts'
import { requireRoom } from '../runs/licence.ts'
import { accountingKindOf, connectShop, messagesOf, type Program, shopKindOf } from '../runs/program.ts'
import { type Product, type Profile, type ProfileSettings, products } from '../store/store.ts'
import { chooseProfile } from './choose-profile.ts'
import { commandFailures } from './command-failures.ts'
import { type Console, type ExitCode, inLanguage, moment, table } from './console.ts'
import { warnOfObstacle } from './offers.ts'
import { say, tellFailure } from './words.ts'

const noSettings: ProfileSettings = {
  general: {},
  shop: {},
  accounting: {},
  sales: {},
  articles: {},
  customers: {},
  bookkeeping: {},
}

export async function listProfiles(console: Console): Promise<ExitCode> {
  const program = await console.program()
  const profiles = await program.store.profiles.list()
  if (console.json) for (const profile of profiles) console.printJson(summary(profile))
  else if (profiles.length === 0) console.print(say('noProfiles', console.language))
  else console.print(table(profiles.map((profile) => row(program, profile, console))))
  return 0
}

const summary = ({ id, description, shopKind, accountingKind, product, createdAt }: Profile) => ({
  id,
  description,
  shopKind,
  accountingKind,
  product,
  createdAt,
})

const row = (program: Program, profile: Profile, { language }: Console): string[] => [
  profile.id,
  `${shopKindOf(program, profile).title[language]} → ${accountingKindOf(program, profile).title[language]}`,
  say(profile.product === 'order' ? 'productOrder' : 'productBookkeeping', language),
  profile.description,
]

export async function addProfile(
  console: Console,
  options: { shop: string; accounting: string; product: string; description: string },
): Promise<ExitCode> {
  const program = await console.program()
  requireKind(program.shops, options.shop)
  requireKind(program.accountings, options.accounting)
  const product = productOf(options.product)
  await requireRoom(program, { shopKind: options.shop, product })
  const taken = new Set((await program.store.profiles.list()).map((profile) => profile.id as string))
  let number = 1
  while (taken.has(String(number))) number += 1
  const profile: Profile = {
    id: String(number) as ProfileId,
    description: options.description,
    shopKind: options.shop,
    accountingKind: options.accounting,
    product,
    settings: noSettings,
    createdAt: instantOf(program.clock()),
  }
  await program.store.profiles.add(profile)
  if (console.json) console.printJson(summary(profile))
  else console.print(`${say('added', console.language)}: ${table([row(program, profile, console)])}`)
  warnOfObstacle(console, program, profile)
  return 0
}

function productOf(text: string): Product {
  const product = products.find((known) => known === text)
  if (product !== undefined) return product
  throw new SettingsWrong('product.unknown', 'no such product', { product: text, products: products.join(', ') })
}

function requireKind(kinds: readonly { kind: string }[], kind: string): void {
  if (kinds.some((known) => known.kind === kind)) return
  throw new SettingsWrong('kind.unknown', 'no such kind', { kind, kinds: kinds.map((known) => known.kind).join(', ') })
}

export async function showProfile(console: Console): Promise<ExitCode> {
  const program = await console.program()
  const profile = await chooseProfile(console, program)
  const counts = await program.store.inbox.counts(profile.id)
  const { cursor, upTo } = await program.store.inbox.cursor(profile.id)
  if (console.json) {
    console.printJson({ ...summary(profile), counts, cursor, upTo })
    return 0
  }
  const { language } = console
  console.print(table([row(program, profile, console)]))
  const readUpTo = upTo as { placedAt: string; number: string } | null
  if (readUpTo !== null)
    console.print(`  ${say('upTo', language)} ${moment(readUpTo.placedAt, language)} (order ${readUpTo.number})`)
  const rows = Object.entries(counts).map(([state, count]) => [
    `  ${say(state as keyof typeof counts, language)}`,
    String(count),
  ])
  console.print(table(rows, [1]))
  return 0
}

/** Takes our endpoint out of the shop first; a shop that cannot be reached does not keep the profile alive. Throws
 *  SettingsWrong 'input.notConfirmed' without `yes`. */
export async function removeProfile(console: Console, options: { yes: boolean }): Promise<ExitCode> {
  const program = await console.program()
  const profile = await chooseProfile(console, program)
  if (!options.yes) {
    const counts = await program.store.inbox.counts(profile.id)
    const orders = Object.values(counts).reduce((total, count) => total + count, 0)
    const what = inLanguage(
      console,
      `profiel ${profile.id} met zijn instellingen, sleutels en ${orders} orders in het postvak (in SnelStart en in de webshop blijven de orders staan)`,
      `profile ${profile.id} with its settings, keys and ${orders} orders in the inbox (the orders in SnelStart and in the shop stay)`,
    )
    throw new SettingsWrong('input.notConfirmed', 'not confirmed', { what })
  }
  const leftBehind = await disconnectShop(console, program, profile)
  await program.store.profiles.remove(profile.id)
  if (console.json) console.printJson({ removed: profile.id, disconnected: leftBehind === null, reason: leftBehind })
  else
    console.print(
      inLanguage(
        console,
        `Profiel ${profile.id} is verwijderd, met zijn instellingen, sleutels en orders. In SnelStart is niets veranderd.`,
        `Profile ${profile.id} was removed, with its settings, keys and orders. Nothing was changed in SnelStart.`,
      ),
    )
  return 0
}

/** Why our file may still be in the shop, in words; null: it was taken out. */
async function disconnectShop(console: Console, program: Program, profile: Profile): Promise<string | null> {
  try {
    const shop = await connectShop(program, profile)
    try {
      await shop.disconnect(console.signal)
    } finally {
      await shop.close()
    }
    console.print(
      inLanguage(
        console,
        'Een koppelbestand dat S-Connect zelf in de webshop had geplaatst, is daar weggehaald.',
        'A connection file that S-Connect had placed in the shop itself was taken out of it.',
      ),
    )
    return null
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    // Never filled in, so nothing was ever placed.
    if (error.code === 'settings.missing') return null
    const reason = tellFailure({ ...commandFailures, ...messagesOf(program) }, error, console.language)
    console.print(
      inLanguage(
        console,
        `Staat er een koppelbestand van S-Connect in de webshop, verwijder het dan zelf; S-Connect kon er niet bij. ${reason}`,
        `If there is a connection file of S-Connect in the shop, remove it yourself; S-Connect could not reach it. ${reason}`,
      ),
    )
    return reason
  }
}
