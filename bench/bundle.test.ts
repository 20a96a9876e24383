import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

test('what a browser loads for the first page stays within 250 kB, and the chart comes later', async () => {
  // A process of its own: tests set NODE_ENV, by which React is built with all that helps to develop it.
  const { NODE_ENV: _mode, ...env } = process.env
  const bench = [join(import.meta.dirname, 'run.ts'), 'bundle', '--json']
  const { stdout } = await promisify(execFile)(process.execPath, bench, { env })
  const { firstPageKb } = JSON.parse(stdout) as { firstPageKb: number }
  expect(firstPageKb).toBeGreaterThan(50)
  expect(firstPageKb).toBeLessThanOrEqual(250)
}, 60_000)
