// Profiles: one webshop linked to one administration each (PROF-1), and the kinds there are of both.
import { z } from 'zod'
import type { AccountingKind } from '../../accounting/accounting.ts'
import { Failure, SettingsWrong } from '../../core/failures.ts'
import type { ProfileId } from '../../core/ids.ts'
import { instantOf } from '../../runs/context.ts'
import { applyLicence, requireRoom } from '../../runs/licence.ts'
import { connectShop, profileOf } from '../../runs/program.ts'
import { type Profile, type ProfileSettings, products } from '../../store/store.ts'
import type { Api } from '../api.ts'
import { catalogueOfFailures, tellInWords } from '../errors.ts'
import type { ApiParts } from '../parts.ts'
import { kindChoiceSchema, kindSchema, list, profileParams, profileSchema, textSchema } from '../schemas.ts'
import { viewProfile } from '../views/profile.ts'

const noSettings: ProfileSettings = {
  general: {},
  shop: {},
  accounting: {},
  sales: {},
  articles: {},
  customers: {},
  bookkeeping: {},
}
const descriptionSchema = z.string().trim().max(200)

export function addProfiles(app: Api, parts: ApiParts): void {
  const { program } = parts.service
  const { store, shops, accountings, clock } = program
  const view = async (id: ProfileId) =>
    viewProfile(parts, await profileOf(program, id), (await parts.service.status()).profiles)

  app.get(
    '/api/kinds',
    { schema: { response: { 200: z.object({ shops: list(kindSchema), accountings: list(kindChoiceSchema) }) } } },
    async () => ({ shops, accountings: accountings.map(toChoice) }),
  )

  app.get(
    '/api/profiles',
    { schema: { response: { 200: z.object({ profiles: list(profileSchema) }) } } },
    async () => ({
      profiles: await Promise.all((await store.profiles.list()).map(({ id }) => view(id))),
    }),
  )

  app.get('/api/profiles/:id', { schema: { params: profileParams, response: { 200: profileSchema } } }, ({ params }) =>
    view(params.id as ProfileId),
  )

  app.post(
    '/api/profiles',
    {
      schema: {
        body: z.object({
          shop: z.string(),
          accounting: z.string(),
          product: z.enum(products).default('order'),
          description: descriptionSchema.default(''),
        }),
        response: { 200: profileSchema },
      },
    },
    async ({ body }) => {
      requireKind(shops, body.shop)
      requireKind(accountings, body.accounting)
      await requireRoom(program, { shopKind: body.shop, product: body.product })
      const profile: Profile = {
        id: nextId(await store.profiles.list()),
        description: body.description,
        shopKind: body.shop,
        accountingKind: body.accounting,
        product: body.product,
        settings: noSettings,
        createdAt: instantOf(clock()),
      }
      await store.profiles.add(profile)
      return view(profile.id)
    },
  )

  app.patch(
    '/api/profiles/:id',
    {
      schema: {
        params: profileParams,
        body: z.object({ description: descriptionSchema }),
        response: { 200: profileSchema },
      },
    },
    async ({ params, body }) => {
      const { id } = await profileOf(program, params.id as ProfileId)
      await store.profiles.saveDescription(id, body.description)
      return view(id)
    },
  )

  app.delete(
    '/api/profiles/:id',
    {
      schema: {
        params: profileParams,
        response: { 200: z.object({ done: z.literal(true), leftInShop: textSchema.nullable() }) },
      },
    },
    async ({ params }) => {
      const profile = await profileOf(program, params.id as ProfileId)
      parts.service.stopRun(profile.id)
      const leftInShop = await takeOutOfShop(parts, profile)
      await store.profiles.remove(profile.id)
      await applyLicence(program)
      return { done: true as const, leftInShop }
    },
  )
}

/** A shop that cannot be reached does not keep the profile alive; what remains in it is told. null: nothing remains. */
async function takeOutOfShop(parts: ApiParts, profile: Profile) {
  const signal = AbortSignal.timeout(20_000)
  try {
    const shop = await connectShop(parts.service.program, profile)
    try {
      await shop.disconnect(signal)
      return null
    } finally {
      await shop.close()
    }
  } catch (error) {
    // Never filled in: nothing was ever placed there.
    if (error instanceof SettingsWrong) return null
    if (!(error instanceof Failure) && !signal.aborted) throw error
    const failure = error instanceof Failure ? error : { code: 'http.timeout', context: {} }
    return tellInWords(catalogueOfFailures(parts), failure).text
  }
}

const toChoice = ({ kind, title, help, obstacle }: AccountingKind) => ({
  kind,
  title,
  help: help ?? null,
  obstacle: obstacle?.() ?? null,
})

function requireKind(kinds: readonly { kind: string }[], kind: string): void {
  if (kinds.some((known) => known.kind === kind)) return
  throw new SettingsWrong('kind.unknown', 'no such kind', { kind, kinds: kinds.map((known) => known.kind).join(', ') })
}

function nextId(profiles: readonly Profile[]): ProfileId {
  const taken = new Set<string>(profiles.map(({ id }) => id))
  let number = 1
  while (taken.has(String(number))) number += 1
  return String(number) as ProfileId
}
