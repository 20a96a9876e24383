// Windows: an entry under Run in the user's registry ('Opstarten met Windows', PLAN-3). Node is a console program, so a small
// script starts it without a window; and Run takes no more than 260 characters, which the script's path stays below.
import { join } from 'node:path'
import { StoreFailed } from '../../core/failures.ts'
import { putFile, readFileIf, removeFile } from './files.ts'
import { type Autostart, type AutostartStatus, type Launch, type Machine, wordsOf } from './launch.ts'

const valueName = 'S-Connect'
const runKey = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run'
/** Where the Task Manager keeps what the user switched off: the first byte is odd. */
const approvedKey = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\StartupApproved\\Run'

/** The script, for Windows Script Host; UTF-16 with byte order mark, which it needs for letters outside the system's code page. */
export function windowsStarter(launch: Launch): Buffer {
  const commandLine = wordsOf(launch).map(quoteWindowsWord).join(' ')
  const lines = [
    '// Starts S-Connect without a window. Made by S-Connect; switching the start at log-in off removes it.',
    `new ActiveXObject('WScript.Shell').Run(${JSON.stringify(commandLine)}, 0, false)`,
    '',
  ]
  return Buffer.from(`\uFEFF${lines.join('\r\n')}`, 'utf16le')
}

/** As Windows programs take their arguments apart again (CommandLineToArgvW): backslashes count double before a quote only. */
export const quoteWindowsWord = (word: string): string =>
  `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`

const windowsRunValue = (starter: string): string => `wscript.exe //B //E:jscript "${starter}"`

export function createWindows({ home, env, run }: Machine): Autostart {
  const starter = join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'S-Connect', 'start.js')
  const where = `${runKey}\\${valueName}`
  const query = (key: string) => run('reg.exe', ['query', key, '/v', valueName])
  const remove = (key: string) => run('reg.exe', ['delete', key, '/v', valueName, '/f'])

  return {
    on: async (launch) => {
      await putFile(starter, windowsStarter(launch))
      const args = ['add', runKey, '/v', valueName, '/t', 'REG_SZ', '/d', windowsRunValue(starter), '/f']
      const { code, stderr } = await run('reg.exe', args)
      if (code !== 0) throw refused('reg.exe', stderr)
      await remove(approvedKey)
    },
    off: async () => {
      if ((await query(runKey)).code === 0) {
        const { code, stderr } = await remove(runKey)
        if (code !== 0) throw refused('reg.exe', stderr)
      }
      await removeFile(starter)
    },
    status: async (launch): Promise<AutostartStatus> => {
      if ((await query(runKey)).code !== 0) return { state: 'off' }
      const approved = /REG_BINARY\s+([0-9A-F]{2})/i.exec((await query(approvedKey)).stdout)?.[1] ?? '02'
      if (Number.parseInt(approved, 16) % 2 === 1) return { state: 'switchedOff', where }
      const content = await readFileIf(starter)
      return { state: 'on', startsAt: 'login', where, current: content?.equals(windowsStarter(launch)) === true }
    },
  }
}

const refused = (program: string, said: string): StoreFailed =>
  new StoreFailed('autostart.refused', `${program} refused`, { program, said: said.trim() })
