// The first thing that is looked at: is everything in SnelStart, and what needs a person.
import { z } from 'zod'
import { StoreFailed } from '../../core/failures.ts'
import { headlineOf } from '../../core/view/headline.ts'
import type { Program } from '../../runs/program.ts'
import type { Profile } from '../../store/store.ts'
import type { Api } from '../api.ts'
import type { ApiParts } from '../parts.ts'
import { list, profileSchema } from '../schemas.ts'
import { factsOf, viewProfile } from '../views/profile.ts'

const overviewSchema = z.object({
  headline: z.object({
    kind: z.enum(['well', 'attention', 'failed', 'planOff', 'empty']),
    upTo: z.string().nullable(),
    upToNumber: z.string().nullable(),
    attention: z.number(),
    waiting: z.number(),
    lastRun: z.string().nullable(),
  }),
  profiles: list(profileSchema),
  attention: z.object({ problem: z.number(), unknown: z.number() }),
  /** 'lost': the key of the secrets is not to be had; a recovery code or a new key is needed. */
  key: z.enum(['well', 'lost']),
})

export function addOverview(app: Api, parts: ApiParts): void {
  app.get('/api/overview', { schema: { response: { 200: overviewSchema } } }, async () => {
    const { program } = parts.service
    const [stored, status] = [await program.store.profiles.list(), await parts.service.status()]
    const profiles = await Promise.all(stored.map((profile) => viewProfile(parts, profile, status.profiles)))
    const total = (state: 'problem' | 'unknown') => profiles.reduce((sum, { counts }) => sum + counts[state], 0)
    return {
      headline: headlineOf(profiles.map(factsOf)),
      profiles,
      attention: { problem: total('problem'), unknown: total('unknown') },
      key: await keyState(program, stored),
    }
  })
}

/** Reads one secret that there is; the value goes nowhere. */
async function keyState({ store }: Program, profiles: readonly Profile[]): Promise<'well' | 'lost'> {
  for (const { id } of profiles) {
    const [first] = await store.secrets.list(id)
    if (first === undefined) continue
    try {
      await store.secrets.get(id, first.name)
      return 'well'
    } catch (error) {
      if (error instanceof StoreFailed && error.code === 'store.keyWrong') return 'lost'
      throw error
    }
  }
  return 'well'
}
