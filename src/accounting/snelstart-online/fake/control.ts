// Reading and steering the simulator from outside, under `/_simulator`. No part of SnelStart's API.
import { ZodError } from 'zod'
import { FaultsWrong, parseFaults } from './faults.ts'
import { limitsSchema } from './limits.ts'
import { loadSeed } from './seeds/load-seed.ts'
import { parseSeed } from './seeds/parse-seed.ts'
import { SeedWrong } from './seeds/seed.ts'
import { type State, toState } from './state.ts'
import type { World } from './world.ts'

export const controlPrefix = '/_simulator'
type Answer = { readonly status: number; readonly body: unknown }
const done: Answer = { status: 200, body: { done: true } }

function readState(world: World, part: string | undefined): Answer {
  const state = toState(world.administration)
  if (part === undefined) return { status: 200, body: state }
  const body = state[part as keyof State]
  return body === undefined ? { status: 404, body: { error: `no part '${part}'` } } : { status: 200, body }
}

function write(world: World, name: string, body: string): Answer | null {
  switch (name) {
    case 'POST faults':
      world.faults.add(parseFaults(JSON.parse(body)))
      return done
    case 'DELETE faults':
      world.faults.clear()
      return done
    case 'PUT limits':
      world.limiter.setLimits(limitsSchema.nullable().parse(JSON.parse(body)))
      return done
    case 'POST seed':
      loadSeed(world.administration, parseSeed(JSON.parse(body)))
      return done
    case 'POST reset':
      world.reset()
      return done
    case 'DELETE calls':
      world.calls.clear()
      return done
    default:
      return null
  }
}

function read(world: World, name: string, part: string | undefined): Answer | null {
  switch (name) {
    case 'GET calls':
      return { status: 200, body: world.calls.list() }
    case 'GET state':
      return readState(world, part)
    case 'GET faults':
      return { status: 200, body: world.faults.list() }
    default:
      return null
  }
}

/** Answers a control request; mistakes in what was sent give 400 with the cause. */
export function control(world: World, method: string, path: string, body: string): Answer {
  const [word = '', part] = path.slice(controlPrefix.length + 1).split('/')
  const name = `${method} ${word}`
  try {
    return (
      read(world, name, part) ??
      write(world, name, body) ?? { status: 404, body: { error: `no such control: ${name}` } }
    )
  } catch (error) {
    const known = [FaultsWrong, SeedWrong, SyntaxError, ZodError]
    if (error instanceof Error && known.some((kind) => error instanceof kind)) {
      return { status: 400, body: { error: error.message } }
    }
    throw error
  }
}
