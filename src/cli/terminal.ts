// The real terminal behind `Console`: standard output for results, standard error for progress and questions.
import { createInterface } from 'node:readline'
import { SettingsWrong } from '../core/failures.ts'
import type { Program } from '../runs/program.ts'
import type { Console } from './console.ts'
import type { GlobalOptions } from './run-cli.ts'

export function createTerminal(options: GlobalOptions, program: () => Promise<Program>, signal: AbortSignal): Console {
  const showsProgress = process.stderr.isTTY === true && !options.json
  const clearProgress = (): void => {
    if (showsProgress) process.stderr.write('\r\u001b[K')
  }
  return {
    language: options.lang,
    json: options.json,
    profile: options.profile,
    program,
    print: (text) => {
      if (!options.json) process.stdout.write(`${text}\n`)
    },
    printJson: (value) => void process.stdout.write(`${JSON.stringify(value)}\n`),
    progress: (text, done, total) => {
      if (showsProgress) process.stderr.write(`\r\u001b[K${progressLine(text, done, total)}`)
    },
    clearProgress,
    warn: (text) => {
      clearProgress()
      process.stderr.write(`${options.json ? JSON.stringify({ warning: text }) : text}\n`)
    },
    env: process.env,
    readStdin: async () => {
      const parts: Uint8Array[] = []
      for await (const part of process.stdin) parts.push(part as Uint8Array)
      return Buffer.concat(parts).toString('utf8')
    },
    askSecret: (question) => askSecret(question, signal),
    signal,
  }
}

const barWidth = 24

/** 'Orders verwerken [████░░] 12/50'; without a known total only the count. */
export function progressLine(text: string, done: number, total: number | null): string {
  if (total === null || total === 0) return `${text} ${done > 0 ? done : '…'}`
  const filled = Math.round((Math.min(done, total) / total) * barWidth)
  return `${text} [${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}] ${done}/${total}`
}

/** The line editor has no output, so nothing that is typed is shown. */
async function askSecret(question: string, signal: AbortSignal): Promise<string> {
  if (process.stdin.isTTY !== true)
    throw new SettingsWrong('input.missing', 'no terminal to ask at', { setting: question })
  // First this, which stops the terminal itself from showing what is typed.
  const lines = createInterface({ input: process.stdin, terminal: true, historySize: 0 })
  process.stderr.write(`${question}: `)
  const stop = (): void => lines.close()
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.question('', resolve)
      lines.once('SIGINT', () => reject(new DOMException('stopped at the question', 'AbortError')))
      lines.once('close', () =>
        reject(
          signal.aborted ? signal.reason : new SettingsWrong('input.missing', 'left unanswered', { setting: question }),
        ),
      )
    })
  } finally {
    signal.removeEventListener('abort', stop)
    lines.close()
    process.stderr.write('\n')
  }
}
