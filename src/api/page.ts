// The built page from web/dist. Files with a fingerprint in their name are kept by the browser for good, everything else is
// asked again; an address that is no file is the page itself, which finds its own way.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RequestRefused } from './errors.ts'

/** Where the page's builder puts files whose name changes with their content. */
const fingerprinted = /[\\/]assets[\\/]/

export async function addPage(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    dotfiles: 'ignore',
    list: false,
    setHeaders: (response, path) => {
      const kept = fingerprinted.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
      response.header('cache-control', kept)
    },
  })
  app.setNotFoundHandler(async (request, reply) => {
    if (!isNavigation(request)) throw new RequestRefused(404, 'request.notFound')
    return existsSync(join(folder, 'index.html')) ? reply.sendFile('index.html') : sendMissing(reply)
  })
}

function isNavigation({ method, url, headers }: FastifyRequest): boolean {
  const path = url.replace(/[?#].*$/, '')
  const asksPage = (headers.accept ?? '').includes('text/html')
  return (method === 'GET' || method === 'HEAD') && asksPage && !/^\/(api|assets|metrics|health)(\/|$)/.test(path)
}

function sendMissing(reply: FastifyReply): FastifyReply {
  return reply.code(503).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(missingPage)
}

const missingPage = `<!doctype html>
<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>S-Connect</title></head>
<body>
<h1>S-Connect</h1>
<p>De dienst draait, maar de pagina zelf is nog niet gebouwd: de map web/dist ontbreekt.
Maak haar met <code>npm run build:web</code> en start S-Connect opnieuw.</p>
<p lang="en">The service is running, but the page itself has not been built: the folder web/dist is missing.
Make it with <code>npm run build:web</code> and start S-Connect again.</p>
</body>
</html>
`
