// For tests: another process, with the store's modules loaded, that may lose its rights or be killed.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export type ChildResult = { readonly output: string; readonly signal: string | null }

const prelude = `
  import { randomBytes } from 'node:crypto'
  const { openSqliteStore } = await import(${JSON.stringify(new URL('./open.ts', import.meta.url).href)})
  const samples = await import(${JSON.stringify(new URL('../contract/samples.ts', import.meta.url).href)})
  const folder = process.env['CHILD_FOLDER']
  const open = () => openSqliteStore({ folder, keySource: 'file', randomBytes, clock: () => 0 })
  const openOrCode = () => { try { open(); return 'opened' } catch (error) { return error.code + ' ' + error.context?.path } }
`

/** Runs the body of a module that has `open`, `openOrCode`, `samples` and `folder`. */
export async function runChild(folder: string, code: string): Promise<ChildResult> {
  const options = { env: { ...process.env, CHILD_FOLDER: folder } }
  try {
    const args = ['--input-type=module', '-e', prelude + code]
    const { stdout } = await promisify(execFile)(process.execPath, args, options)
    return { output: stdout.trim(), signal: null }
  } catch (error) {
    const { stdout, signal, message } = error as { stdout?: string; signal?: string; message: string }
    if (!signal) throw new Error(message, { cause: error })
    return { output: (stdout ?? '').trim(), signal }
  }
}
