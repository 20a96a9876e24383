// Shop and books side by side, as the page and the spreadsheet show them.
import { z } from 'zod'
import type { Comparison } from '../../core/comparison/compare.ts'
import { reasonWords } from '../../core/comparison/reasons.ts'
import { regionWords } from '../../core/sales-entry/matrix.ts'
import { list, textSchema } from '../schemas.ts'

const amountsSchema = z.object({ baseExcl: z.string(), vatAmount: z.string() })
const sidesSchema = z.object({ shop: amountsSchema, books: amountsSchema, difference: amountsSchema })

export const comparisonSchema = z
  .object({
    agrees: z.boolean(),
    periods: list(
      sidesSchema.extend({
        /** '2026-03', '2026-Q1' or '2026'. */
        period: z.string(),
        orders: z.number(),
        bookedOrders: z.number(),
        rows: list(
          sidesSchema.extend({
            vatPercent: z.string(),
            region: z.enum(['nl', 'eu', 'world']),
            regionName: textSchema,
            explained: list(
              sidesSchema.extend({
                id: z.string(),
                number: z.string(),
                date: z.string(),
                bookedNumber: z.string().nullable(),
                why: textSchema,
              }),
            ),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Comparison' })

export const viewComparison = ({ agrees, periods }: Comparison): z.infer<typeof comparisonSchema> => ({
  agrees,
  periods: periods.map((period) => ({
    ...period,
    rows: period.rows.map((row) => ({
      ...row,
      regionName: regionWords[row.region],
      explained: row.explained.map(({ reason, ...order }) => ({ ...order, why: reasonWords[reason] })),
    })),
  })),
})
