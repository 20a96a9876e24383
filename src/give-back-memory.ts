// Starting needs more memory than running by itself does; V8 gives back what is over only when it has work again. For a program that
// runs for years beside others that is asked for once, when all is at rest.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const restAfterMs = 4000

/** Some seconds after the start. Never keeps the process alive. */
export function giveBackMemoryOnce(): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc')
    const collect = runInNewContext('gc') as (options: object) => void
    collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  }, restAfterMs).unref()
}
