// Who runs something, written down so that a later process can tell whether that one is still there.
import { hostname } from 'node:os'

/** 'pid@machine#start'. Its number alone does not do: in a container every start is number 1. */
export const thisProcess = (): string => `${process.pid}@${hostname()}#${Math.round(performance.timeOrigin)}`

/** Is the process of this name gone: not there any more, or one that had our number before us? What follows the start is the
 *  holder's own. false: it may be there, or on another machine. */
export function isGone(holder: string): boolean {
  const [, pid = '', host = '', start = ''] = /^(\d+)@([^#]*)#?([^.]*)/.exec(holder) ?? []
  if (pid === '' || host !== hostname()) return false
  if (Number(pid) === process.pid) return start !== String(Math.round(performance.timeOrigin))
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as { code?: string }).code === 'ESRCH'
  }
}
