// The ledger accounts that the matrix of a bookkeeping profile chooses from, with what decides where each may stand.
import { z } from 'zod'
import type { ProfileId } from '../../core/ids.ts'
import { readLedger } from '../../runs/ledger-accounts.ts'
import { profileOf } from '../../runs/program.ts'
import type { Api } from '../api.ts'
import type { ApiParts } from '../parts.ts'
import { list, profileParams } from '../schemas.ts'

const accountSchema = z
  .object({
    id: z.string(),
    number: z.string(),
    name: z.string(),
    ledgerFunction: z.string(),
    vatKinds: list(z.enum(['none', 'low', 'high', 'other'])),
    costCentreRequired: z.boolean(),
    inactive: z.boolean(),
    vatRateCode: z.string().nullable(),
  })
  .meta({ id: 'LedgerAccount' })

export function addLedger(app: Api, { service }: ApiParts): void {
  const { program } = service
  app.get(
    '/api/profiles/:id/ledger-accounts',
    { schema: { params: profileParams, response: { 200: z.object({ accounts: list(accountSchema) }) } } },
    async ({ params }) => ({
      accounts: await readLedger(program.store, await profileOf(program, params.id as ProfileId)),
    }),
  )
}
