// Who runs something, written down so that a later process can tell whether that one is still there.
import { hostname } from 'node:os'
import { isDead } from '../keep-lease.ts'

/** This process. Its number alone does not do: in a container every start is number 1. */
export const thisProcess = (): string => `${process.pid}@${hostname()}#${Math.round(performance.timeOrigin)}`

/** Is the process of this name gone, or is it one that had our number before us? false: it may be there, or on another machine. */
export const isGone = (holder: string): boolean =>
  holder !== thisProcess() && (isDead(holder) || holder.startsWith(thisProcess().replace(/#.*$/, '#')))
