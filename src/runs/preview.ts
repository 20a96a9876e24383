// BEY-2: what an import would write, per order, before it writes. The very same decision as the import's; nothing goes to
// SnelStart. New orders are read into the inbox (that is only remembering), so that the preview shows what waits.
import type { Settled } from '../core/plan.ts'
import type { InboxEntry, InboxState } from '../store/store.ts'
import type { RunParts } from './context.ts'
import { decideOrder } from './decide.ts'
import { keepLease } from './keep-lease.ts'
import { type Known, loadKnown } from './known.ts'
import { readNew } from './read-new.ts'
import { refreshMirror } from './refresh-mirror.ts'

export type Previewed = { readonly entry: InboxEntry; readonly decision: Settled | null }

const pageSize = 100
const shown: readonly InboxState[] = ['waiting', 'problem', 'unknown']

/** `number`: one order, whatever its state; else all that wait, oldest first. `decision` null: the order could not be
 *  understood, and the entry's own problem says why. */
export async function preview(
  parts: RunParts,
  options: { read: boolean; number: string | null },
  show: (previewed: Previewed) => void,
): Promise<number> {
  return keepLease(parts, async (run) => {
    await refreshMirror(run, null)
    const known = await loadKnown(run)
    if (options.read) await readNew(run)
    if (options.number !== null) {
      const entry = await run.store.inbox.find(run.profile.id, options.number)
      if (entry === null) return 0
      show(await previewOne(run, known, entry))
      return 1
    }
    return previewAll(run, known, show)
  })
}

async function previewAll(run: RunParts, known: Known, show: (previewed: Previewed) => void): Promise<number> {
  let count = 0
  let after: Pick<InboxEntry, 'placedAt' | 'id'> | null = null
  for (;;) {
    const page: readonly InboxEntry[] = await run.store.inbox.page(run.profile.id, {
      states: shown,
      limit: pageSize,
      after,
    })
    for (const entry of page) {
      run.signal.throwIfAborted()
      show(await previewOne(run, known, entry))
      count += 1
    }
    after = page.at(-1) ?? null
    if (after === null) return count
  }
}

async function previewOne(run: RunParts, known: Known, entry: InboxEntry): Promise<Previewed> {
  const { order } = entry
  return { entry, decision: order === null ? null : await decideOrder(run, known, { ...entry, order }) }
}
