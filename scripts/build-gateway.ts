// `node scripts/build-gateway.ts [folder]`: the Windows helper as a program, compiled with Mono, in `bridges/snelstart-gateway/bin`
// or the folder given: where S-Connect on Windows looks for it first.
import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

const bridge = join(import.meta.dirname, '../bridges/snelstart-gateway')
const folder = resolve(process.argv[2] ?? join(bridge, 'bin'))
const compiler = 'mcs'
const program = join(folder, 'snelstart-gateway.exe')
// C# 5 is what the compiler of every Windows knows, which must be able to compile the same sources.
const options = [
  '-langversion:5',
  '-platform:x86',
  '-optimize+',
  '-warnaserror+',
  '-r:System.Data.dll',
  `-out:${program}`,
]

mkdirSync(folder, { recursive: true })
const sources = globSync('*.cs', { cwd: bridge }).toSorted()
const { status, error, stdout, stderr } = spawnSync(compiler, [...options, ...sources], {
  cwd: bridge,
  encoding: 'utf8',
})
if (error !== undefined) {
  console.error('mcs, the C# compiler of Mono, is not installed; on Debian or Ubuntu:')
  console.error('  sudo apt-get install mono-mcs libmono-system-data4.0-cil')
  process.exitCode = 1
} else if (status !== 0) {
  console.error(`mcs could not compile it:\n${stdout}${stderr}`)
  process.exitCode = 1
} else {
  console.log(program)
}
