// How long does recognising one customer take among 10 000, 100 000 and 1 000 000, and what does the index cost? Each size is
// measured in a process of its own that can collect its garbage before it looks at its memory.
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

export type RecognitionResult = {
  readonly sizes: readonly {
    readonly customers: number
    readonly buildMs: number
    readonly p50Ms: number
    readonly p99Ms: number
    /** Of the index alone: heap and buffers after collecting garbage, less those before. */
    readonly mb: number
  }[]
}

async function measure(customers: number): Promise<RecognitionResult['sizes'][number]> {
  const script = join(import.meta.dirname, 'recognition-size.ts')
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script, String(customers)])
  return JSON.parse(stdout)
}

/** One size after the other, so that they do not share the cores. Prints nothing. */
export async function run(): Promise<RecognitionResult> {
  return { sizes: [await measure(10_000), await measure(100_000), await measure(1_000_000)] }
}
