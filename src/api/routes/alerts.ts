// Who is told when something is wrong (BEY-6), with a test button for each way.
import { z } from 'zod'
import { readAlertSettings, saveAlertSettings } from '../../runs/alerts/alert-settings.ts'
import { channelNames } from '../../runs/alerts/channels.ts'
import { testChannel } from '../../runs/alerts/tell-alerts.ts'
import { instantOf } from '../../runs/context.ts'
import { alertFields } from '../../settings/alerts.ts'
import { checkSetting } from '../../settings/profile.ts'
import type { Api } from '../api.ts'
import type { ApiParts } from '../parts.ts'
import { done, doneSchema, list, textSchema } from '../schemas.ts'
import { type FieldView, fieldSchema, viewField } from '../views/fields.ts'

const alertsSchema = z.object({ fields: list(fieldSchema) })

export function addAlerts(app: Api, { service, senders, address, takeRecoveryCode }: ApiParts): void {
  const { store, clock } = service.program

  app.get('/api/alerts', { schema: { response: { 200: alertsSchema } } }, async () => {
    const { values, secretSetAt } = await readAlertSettings(store)
    const fields = Object.entries(alertFields).flatMap(([name, schema]): readonly FieldView[] => {
      const stored = { value: values[name as keyof typeof values], secretSetAt: secretSetAt[name] ?? null }
      const view = viewField('', name, schema, stored, {})
      return view === null ? [] : [view]
    })
    return { fields }
  })

  app.put(
    '/api/alerts',
    {
      schema: {
        body: z.object({ values: z.record(z.string().max(100), z.unknown()) }),
        response: {
          200: z.object({
            saved: z.boolean(),
            problems: list(z.object({ key: z.string(), text: textSchema })),
            recoveryCode: z.string().nullable(),
          }),
        },
      },
    },
    async ({ body }) => {
      const wrong = await saveAlertSettings(store, body.values, instantOf(clock()))
      const problems = wrong.map((key) => ({ key, text: expected(key, body.values[key]) }))
      return { saved: wrong.length === 0, problems, recoveryCode: takeRecoveryCode() }
    },
  )

  app.post(
    '/api/alerts/test/:channel',
    { schema: { params: z.object({ channel: z.enum(channelNames) }), response: { 200: doneSchema } } },
    async ({ params }) => {
      const language = (await store.values.get('language')) === 'en' ? 'en' : 'nl'
      const signal = AbortSignal.timeout(30_000)
      await testChannel({ store, senders, language, address: address(), signal, clock }, params.channel)
      return done
    },
  )
}

/** What would be right, in words. */
function expected(key: string, value: unknown) {
  const schema = Object.hasOwn(alertFields, key) ? alertFields[key as keyof typeof alertFields] : undefined
  const checked = schema === undefined ? null : checkSetting(schema, value)
  if (checked !== null && !checked.ok) return checked.expected
  return { nl: 'Deze waarde kan niet.', en: 'This value will not do.' }
}
