// Starts a server program for a test: on loopback, on a free port, with all it writes in one temporary folder. The
// program ends and the folder goes when `stop` is called, and also when the test process dies in any other way.
import { spawn } from 'node:child_process'
import { mkdtempSync, openSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export type ServerProcess = {
  readonly port: number
  /** Ends the program and removes its folder. Safe to repeat. */
  readonly stop: () => Promise<void>
}

type Program = {
  readonly command: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
}

/** A new empty folder; short, because a Unix socket's path may have 107 characters. */
export const makeServerFolder = (name: string): string => mkdtempSync(join(tmpdir(), `sc-${name}-`))

/** Starts what `program` describes for a free port and waits until that port answers. Throws with the program's own
 *  output when it ends first or does not answer within 45 seconds. */
export async function startServerProcess(folder: string, program: (port: number) => Program): Promise<ServerProcess> {
  const port = await findFreePort()
  const { command, args, env, cwd } = program(port)
  const output = openSync(join(folder, 'output.log'), 'a')
  // The open pipe on the guard's standard input is the sign of life; `detached` keeps Ctrl-C from reaching the server
  // before the guard has cleaned up.
  const guard = spawn('sh', ['-c', guardScript, 'guard', folder, command, ...args], {
    stdio: ['pipe', output, 'pipe'],
    env: { ...process.env, ...env },
    cwd: cwd ?? folder,
    detached: true,
  })
  let complaint = ''
  guard.stderr?.on('data', (part: Buffer) => {
    complaint += part.toString()
  })
  const ended = new Promise<'ended'>((resolve) => guard.once('close', () => resolve('ended')))
  const stop = async () => {
    guard.stdin?.end()
    await ended
  }
  const outcome = await Promise.race([ended, untilAnswers(port, 45_000)])
  if (outcome === 'answers') return { port, stop }
  await stop()
  throw new Error(`${command} did not start (${outcome}): ${complaint}`)
}

// Ends the program when standard input closes, then removes the folder and whatever the program left running.
const guardScript = `
folder=$1; shift
exec 3<&0
"$@" </dev/null 2>&1 3<&- & program=$!
(cat <&3 >/dev/null; kill $program; sleep 5; kill -KILL $program) >/dev/null 2>&1 &
# The shell reports the end of the program on a pipe that may have no reader any more.
trap '' PIPE
wait $program
case $? in 143) ;; *) tail -c 4000 "$folder/output.log" >&2 ;; esac
rm -rf "$folder"
kill -KILL 0
`

// Below the range that the system gives to outgoing connections, so that none of those takes it in between.
async function findFreePort(): Promise<number> {
  for (;;) {
    const port = 15_000 + Math.floor(Math.random() * 15_000)
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer()
      probe.once('error', () => resolve(false))
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
    })
    if (free) return port
  }
}

async function untilAnswers(port: number, timeoutMs: number): Promise<'answers' | 'silent'> {
  for (const end = Date.now() + timeoutMs; Date.now() < end; await pause(30)) {
    const answers = await new Promise<boolean>((resolve) => {
      const socket = connect({ port, host: '127.0.0.1' })
      socket.once('connect', () => {
        socket.destroy()
        resolve(true)
      })
      socket.once('error', () => resolve(false))
    })
    if (answers) return 'answers'
  }
  return 'silent'
}
