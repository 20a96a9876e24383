// docs/reference/openapi.json: the HTTP API, from its routes.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeApi } from '../../src/api/openapi.ts'
import { openProgram } from '../../src/main.ts'
import { createAutostart } from '../../src/runs/autostart/autostart.ts'
import { createService } from '../../src/runs/service/service.ts'
import { realTimers } from '../../src/runs/service/turns.ts'

/** On an empty data folder that is thrown away: nothing of a machine gets into the description. */
export async function openApiDoc(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 's-connect-openapi-'))
  const program = openProgram(folder, { keySource: 'file' })
  const run = async () => ({ code: 127, stdout: '', stderr: '' })
  try {
    const document = await describeApi({
      service: createService(program, { clock: program.clock, timers: realTimers }),
      version: versionOf(readFileSync('package.json', 'utf8')),
      webFolder: folder,
      failures: {},
      takeRecoveryCode: () => null,
      autostart: createAutostart({ platform: 'linux', home: folder, env: {}, run }),
      launch: { node: '', nodeFlags: [], script: '', args: [] },
      senders: { sendMail: async () => {}, post: async () => ({ status: 200 }) },
      address: () => '',
      report: () => {},
    })
    return `${JSON.stringify(document, null, 2)}\n`
  } finally {
    await program.store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const versionOf = (manifest: string): string => String((JSON.parse(manifest) as { version: unknown }).version)
