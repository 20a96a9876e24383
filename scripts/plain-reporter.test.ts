import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { findCountsLine } from './plain-reporter.ts'

const project = join(import.meta.dirname, '..')
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

/** Runs the given test files with our reporter alone; gives what was printed, by line. */
function runTests(files: Readonly<Record<string, string>>): { lines: string[]; code: number | null } {
  const folder = mkdtempSync(join(tmpdir(), 'sc-test-'))
  folders.push(folder)
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(
    join(folder, 'vitest.config.ts'),
    `import { plainReporter } from '${join(project, 'scripts/plain-reporter.ts')}'
     export default { test: { reporters: [plainReporter()] } }`,
  )
  for (const [name, code] of Object.entries(files)) {
    writeFileSync(join(folder, name), `import { beforeAll, describe, test } from 'vitest'\n${code}`)
  }
  const vitest = join(project, 'node_modules/vitest/vitest.mjs')
  const { stdout, status } = spawnSync(process.execPath, [vitest, 'run', '--root', folder], { encoding: 'utf8' })
  return { lines: stdout.trim().split('\n'), code: status }
}

test('the last line counts, and every skipped test is named with its reason', () => {
  const { lines, code } = runTests({
    'a.test.ts': `test('one', () => {})
      test('two', (context) => context.skip('no licence'))
      describe.skip('three [no server]', () => { test('four', () => {}) })`,
  })
  expect(lines).toEqual([
    'skipped: a.test.ts > two (no licence)',
    'skipped: a.test.ts > three [no server] > four',
    '1 passed, 0 failed, 2 skipped',
  ])
  expect(code).toBe(0)
})

test('what fails outside a test counts as a failure', () => {
  const { lines, code } = runTests({
    'a.test.ts': `test('one', () => { throw new Error('wrong') }); test('two', () => {})`,
    'b.test.ts': `throw new Error('unreadable')`,
    'c.test.ts': `setTimeout(() => { throw new Error('nobody caught') }); test('three', () => new Promise((done) => setTimeout(done, 50)))`,
  })
  expect(lines.at(-1)).toBe('2 passed, 3 failed')
  expect(code).toBe(1)
})

test('the counts are found in a run that printed more after them', () => {
  expect(findCountsLine('skipped: x\n12 passed, 0 failed, 3 skipped\nlate warning\n')).toBe(
    '12 passed, 0 failed, 3 skipped',
  )
  expect(findCountsLine('Error: out of memory\n')).toBeNull()
})
