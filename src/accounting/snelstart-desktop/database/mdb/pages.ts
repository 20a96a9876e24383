// The pages of an .mdb file as they were at one moment, in memory. Pages of indexes are left out: nobody asks for them.

/** Facts of the format: the public descriptions in mdbtools (HACKING) and Jackcess. First byte of a page. */
export const pageTypes = { data: 1, definition: 2, indexNode: 3, indexLeaf: 4 } as const

export const pageSize = 4096

/** Never changed once made; the next moment shares what stayed the same. */
export type Pages = {
  /** In bytes. */
  readonly size: number
  /** Not encoded: a page tells what it is. */
  readonly plain: boolean
  /** Not to be written in. null: not kept, or not there. */
  readonly at: (page: number) => Buffer | null
  /** The next moment, made by adding all chunks of the file in their order. */
  readonly next: (size: number, plain: boolean) => NextPages
}
type NextPages = {
  readonly add: (chunk: Buffer) => void
  /** The pages that `next` was asked of themselves when nothing changed. */
  readonly done: () => Pages
}

const pagesPerBlock = 256

/** No file yet. */
export const noPages: Pages = createPages(0, true, [], new Int32Array())

/** `places`: where each page of the file lies in the blocks, or −1. */
function createPages(size: number, plain: boolean, blocks: readonly Buffer[], places: Int32Array): Pages {
  const pages: Pages = {
    size,
    plain,
    at: (page) => pageIn(blocks, places[page] ?? -1),
    next: (nextSize, nextPlain) => {
      const draft = draftPages(blocks, places, nextSize, nextPlain)
      const isSame = () => draft.isSame() && nextSize === size && nextPlain === plain
      return {
        add: draft.add,
        done: () => (isSame() ? pages : createPages(nextSize, nextPlain, draft.blocks, draft.places)),
      }
    },
  }
  return pages
}

function pageIn(blocks: readonly Buffer[], place: number): Buffer | null {
  if (place < 0) return null
  const start = (place % pagesPerBlock) * pageSize
  return blocks[Math.floor(place / pagesPerBlock)]?.subarray(start, start + pageSize) ?? null
}

function draftPages(oldBlocks: readonly Buffer[], oldPlaces: Int32Array, size: number, plain: boolean) {
  const blocks = [...oldBlocks]
  const places = new Int32Array(size / pageSize).fill(-1)
  places.set(oldPlaces.subarray(0, places.length))
  const ownBlocks = new Set<number>()
  let [page, isSame] = [0, true]
  let used = oldPlaces.reduce((most, place) => Math.max(most, place + 1), 0)

  const write = (place: number, bytes: Buffer): void => {
    isSame = false
    const number = Math.floor(place / pagesPerBlock)
    // The moment before may still be being read.
    const block = ownBlocks.has(number) ? blocks[number] : copyOf(blocks[number])
    blocks[number] = block ?? copyOf(undefined)
    ownBlocks.add(number)
    bytes.copy(blocks[number], (place % pagesPerBlock) * pageSize)
  }
  const addPage = (bytes: Buffer): void => {
    const place = places[page] ?? -1
    const isKept = !plain || (bytes[0] !== pageTypes.indexNode && bytes[0] !== pageTypes.indexLeaf)
    if (!isKept) {
      isSame &&= place < 0
      places[page] = -1
    } else if (place < 0) {
      places[page] = used
      write(used++, bytes)
    } else if (pageIn(blocks, place)?.equals(bytes) !== true) write(place, bytes)
    page += 1
  }
  const add = (chunk: Buffer): void => {
    for (let at = 0; at < chunk.length; at += pageSize) addPage(chunk.subarray(at, at + pageSize))
  }
  return { add, isSame: () => isSame, blocks, places }
}

const copyOf = (block: Buffer | undefined): Buffer =>
  block === undefined ? Buffer.alloc(pagesPerBlock * pageSize) : Buffer.from(block)
