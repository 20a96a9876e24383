// Starting with the system (PLAN-3), whichever system it is.
import { SettingsWrong } from '../../core/failures.ts'
import type { Autostart, Machine } from './launch.ts'
import { createLaunchd } from './launchd.ts'
import { createSystemd } from './systemd.ts'
import { createWindows } from './windows.ts'

/** On a system without a known way `on` throws SettingsWrong 'autostart.unknownSystem' (`platform`); it is off there. */
export function createAutostart(machine: Machine): Autostart {
  switch (machine.platform) {
    case 'linux':
      return createSystemd(machine)
    case 'darwin':
      return createLaunchd(machine)
    case 'win32':
      return createWindows(machine)
    default:
      return noWay(machine.platform)
  }
}

const noWay = (platform: string): Autostart => ({
  on: () => Promise.reject(new SettingsWrong('autostart.unknownSystem', 'no way to start', { platform })),
  off: async () => {},
  status: async () => ({ state: 'off' }),
})
