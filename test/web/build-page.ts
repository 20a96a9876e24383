// Builds the page before the tests, where what is built is older than what it is built from.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const project = join(import.meta.dirname, '../..')
const built = join(project, 'web/dist/index.html')

/** Milliseconds since 1970 of the last change below these. */
function newestOf(paths: readonly string[]): number {
  const files = paths.flatMap((path) =>
    statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name))
      : [path],
  )
  return Math.max(...files.map((file) => statSync(file).mtimeMs))
}

export function setup(): void {
  const from = ['web/src', 'web/public', 'web/index.html', 'web/vite.config.ts', 'src/core'].map((path) =>
    join(project, path),
  )
  if (existsSync(built) && statSync(built).mtimeMs > newestOf(from)) return
  // Beside its place and then put there at once, so that a service that runs meanwhile never finds half a page. In a process
  // of its own, as NODE_ENV of the tests would give the library's development half.
  const fresh = join(project, `node_modules/.cache/page-${process.pid}`)
  execFileSync(
    'vite',
    ['build', '--config', join(project, 'web/vite.config.ts'), '--outDir', fresh, '--logLevel', 'warn'],
    {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PATH: `${join(project, 'node_modules/.bin')}:${process.env['PATH']}`,
      },
      stdio: 'inherit',
    },
  )
  rmSync(join(project, 'web/dist'), { recursive: true, force: true })
  renameSync(fresh, join(project, 'web/dist'))
}
