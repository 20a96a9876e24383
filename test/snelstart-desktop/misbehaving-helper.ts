// Stands between S-Connect and the Windows helper and passes lines on, until a file tells what is to happen to the next call that
// writes: `node misbehaving-helper.ts FAULT_FILE COMMAND [ARGUMENT …]`. The file holds a line for each. Every
// call is noted in FAULT_FILE.calls.
import { spawn } from 'node:child_process'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

const [faultFile = '', command = '', ...args] = process.argv.slice(2)
const helper = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
let fault = ''

const isWriting = (line: string): boolean =>
  /"call":"(customer|article|order|entry)\.(create|update|deliverTo)"/.test(line)
const callOf = (line: string): string => /"call":"([\w.]+)"/.exec(line)?.[1] ?? ''
const idOf = (line: string): number => Number(/"id":(\d+)/.exec(line)?.[1] ?? 0)
function write(text: string): void {
  process.stdout.write(text)
}
const say = (line: string): void => write(`${line}\n`)
const sayError = (id: number, kind: string, text: string): void =>
  say(JSON.stringify({ id, ok: false, error: { kind, text, member: null, code: null } }))
/** Goes when the last words have been taken. */
function leave(last: string): void {
  process.stdout.write(last, () => process.exit(1))
}

/** The first line for this call, which is used up: 'order.create cutBefore', or 'cutBefore' for whichever call writes next. */
function takeFault(line: string): string {
  const faults = readFileSync(faultFile, 'utf8')
    .split('\n')
    .filter((each) => each !== '')
  const mine = faults.find((each) => !each.includes(' ') || each.startsWith(`${callOf(line)} `))
  if (mine === undefined) return ''
  faults.splice(faults.indexOf(mine), 1)
  writeFileSync(faultFile, faults.join('\n'))
  return mine.split(' ').at(-1) ?? ''
}

const unread: Readonly<Record<string, (id: number) => void>> = {
  cutBefore: () => {
    helper.kill('SIGKILL')
    process.exit(1)
  },
  webPage: () => say('<html><body>Bad gateway</body></html>'),
  serverError: (id) => sayError(id, 'doubt', 'Onverwachte fout -2147467259'),
  loginExpired: (id) => sayError(id, 'closed', 'no administration is open'),
  noRight: (id) => sayError(id, 'refused', 'U heeft geen rechten om deze actie uit te voeren.'),
}

/** What is said instead of the right answer, which has been given by now. */
const instead: Readonly<Record<string, (answer: string) => void>> = {
  cutAfterWriting: () => leave(''),
  halfAnswer: (answer) => leave(answer.slice(0, answer.length / 2)),
  webPageAfterWriting: () => say('<html><body>Bad gateway</body></html>'),
  serverErrorAfterWriting: (answer) => sayError(idOf(answer), 'doubt', 'Onverwachte fout -2147467259'),
  hugeAnswer: () => write('x'.repeat(40 * 1024 * 1024)),
  twoAnswers: (answer) => write(`${answer}\n${answer}\n`),
}

createInterface({ input: process.stdin }).on('line', (line) => {
  appendFileSync(`${faultFile}.calls`, `${callOf(line)}\n`)
  if (isWriting(line)) fault = takeFault(line)
  const misbehave = unread[fault]
  if (misbehave === undefined) {
    helper.stdin.write(`${line}\n`)
    return
  }
  fault = ''
  misbehave(idOf(line))
})
process.stdin.on('end', () => helper.stdin.end())
createInterface({ input: helper.stdout }).on('line', (answer) => {
  const misbehave = instead[fault] ?? say
  fault = ''
  misbehave(answer)
})
helper.on('exit', (code) => process.exit(code ?? 1))
helper.stdin.on('error', () => process.exit(1))
