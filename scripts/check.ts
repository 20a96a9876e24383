// `npm run check`: everything that must hold before a commit, in the order in which it fails fastest. Stops at the first
// step that fails; the last line is always the tests' counts. `--fast` leaves out the tests that need a real server.
import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { findCountsLine } from './plain-reporter.ts'

type Step = {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  /** Shows its output while it runs, not only when it fails. */
  readonly live?: true
}

const steps: readonly Step[] = [
  { name: 'format and lint', command: ['biome', 'check', '--error-on-warnings'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'types of the page', command: ['tsc', '-p', 'web'] },
  { name: 'types of the core', command: ['tsc', '-p', 'src/core'] },
  { name: 'boundaries', command: ['depcruise', 'src', 'test', 'bench', 'bridges', 'scripts', 'web/src'] },
  { name: 'nothing unused', command: ['knip'] },
  { name: 'generated files up to date', command: ['node', 'scripts/generate.ts', '--check'] },
  { name: 'tests', command: ['vitest', 'run'], live: true },
]

const { values } = parseArgs({ options: { fast: { type: 'boolean', default: false } } })
const environment = values.fast ? { ...process.env, S_CONNECT_FAST: '1' } : process.env

let counts: string | null = null
for (const step of steps) {
  const startedAt = performance.now()
  const { code, output } = await runStep(step)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  if (code !== 0 && step.live === undefined) process.stdout.write(output)
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${seconds} s)`)
  counts = findCountsLine(output)
  if (code !== 0) {
    process.exitCode = 1
    break
  }
}
// A step before the tests, or a test run that died, counts as the one failure it is.
if (counts === null) process.exitCode = 1
console.log(counts ?? '0 passed, 1 failed')

/** Both streams of the step together, as they came. */
function runStep({ command: [program, ...args], live }: Step): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: environment })
    const parts: Buffer[] = []
    const take = (part: Buffer) => {
      parts.push(part)
      if (live) process.stdout.write(part)
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(parts).toString() }))
  })
}
