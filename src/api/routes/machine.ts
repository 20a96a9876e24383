// What belongs to the whole program and not to a profile: licence, start at log-in, and who may reach it.
import { z } from 'zod'
import { licenceStanding, loadLicence } from '../../runs/licence.ts'
import type { Api } from '../api.ts'
import { catalogueOfFailures, RequestRefused, tellInWords } from '../errors.ts'
import { networkSchema, readNetwork, saveNetwork } from '../network.ts'
import type { ApiParts } from '../parts.ts'
import { list, textSchema } from '../schemas.ts'

const licenceSchema = z.object({
  licence: z
    .object({
      holder: z.string(),
      profiles: z.number(),
      kinds: list(z.string()),
      issued: z.string(),
      until: z.string(),
    })
    .nullable(),
  /** Why the licence that was loaded does not count. */
  problem: z.object({ code: z.string(), text: textSchema, todo: textSchema }).nullable(),
  running: list(z.string()),
  /** Profiles that the licence does not cover; their plans are paused. */
  surplus: list(z.string()),
})

const autostartSchema = z.object({
  state: z.enum(['on', 'off', 'switchedOff']),
  startsAt: z.enum(['boot', 'login']).nullable(),
  where: z.string().nullable(),
})

export function addMachine(app: Api, parts: ApiParts): void {
  const { autostart, launch, service } = parts
  const { program } = service
  const { store } = program
  const viewStanding = ({ problem, ...standing }: Awaited<ReturnType<typeof licenceStanding>>) => ({
    ...standing,
    problem:
      problem === null
        ? null
        : {
            code: problem.code,
            ...tellInWords(catalogueOfFailures(parts), { code: problem.code, context: problem.data }),
          },
  })

  app.get('/api/licence', { schema: { response: { 200: licenceSchema } } }, async () =>
    viewStanding(await licenceStanding(program)),
  )

  app.post(
    '/api/licence',
    { schema: { body: z.object({ text: z.string().max(20_000) }), response: { 200: licenceSchema } } },
    async ({ body }) => viewStanding(await loadLicence(program, body.text)),
  )

  const viewAutostart = async () => {
    const status = await autostart.status(launch)
    return {
      state: status.state,
      startsAt: status.state === 'on' ? status.startsAt : null,
      where: status.state === 'off' ? null : status.where,
    }
  }
  app.get('/api/autostart', { schema: { response: { 200: autostartSchema } } }, viewAutostart)
  app.put(
    '/api/autostart',
    { schema: { body: z.object({ on: z.boolean() }), response: { 200: autostartSchema } } },
    async ({ body }) => {
      await (body.on ? autostart.on(launch) : autostart.off())
      return viewAutostart()
    },
  )

  const networkView = networkSchema.extend({
    /** What opening it means; to be shown before `confirmed` is sent. */
    warning: textSchema,
    address: z.string(),
  })
  const viewNetwork = async () => ({
    ...(await readNetwork(store)),
    warning: tellInWords(catalogueOfFailures(parts), { code: 'network.confirm', context: {} }).text,
    address: parts.address(),
  })
  app.get('/api/network', { schema: { response: { 200: networkView } } }, viewNetwork)
  app.put(
    '/api/network',
    {
      schema: {
        body: networkSchema.extend({ confirmed: z.boolean().default(false) }),
        response: { 200: networkView },
      },
    },
    async ({ body: { confirmed, ...network } }) => {
      const { open } = await readNetwork(store)
      if (network.open && !open && !confirmed) throw new RequestRefused(409, 'network.confirm')
      await saveNetwork(store, network)
      return viewNetwork()
    },
  )
}
