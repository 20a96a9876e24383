// `npm test`: prepares what the tests need and runs the check. On Debian and Ubuntu, as root, missing programs are
// installed from the distribution; elsewhere it says what is missing, and the tests on that are skipped, counted and named.
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findServerObstacle, type ServerName, serverNames, serverPrograms } from '../test/support/programs.ts'

const findMissing = (): readonly ServerName[] => serverNames.filter((name) => findServerObstacle(name) !== null)

const toPackages = (names: readonly ServerName[]): readonly string[] =>
  names.flatMap((name) => serverPrograms[name].packages)

/** Installs without a question and without starting a service. What could not be installed stays missing. */
function installFromDebian(packages: readonly string[]): void {
  console.log(`installing for the tests: ${packages.join(' ')}`)
  const policy = '/usr/sbin/policy-rc.d'
  const hadPolicy = existsSync(policy)
  // Debian's own way to keep a package from starting its service.
  if (!hadPolicy) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    runApt('update')
    runApt('install', '--yes', '--no-install-recommends', ...packages)
  } finally {
    if (!hadPolicy) rmSync(policy, { force: true })
  }
}

/** Shows apt's output only where it failed: a successful one is long and says nothing about the tests. */
function runApt(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // Two runs at once wait for each other.
  const options = ['-q', '-o', 'DPkg::Lock::Timeout=300']
  const { status, stdout, stderr } = spawnSync('apt-get', [...options, ...args], { env, encoding: 'utf8' })
  if (status !== 0) console.log(`apt-get ${args[0]} failed:\n${stdout}${stderr}`)
}

const missing = findMissing()
if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
  installFromDebian(toPackages(missing))
}
for (const name of findMissing()) {
  console.log(`tests that need ${name} are skipped: ${findServerObstacle(name)}`)
  console.log(`  on Debian or Ubuntu: sudo apt-get install ${serverPrograms[name].packages.join(' ')}`)
}

const check = spawnSync(process.execPath, [join(import.meta.dirname, 'check.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exitCode = check.status ?? 1
