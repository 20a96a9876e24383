// Orders per day by what became of them: the one chart.
import { z } from 'zod'
import type { CalendarDate, ProfileId } from '../../core/ids.ts'
import { type Decimal, sum, zero } from '../../core/money.ts'
import { todayOf } from '../../runs/licence.ts'
import { profileOf } from '../../runs/program.ts'
import type { DayCounts } from '../../store/store.ts'
import type { Api } from '../api.ts'
import type { ApiParts } from '../parts.ts'
import { list } from '../schemas.ts'

const daySchema = z.object({
  day: z.string(),
  made: z.number(),
  skipped: z.number(),
  problem: z.number(),
  waiting: z.number(),
  amount: z.string(),
})
const dayMs = 86_400_000

export function addChart(app: Api, { service }: ApiParts): void {
  const { program } = service
  app.get(
    '/api/chart',
    {
      schema: {
        querystring: z.object({
          profile: z.string().max(50).optional(),
          days: z.coerce.number().int().min(1).max(366).default(30),
        }),
        response: { 200: z.object({ days: list(daySchema) }) },
      },
    },
    async ({ query: { profile, days } }) => {
      const ids = profile
        ? [(await profileOf(program, profile as ProfileId)).id]
        : (await program.store.profiles.list()).map(({ id }) => id)
      const dates = Array.from({ length: days }, (_, index) => todayOf(program.clock() - (days - 1 - index) * dayMs))
      const counted = await Promise.all(ids.map((id) => program.store.inbox.perDay(id, dates[0] as CalendarDate)))
      const byDay = Map.groupBy(counted.flat(), ({ day }) => day)
      return { days: dates.map((day) => addUp(day, byDay.get(day) ?? [])) }
    },
  )
}

/** A day without orders is there as well, with zeros. */
function addUp(day: CalendarDate, counted: readonly DayCounts[]): DayCounts {
  const total = (key: 'made' | 'skipped' | 'problem' | 'waiting'): number =>
    counted.reduce((so, counts) => so + counts[key], 0)
  return {
    day,
    made: total('made'),
    skipped: total('skipped'),
    problem: total('problem'),
    waiting: total('waiting'),
    amount: counted.length === 0 ? zero : sum(counted.map(({ amount }) => amount as Decimal)),
  }
}
