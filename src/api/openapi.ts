// The API's description as a file: made from the routes themselves, so it cannot say anything else than they do.
import { createApp } from './app.ts'
import type { ApiParts } from './parts.ts'

/** JSON text. Asks `parts` nothing but its version. */
export async function describeApi(parts: ApiParts): Promise<string> {
  const app = await createApp(parts, () => new Set())
  try {
    await app.ready()
    return `${JSON.stringify(app.swagger(), null, 2)}\n`
  } finally {
    await app.close()
  }
}
