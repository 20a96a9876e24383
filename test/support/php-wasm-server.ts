// A program that php.ts starts: a small web server that answers each request by a WebAssembly PHP, one at a time, since
// such a PHP has one memory. Arguments: version, document root, port, php.ini values as JSON, 'legacy' or 'new'.
import { statSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'

type Ini = Readonly<Record<string, string>>
type PhpRequest = {
  readonly relativeUri: string
  readonly scriptPath: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}
type PhpAnswer = { httpStatusCode: number; headers: Record<string, string[]>; bytes: Uint8Array }
type RunPhp = (request: PhpRequest, server: Readonly<Record<string, string>>) => Promise<PhpAnswer>

const [version = '', documentRoot = '', port = '', iniJson = '{}', packageKind = ''] = process.argv.slice(2)
const require = createRequire(import.meta.url)

async function loadNew(ini: Ini): Promise<RunPhp> {
  // What the two commands stand on is found through them, wherever npm put it.
  const requireNew = createRequire(require.resolve('@php-wasm/cli'))
  const { PHP, setPhpIniEntries } = requireNew('@php-wasm/universal')
  const { loadNodeRuntime, useHostFilesystem } = requireNew('@php-wasm/node')
  const php = new PHP(await loadNodeRuntime(version, { emscriptenOptions: { processId: 1 } }))
  useHostFilesystem(php)
  await setPhpIniEntries(php, ini)
  return (request, server) => php.run({ ...request, $_SERVER: server })
}

async function loadLegacy(ini: Ini): Promise<RunPhp> {
  const requireLegacy = createRequire(require.resolve('@php-wasm/cli-legacy'))
  const { PHP } = requireLegacy('@php-wasm/node')
  const php = await PHP.load(version, {})
  php.useHostFilesystem()
  for (const [name, value] of Object.entries(ini)) php.setPhpIniEntry(name, value)
  // Entries of $_SERVER are only taken once it has run.
  await php.run({ code: ' ' })
  return (request, server) => {
    for (const [name, value] of Object.entries(server)) php.addServerGlobalEntry(name, value)
    // It takes the number of characters for the number of bytes; spaces at the end, which are cut off, make up for that.
    const body = request.body.toString().padEnd(request.body.length)
    return php.run({ ...request, body })
  }
}

const runPhp = await (packageKind === 'legacy' ? loadLegacy : loadNew)(JSON.parse(iniJson) as Ini)
let queue: Promise<unknown> = Promise.resolve()

const server = createServer(async (request, response) => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const answered = queue.then(() => answer(request, Buffer.concat(parts)))
  queue = answered.catch(() => undefined)
  const { httpStatusCode, headers, bytes } = await answered.catch(toCrash)
  response.writeHead(httpStatusCode, headers).end(bytes)
})
server.listen(Number(port), '127.0.0.1')

async function answer(request: IncomingMessage, body: Buffer): Promise<PhpAnswer> {
  const url = request.url ?? '/'
  const path = decodeURIComponent(url.split('?')[0] ?? '/')
  const script = [path, join(path, 'index.php'), '/index.php'].find((name) => isFile(join(documentRoot, name)))
  if (script === undefined) return { httpStatusCode: 404, headers: {}, bytes: Buffer.from('Not Found') }
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, `${value}`]))
  const scriptPath = join(documentRoot, script)
  return runPhp(
    { relativeUri: url, scriptPath, method: request.method ?? 'GET', headers, body },
    {
      DOCUMENT_ROOT: documentRoot,
      SCRIPT_NAME: script,
      PHP_SELF: script,
      SCRIPT_FILENAME: scriptPath,
      REMOTE_ADDR: '127.0.0.1',
      SERVER_NAME: '127.0.0.1',
      SERVER_PORT: port,
      SERVER_PROTOCOL: 'HTTP/1.1',
      CONTENT_TYPE: headers['content-type'] ?? '',
    },
  )
}

/** A script that ends with an exit code comes as an error that carries the answer; anything else killed PHP itself. */
function toCrash(error: unknown): PhpAnswer {
  const { response } = error as { response?: PhpAnswer }
  return response ?? { httpStatusCode: 500, headers: {}, bytes: Buffer.from(`PHP ended: ${error}`) }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}
