// Where the Windows helper is: named by S_CONNECT_GATEWAY, beside the program as it was shipped, or compiled from its sources by
// the compiler that every Windows has. Nothing about this machine is known but what is given.
import { join } from 'node:path'
import { z } from 'zod'
import { type Failure, SettingsWrong } from '../../../core/failures.ts'
import { compileHelper, isThere } from './compile-helper.ts'
import type { HelperCommand } from './gateway.ts'
import type { GatewaySystem } from './system.ts'

export type FoundHelper =
  | { readonly found: true; readonly command: NonNullable<HelperCommand> }
  | { readonly found: false; readonly reason: Failure }

/** Never throws for what is missing: the reason says what, and what to do. Safe to repeat. */
export async function findHelperCommand(system: GatewaySystem): Promise<FoundHelper> {
  const named = system.env['S_CONNECT_GATEWAY']?.trim() ?? ''
  if (named !== '') return fromEnvironment(named)
  if (system.platform !== 'win32') return { found: false, reason: notWindows() }
  const shipped = join(system.bridge, 'bin', 'snelstart-gateway.exe')
  if (await isThere(shipped)) return { found: true, command: { command: shipped, args: [] } }
  const windows = system.env['WINDIR'] ?? 'C:\\Windows'
  const compiled = await compileHelper({ bridge: system.bridge, data: system.data, windows })
  if ('reason' in compiled) return { found: false, reason: compiled.reason }
  return { found: true, command: { command: compiled.path, args: [] } }
}

export const notWindows = (): SettingsWrong =>
  new SettingsWrong('gateway.notWindows', 'SnelStart’s Gateway runs on Windows only', {})

const commandList = z.array(z.string()).min(1)

/** `S_CONNECT_GATEWAY`: a JSON list, the program and its arguments; for tests and for support. */
function fromEnvironment(named: string): FoundHelper {
  const list = z.string().transform(parseJson).pipe(commandList).safeParse(named)
  const [command, ...args] = list.success ? list.data : []
  if (command !== undefined && command !== '') return { found: true, command: { command, args } }
  return { found: false, reason: new SettingsWrong('gateway.override', 'S_CONNECT_GATEWAY is no JSON list of words') }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // No JSON is no list, which the schema says.
    return null
  }
}
