// Who may log in: owners do everything, bookkeepers only look.
import { z } from 'zod'
import { longestPassword } from '../../runs/passwords.ts'
import type { Api } from '../api.ts'
import { RequestRefused } from '../errors.ts'
import type { ApiParts } from '../parts.ts'
import { done, doneSchema } from '../schemas.ts'
import { makeUser } from './session.ts'

const roleSchema = z.enum(['owner', 'bookkeeper'])
const userSchema = z.object({ id: z.string(), name: z.string(), role: roleSchema, createdAt: z.string() })

export function addUsers(app: Api, { service }: ApiParts): void {
  const { store, clock } = service.program

  app.get(
    '/api/users',
    { config: { access: 'owner' }, schema: { response: { 200: z.object({ users: z.array(userSchema) }) } } },
    async () => ({ users: [...(await store.users.list())] }),
  )

  app.post(
    '/api/users',
    {
      schema: {
        body: z.object({
          name: z.string().trim().min(1).max(100),
          password: z.string().max(longestPassword),
          role: roleSchema,
        }),
        response: { 200: userSchema },
      },
    },
    async ({ body }) => {
      const user = await makeUser(body.name, body.role, body.password, clock())
      await store.users.add(user)
      return user
    },
  )

  app.delete(
    '/api/users/:id',
    { schema: { params: z.object({ id: z.string().max(50) }), response: { 200: doneSchema } } },
    async ({ params }) => {
      const users = await store.users.list()
      const user = users.find(({ id }) => id === params.id)
      if (user === undefined) throw new RequestRefused(404, 'request.notFound')
      const owners = users.filter(({ role }) => role === 'owner')
      if (user.role === 'owner' && owners.length === 1) throw new RequestRefused(409, 'user.lastOwner')
      await store.users.remove(user.id)
      return done
    },
  )
}
