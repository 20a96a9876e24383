// Stands between S-Connect and the Windows helper and gives it a LocalDB, which Mono cannot have: what is asked of a file in LocalDB
// goes to the stand-in of SQL Server. `node local-db.ts SERVER USER PASSWORD FILE DATABASE COMMAND [ARGUMENT …]`.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

const [server = '', user = '', password = '', file = '', database = '', command = '', ...args] = process.argv.slice(2)
const helper = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })

type Line = { call?: string; question?: Record<string, unknown> }

function toServer(line: string): string {
  const asked = JSON.parse(line) as Line
  const { call, question } = asked
  if (call !== 'sql.open' || question?.['server'] !== '(localdb)\\snelstart' || question['file'] !== file) return line
  return JSON.stringify({ ...asked, question: { server, user, password, database, file: '' } })
}

createInterface({ input: process.stdin }).on('line', (line) => helper.stdin.write(`${toServer(line)}\n`))
process.stdin.on('end', () => helper.stdin.end())
helper.stdout.pipe(process.stdout)
helper.on('exit', (code) => process.exit(code ?? 1))
helper.stdin.on('error', () => process.exit(1))
