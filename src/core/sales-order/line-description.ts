// The text on a line of the document, within SnelStart's limit and cut where one can see it.
import { shorten } from '../shorten.ts'
import type { Context } from './known.ts'
import { warning } from './problems.ts'

/** Limit of a line's `omschrijving` (reference/snelstart.md, A7). */
const lineDescriptionLimit = 250

/** A warning is on the trail where something was cut. */
export function lineDescription(full: string, { trail }: Context): string {
  const { text, cut } = shorten(full, lineDescriptionLimit)
  if (cut) {
    trail.warnings.push(warning('sale.lineDescriptionShortened', { limit: String(lineDescriptionLimit), full }))
  }
  return text
}
