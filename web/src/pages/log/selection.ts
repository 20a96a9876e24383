// Choosing lines as in any list: a place where it began and a place where one is; the lines between are chosen. Pure.

export type Selection = { readonly anchor: number; readonly focus: number }

export const nothingChosen: Selection = { anchor: -1, focus: -1 }

/** First and last chosen line; an empty range while nothing is chosen. */
export const selectedRange = ({ anchor, focus }: Selection): readonly [number, number] =>
  focus < 0 ? [0, -1] : [Math.min(anchor, focus), Math.max(anchor, focus)]

type Key = { readonly key: string; readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean }

const pageLines = 15

function placeAfter(key: string, focus: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return focus + 1
    case 'ArrowUp':
      return focus - 1
    case 'PageDown':
      return focus + pageLines
    case 'PageUp':
      return focus - pageLines
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

/** What is chosen after a key; null: the key chooses nothing. */
export function selectAt(event: Key, { anchor, focus }: Selection, count: number): Selection | null {
  if (count === 0) return null
  if (event.key === 'a' && (event.ctrlKey || event.metaKey)) return { anchor: 0, focus: count - 1 }
  const place = placeAfter(event.key, focus, count)
  if (place === null) return null
  const next = Math.min(Math.max(place, 0), count - 1)
  return { anchor: event.shiftKey && anchor >= 0 ? anchor : next, focus: next }
}
