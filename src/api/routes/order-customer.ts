// 'Kies klant': whose one order is, as a person says.
import { z } from 'zod'
import type { ProfileId, ShopOrderId } from '../../core/ids.ts'
import { chooseCustomer } from '../../runs/choose-customer.ts'
import { profileOf } from '../../runs/program.ts'
import type { Api } from '../api.ts'
import { RequestRefused } from '../errors.ts'
import type { ApiParts } from '../parts.ts'
import { chosenCustomerSchema, profileParams } from '../schemas.ts'

export function addOrderCustomer(app: Api, { service }: ApiParts): void {
  const { program } = service

  app.put(
    '/api/profiles/:id/orders/:orderId/customer',
    {
      schema: {
        params: profileParams.extend({ orderId: z.string().max(200) }),
        /** null: recognised by S-Connect again. */
        body: z.object({ code: z.string().max(50).nullable() }),
        response: { 200: z.object({ chosen: chosenCustomerSchema.nullable() }) },
      },
    },
    async ({ params, body, session }) => {
      const profile = await profileOf(program, params.id as ProfileId)
      const entry = await program.store.inbox.get(profile.id, params.orderId as ShopOrderId)
      if (entry === null) throw new RequestRefused(404, 'request.notFound')
      const chosen = await chooseCustomer(program, profile, entry, { code: body.code, by: session?.user.name ?? '' })
      await service.decideAgain(profile.id)
      return { chosen }
    },
  )
}
