// `autostart on|off|status`: whether S-Connect starts with the system, without a window (PLAN-3).
import { createAutostart } from '../runs/autostart/autostart.ts'
import type { AutostartStatus, Launch, Machine } from '../runs/autostart/launch.ts'
import { type Console, type ExitCode, inLanguage } from './console.ts'

export async function autostart(
  console: Console,
  wanted: 'on' | 'off' | 'status',
  parts: { readonly machine: Machine; readonly launch: Launch },
): Promise<ExitCode> {
  const way = createAutostart(parts.machine)
  if (wanted === 'on') await way.on(parts.launch)
  if (wanted === 'off') await way.off()
  const status = await way.status(parts.launch)
  if (console.json) console.printJson(status)
  else console.print(told(console, status))
  return 0
}

function told(console: Console, status: AutostartStatus): string {
  const say = (nl: string, en: string): string => inLanguage(console, nl, en)
  if (status.state === 'off') return say('S-Connect start niet vanzelf.', 'S-Connect does not start by itself.')
  const where = `(${status.where})`
  if (status.state === 'switchedOff')
    return say(
      `Het starten is in het systeem zelf uitgezet ${where}; zet het weer aan met ‘s-connect autostart on’.`,
      `Starting was switched off in the system itself ${where}; switch it on again with ‘s-connect autostart on’.`,
    )
  const when =
    status.startsAt === 'boot'
      ? say('S-Connect start met de computer mee', 'S-Connect starts with the computer')
      : say('S-Connect start als u zich aanmeldt', 'S-Connect starts when you log in')
  const stale = say(
    ' Er wordt wel een andere map of versie gestart; ‘s-connect autostart on’ zet dat recht.',
    ' But another folder or version is started; ‘s-connect autostart on’ puts that right.',
  )
  return `${when} ${where}.${status.current ? '' : stale}`
}
