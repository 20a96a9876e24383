// The settings of a profile: the form with its values, checking while typing, saving, and what changed since when.
import { z } from 'zod'
import { Failure } from '../../core/failures.ts'
import type { ProfileId } from '../../core/ids.ts'
import { connectAccounting, fieldsOf, type Program, profileOf, shopKindOf } from '../../runs/program.ts'
import { checkValues, saveForm } from '../../runs/save-form.ts'
import { stockFailures } from '../../runs/stock/messages.ts'
import type { Profile } from '../../store/store.ts'
import type { Api } from '../api.ts'
import type { ApiParts } from '../parts.ts'
import { list, profileParams, textSchema } from '../schemas.ts'
import { fieldSchema, type Reasons } from '../views/fields.ts'
import { missingKeys, viewChange, viewSettings } from '../views/settings.ts'

const settingsSchema = z.object({
  tabs: list(
    z.object({ key: z.string(), title: textSchema, notice: textSchema.nullable(), fields: list(fieldSchema) }),
  ),
  missing: list(z.string()),
})
const valuesSchema = z.object({ values: z.record(z.string().max(100), z.unknown()) })
const problemsSchema = z.object({ problems: list(z.object({ key: z.string(), text: textSchema })) })

export function addSettings(app: Api, parts: ApiParts): void {
  const { service, takeRecoveryCode } = parts
  const { program } = service
  const existing = (id: string): Promise<Profile> => profileOf(program, id as ProfileId)

  app.get(
    '/api/profiles/:id/settings',
    { schema: { params: profileParams, response: { 200: settingsSchema } } },
    async ({ params }) => {
      const profile = await existing(params.id)
      return {
        tabs: await viewSettings(program, profile, {
          ...missingOfShop(program, profile),
          ...(await missingCapabilities(parts, profile)),
        }),
        missing: await missingKeys(program, profile),
      }
    },
  )

  app.post(
    '/api/profiles/:id/settings/check',
    { schema: { params: profileParams, body: valuesSchema, response: { 200: problemsSchema } } },
    async ({ params, body }) => ({
      problems: checkValues(fieldsOf(program, await existing(params.id)), body.values).problems,
    }),
  )

  app.put(
    '/api/profiles/:id/settings',
    {
      schema: {
        params: profileParams,
        body: valuesSchema,
        response: {
          200: problemsSchema.extend({
            /** Keys that have another value now; nothing is saved while there is a problem. */
            saved: list(z.string()),
            missing: list(z.string()),
            /** Made with the first secret: to be shown once. */
            recoveryCode: z.string().nullable(),
          }),
        },
      },
    },
    async ({ params, body, session }) => {
      const profile = await existing(params.id)
      const { problems, values } = checkValues(fieldsOf(program, profile), body.values)
      const by = session?.user.name ?? ''
      const saved = problems.length > 0 ? [] : await saveForm(program, profile, values, by)
      if (saved.length > 0) await service.decideAgain(profile.id)
      const missing = await missingKeys(program, await existing(params.id))
      return { saved, problems, missing, recoveryCode: takeRecoveryCode() }
    },
  )

  app.get(
    '/api/profiles/:id/settings/history',
    {
      schema: {
        params: profileParams,
        response: {
          200: z.object({
            history: list(
              z.object({
                at: z.string(),
                by: z.string(),
                changes: list(
                  z.object({
                    key: z.string(),
                    label: textSchema,
                    from: z.string().nullable(),
                    to: z.string().nullable(),
                  }),
                ),
              }),
            ),
          }),
        },
      },
    },
    async ({ params }) => {
      const profile = await existing(params.id)
      const history = await program.store.profiles.history(profile.id)
      return { history: history.map((change) => viewChange(fieldsOf(program, profile), change)) }
    },
  )
}

/** Why this profile cannot do something, whatever the administration can. */
function missingOfShop(program: Program, profile: Profile): Reasons {
  const { title, capabilities } = shopKindOf(program, profile)
  if (profile.product === 'bookkeeping') return { stock: stockFailures['stock.bookkeeping'].text }
  if (capabilities.stock) return {}
  const stock = {
    nl: `${title.nl} neemt geen voorraad aan van S-Connect.`,
    en: `${title.en} takes no stock from S-Connect.`,
  }
  return { stock }
}

/** Why the administration cannot do something. Known once the connection can be opened; until then nothing is disabled. */
async function missingCapabilities({ service }: ApiParts, profile: Profile) {
  try {
    const accounting = await connectAccounting(service.program, profile)
    try {
      return accounting.missing
    } finally {
      await accounting.close()
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return {}
  }
}
