// What a browser is told not to do with our pages: no script but our own files, no frames, no sniffing, nothing kept of answers.
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

export async function addHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // The component library writes its colours into style elements; styles cannot run anything.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    // Served without TLS on this machine; who puts TLS before it sets this there.
    strictTransportSecurity: false,
    frameguard: { action: 'deny' },
  })
  app.addHook('onSend', async (_request, reply) => {
    // What the page's own files say about themselves stays; everything else is not kept.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}
