// The schema of mapping documents, for editors that check JSON while one types.
import { z } from 'zod'
import { mappingSchema } from '../../src/mapping/index.ts'

export const mappingSchemaDoc = (): string =>
  `${JSON.stringify(z.toJSONSchema(mappingSchema, { io: 'input', unrepresentable: 'any' }), null, 2)}\n`
