// Profiles on one administration have a helper each: what these write goes one at a time. Two that choose the same customer code at
// the same moment would both find it free.
import type { Helper } from './gateway.ts'
import { helperCalls } from './protocol.ts'
import { createTurns, type Turns } from './turns.ts'

/** Gives the helper of one more connection with the administration `id`. */
export type WriteInTurn = (id: string, helper: Helper) => Helper

export function createWriteInTurn(): WriteInTurn {
  const turnsById = new Map<string, Turns>()
  return (id, helper) => {
    const turns = turnsById.get(id) ?? createTurns()
    turnsById.set(id, turns)
    return {
      ...helper,
      call: async (call, question, signal) => {
        if (!helperCalls[call].writes) return helper.call(call, question, signal)
        const release = await turns.take(signal)
        return helper.call(call, question, signal).finally(release)
      },
    }
  }
}
