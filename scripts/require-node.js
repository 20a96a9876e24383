// What npm's scripts load first. Plain JavaScript, so that an old Node can read it and says in one sentence what it
// lacks, where a TypeScript file would end in a stack trace. On Linux and Windows npm finds the project's own Node.
import { readFileSync } from 'node:fs'

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const needed = engines.node.replace('>=', '')
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const [neededMajor, neededMinor] = needed.split('.').map(Number)

if (major < neededMajor || (major === neededMajor && minor < neededMinor)) {
  console.error(
    `S-Connect needs Node ${needed} or newer; this is ${process.versions.node}. Install that from nodejs.org.`,
  )
  process.exit(1)
}
