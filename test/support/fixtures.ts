// What tests need from outside the project, and the one way to leave tests out: when something is missing they are
// skipped under a title that says what, so that the end of the run counts and names them.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe } from 'vitest'
import { findServerObstacle, type ServerName } from './programs.ts'

const projectFolder = join(import.meta.dirname, '../..')

/** Dumps and recorded answers of real shops; S_CONNECT_FIXTURES, or `shared/fixtures` beside the clone. */
export const fixturesFolder = process.env['S_CONNECT_FIXTURES'] ?? join(projectFolder, '../shared/fixtures')

/** Vendors' API descriptions; S_CONNECT_REFERENCE, or `shared/reference` beside the clone. */
export const referenceFolder = process.env['S_CONNECT_REFERENCE'] ?? join(projectFolder, '../shared/reference')

type Needs = {
  readonly servers?: readonly ServerName[]
  /** Files or folders below `fixturesFolder`. */
  readonly fixtures?: readonly string[]
  /** Files or folders below `referenceFolder`. */
  readonly reference?: readonly string[]
}

/** `describe` for tests that need real servers or files from outside: 60 seconds each, or skipped with the reason. */
export function describeWith(needs: Needs, title: string, tests: () => void): void {
  const obstacles = findObstacles(needs)
  if (obstacles.length === 0) describe(title, { timeout: 60_000 }, tests)
  else describe.skip(`${title} [${obstacles.join('; ')}]`, tests)
}

function findObstacles({ servers = [], fixtures = [], reference = [] }: Needs): string[] {
  const isFast = process.env['S_CONNECT_FAST'] === '1'
  const files = [
    ...fixtures.map((path) => join(fixturesFolder, path)),
    ...reference.map((path) => join(referenceFolder, path)),
  ]
  return [
    ...(isFast && servers.length > 0
      ? ['needs servers, left out by --fast']
      : servers.flatMap((name) => findServerObstacle(name) ?? [])),
    ...files.filter((path) => !existsSync(path)).map((path) => `${path} not found`),
  ]
}
