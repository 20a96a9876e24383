// macOS: a launchd agent of the user. It starts at log-in and has no window.
import { join } from 'node:path'
import { putFile, readFileIf, removeFile } from './files.ts'
import { type Autostart, type AutostartStatus, type Launch, type Machine, wordsOf } from './launch.ts'

const label = 's-connect'

/** The property list (launchd.plist(5)). */
export const launchdAgent = (launch: Launch): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    '<dict>',
    '  <key>Label</key>',
    `  <string>${label}</string>`,
    '  <key>ProgramArguments</key>',
    '  <array>',
    ...wordsOf(launch).map((word) => `    <string>${escapeXml(word)}</string>`),
    '  </array>',
    '  <key>RunAtLoad</key>',
    '  <true/>',
    // Started again after a fault, not after it was stopped.
    '  <key>KeepAlive</key>',
    '  <dict>',
    '    <key>SuccessfulExit</key>',
    '    <false/>',
    '  </dict>',
    '  <key>ThrottleInterval</key>',
    '  <integer>15</integer>',
    '  <key>ExitTimeOut</key>',
    '  <integer>90</integer>',
    '</dict>',
    '</plist>',
    '',
  ].join('\n')

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export function createLaunchd({ home, run }: Machine): Autostart {
  const agent = join(home, 'Library', 'LaunchAgents', `${label}.plist`)
  /** 'gui/501': the session of this user. */
  const domain = async (): Promise<string> => `gui/${(await run('id', ['-u'])).stdout.trim()}`

  return {
    on: async (launch) => {
      await putFile(agent, launchdAgent(launch))
      // Undoes a switching off in the system's own settings; loading it now would start a second service.
      await run('launchctl', ['enable', `${await domain()}/${label}`])
    },
    off: () => removeFile(agent),
    status: async (launch): Promise<AutostartStatus> => {
      const content = await readFileIf(agent)
      if (content === null) return { state: 'off' }
      const { stdout } = await run('launchctl', ['print-disabled', await domain()])
      if (new RegExp(`"${label}" => (disabled|true)`).test(stdout)) return { state: 'switchedOff', where: agent }
      return { state: 'on', startsAt: 'login', where: agent, current: content.toString() === launchdAgent(launch) }
    },
  }
}
