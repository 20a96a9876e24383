// What is installed in a shop before S-Connect can reach it, as a zip: which kinds have one, the kinds say themselves.
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Api } from '../api.ts'
import { makeBridgeZip } from '../bridge-zip.ts'
import { RequestRefused } from '../errors.ts'
import type { ApiParts } from '../parts.ts'

export function addBridges(app: Api, { service }: ApiParts): void {
  const { shops } = service.program

  app.get(
    '/api/bridges/:file',
    { config: { access: 'owner' }, schema: { params: z.object({ file: z.string().max(50) }) } },
    async ({ params }, reply) => {
      const download = shops.find(({ kind }) => `${kind}.zip` === params.file)?.download
      if (download === undefined) throw new RequestRefused(404, 'request.notFound')
      const { fileName, pieces } = await makeBridgeZip(download.folder)
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="${fileName}"`)
        .send(Readable.from(pieces, { objectMode: false }))
    },
  )
}
