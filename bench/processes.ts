// Starts what a bench keeps in processes of their own, and sees to it that nothing is left of them.

import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { flagsOfFirstLine } from '../src/runs/autostart/launch.ts'
import type { ImportJob, ImportReport } from './import-child.ts'
import type { OutsideJob, OutsideReport } from './outside.ts'

const scriptPath = (name: string): string => join(import.meta.dirname, name)

/** Shop and simulator are there while `work` runs, and an empty data folder. */
export async function withOutside<Result>(
  job: OutsideJob,
  work: (outside: OutsideReport, folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 's-connect-bench-'))
  const args = [scriptPath('outside.ts'), JSON.stringify(job)]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  try {
    const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), ended])) as [unknown]
    if (typeof line !== 'string') throw new Error('the simulator did not start')
    return await work(JSON.parse(line) as OutsideReport, folder)
  } finally {
    child.stdin.end()
    await ended
    await rm(folder, { recursive: true, force: true })
  }
}

/** Node's flags that the program itself starts with: those of its first line. */
export const programFlags = (): readonly string[] =>
  flagsOfFirstLine(readFileSync(new URL('../src/s-connect.js', import.meta.url), 'utf8'))

/** `nodeFlags`: how Node itself is started. Throws where not every order was made. */
export async function importInChild(folder: string, job: ImportJob): Promise<ImportReport> {
  const args = [...programFlags(), scriptPath('import-child.ts'), folder, JSON.stringify(job)]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const report = JSON.parse(stdout) as ImportReport
  if (report.stoppedBy !== null || report.done !== job.orders)
    throw new Error(`only ${report.done} of ${job.orders} orders were made (${report.stoppedBy ?? 'problems'})`)
  return report
}
