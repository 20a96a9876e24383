// Runs a program of the system, for `autostart`; without a shell, so that no name can become a command.
import { execFile } from 'node:child_process'
import type { RunResult } from './launch.ts'

const timeoutMs = 15_000

/** Never throws: a program that is not there gives code 127, one that does not end 124. */
export const runProgram = (program: string, args: readonly string[]): Promise<RunResult> =>
  new Promise((resolve) => {
    execFile(program, [...args], { timeout: timeoutMs, windowsHide: true }, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.killed === true ? 124 : typeof error.code === 'number' ? error.code : 127
      resolve({ code, stdout, stderr })
    })
  })
