// Do shop and books agree: per period, VAT rate and region, with the orders that explain each difference; also as a spreadsheet.
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { CalendarDate, ProfileId } from '../../core/ids.ts'
import { compareBooks } from '../../runs/compare-books.ts'
import { comparisonRows } from '../../runs/comparison-rows.ts'
import { profileOf } from '../../runs/program.ts'
import { makeSpreadsheet } from '../../runs/spreadsheet.ts'
import type { Api } from '../api.ts'
import type { ApiParts } from '../parts.ts'
import { profileParams } from '../schemas.ts'
import { comparisonSchema, viewComparison } from '../views/comparison.ts'

const day = z.iso.date().transform((text) => text as CalendarDate)
const questionSchema = z.object({ from: day, to: day, by: z.enum(['month', 'quarter', 'year']).default('month') })
const exportSchema = questionSchema.extend({ language: z.enum(['nl', 'en']).default('nl') })

export function addComparison(app: Api, { service }: ApiParts): void {
  const { program } = service

  app.get(
    '/api/profiles/:id/comparison',
    { schema: { params: profileParams, querystring: questionSchema, response: { 200: comparisonSchema } } },
    async ({ params, query }) => {
      const profile = await profileOf(program, params.id as ProfileId)
      return viewComparison(await compareBooks(program, profile, query))
    },
  )

  app.get(
    '/api/profiles/:id/comparison/export.xlsx',
    { schema: { params: profileParams, querystring: exportSchema } },
    async ({ params, query: { language, ...question } }, reply) => {
      const profile = await profileOf(program, params.id as ProfileId)
      const rows = comparisonRows(await compareBooks(program, profile, question), language)
      return reply
        .type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', 'attachment; filename="s-connect-controle.xlsx"')
        .send(Readable.from(makeSpreadsheet({ nl: 'Controle', en: 'Check' }[language], rows), { objectMode: false }))
    },
  )
}
