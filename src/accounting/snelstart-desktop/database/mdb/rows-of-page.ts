// Sets two things right in a Jet 4 data page before mdb-reader decodes it; a page that needs nothing is given as it is. Layout (mdbtools, HACKING): number of rows
// at 12, after it an offset of two bytes per row with flags in its high bits; rows lie from the page's end towards its begin.

const countAt = 12
const offsetMask = 0x1fff
const skipped = 0x4000

/** A row written before a column was added to its table has fewer columns, and a shorter mask of what is null behind it.
 *  mdb-reader counts only the columns that are asked for, so it would take what lies behind the row for values: here such a row
 *  gets the columns it misses, as nulls. `columns` 0: unknown, nothing is done. */
export function completeRows(page: Buffer, columns: number): Buffer {
  if (!hasShortRow(page, columns)) return page
  const rows = rowsOf(page)
  // As large as an offset can tell. The first row, which ends where a usual page does, is one that is skipped.
  const wide = Buffer.alloc(offsetMask + 1)
  page.copy(wide, 0, 0, countAt)
  wide.writeUInt16LE(rows.length + 1, countAt)
  let place = offsetMask
  wide.writeUInt16LE(place | skipped, countAt + 2)
  for (const [index, { start, end, flags }] of rows.entries()) {
    const row = (flags & skipped) === 0 ? completeRow(page.subarray(start, end), columns) : Buffer.alloc(0)
    place -= row.length
    row.copy(wide, place)
    wide.writeUInt16LE(place | flags, countAt + 4 + index * 2)
  }
  return wide
}

function hasShortRow(page: Buffer, columns: number): boolean {
  const end = countAt + 2 + 2 * page.readUInt16LE(countAt)
  for (let at = countAt + 2; at < end; at += 2) {
    const offset = page.readUInt16LE(at)
    if ((offset & skipped) === 0 && page.readUInt16LE(offset & offsetMask) < columns) return true
  }
  return false
}

/** mdb-reader reads offsets in pages of long texts with their flags, and so misses the end of a text beside a removed one. */
export function unmarkRows(page: Buffer): Buffer {
  const rows = rowsOf(page)
  if (rows.every(({ flags }) => flags === 0)) return page
  const copy = Buffer.from(page)
  for (const [index, { start }] of rows.entries()) copy.writeUInt16LE(start, countAt + 2 + index * 2)
  return copy
}

function completeRow(row: Buffer, columns: number): Buffer {
  const has = row.readUInt16LE(0)
  if (has >= columns) return row
  const longer = Buffer.concat([row, Buffer.alloc(maskBytes(columns) - maskBytes(has))])
  longer.writeUInt16LE(columns, 0)
  // What is left of the mask's last byte means nothing yet; now it does.
  const last = row.length - 1
  if (has % 8 > 0) longer[last] = (longer[last] ?? 0) & ((1 << (has % 8)) - 1)
  return longer
}

const maskBytes = (columns: number): number => Math.ceil(columns / 8)

function rowsOf(page: Buffer) {
  const offsets = Array.from({ length: page.readUInt16LE(countAt) }, (_, row) =>
    page.readUInt16LE(countAt + 2 + row * 2),
  )
  return offsets.map((offset, row) => ({
    start: offset & offsetMask,
    end: row === 0 ? page.length : (offsets[row - 1] ?? 0) & offsetMask,
    flags: offset & ~offsetMask,
  }))
}
