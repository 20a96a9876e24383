// From text keys to row numbers for millions of keys: a hash table in flat arrays that keeps no texts. One entry takes 20
// bytes, where a Map of texts takes about 150; the garbage collector never walks it, so look-ups stay even.

/** Two independent 32-bit hashes (FNV-1a with two offsets and primes, then a finish that spreads the bits). */
function hash(text: string, seed: number, prime: number): number {
  let value = seed
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), prime)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  return value ^ (value >>> 13)
}
const firstHash = (text: string): number => hash(text, 0x811c9dc5 | 0, 0x01000193)
const secondHash = (text: string): number => hash(text, 0x2f0b4c47, 0x01000197)

function grown(from: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const to = new Int32Array(length)
  to.set(from)
  return to
}

/** No entry, no row. Entries count from 1 so that fresh arrays need no filling. */
const none = 0

/**
 * Rows by key. Keys are told apart by 64 bits of hash: among ten million keys a look-up meets a wrong one once in about
 * 10^12 times, and a sender who makes one on purpose gains no more than by typing the right key.
 */
export class KeyTable {
  private heads = new Int32Array(64)
  private first = new Int32Array(64)
  private second = new Int32Array(64)
  /** Next entry of the same bucket; of a free entry: the next free one. */
  private next = new Int32Array(64)
  private rows = new Int32Array(64)
  /** Next entry of the same row. */
  private nextOfRow = new Int32Array(64)
  private firstOfRow = new Int32Array(64)
  private used = none
  private free = none

  /** Adds `keys` to a row that has none yet (a new one, or one after `remove`). */
  add(row: number, keys: Iterable<string>): void {
    if (row >= this.firstOfRow.length) this.firstOfRow = grown(this.firstOfRow, Math.ceil((row + 1) * 1.4))
    for (const key of keys) {
      const entry = this.takeEntry()
      this.first[entry] = firstHash(key)
      this.second[entry] = secondHash(key)
      this.rows[entry] = row
      this.nextOfRow[entry] = this.firstOfRow[row] ?? none
      this.firstOfRow[row] = entry
      this.hang(entry)
    }
  }

  /** Takes all keys off a row; nothing happens where it has none. */
  remove(row: number): void {
    let entry = this.firstOfRow[row] ?? none
    while (entry !== none) {
      const following = this.nextOfRow[entry] ?? none
      this.unhang(entry)
      this.next[entry] = this.free
      this.free = entry
      entry = following
    }
    this.firstOfRow[row] = none
  }

  /** The rows with this key, newest first, at most `limit` of them. */
  find(key: string, limit = Number.POSITIVE_INFINITY): readonly number[] {
    const found: number[] = []
    const [first, second] = [firstHash(key), secondHash(key)]
    let entry = this.heads[first & (this.heads.length - 1)] ?? none
    while (entry !== none && found.length < limit) {
      if (this.first[entry] === first && this.second[entry] === second) found.push(this.rows[entry] ?? none)
      entry = this.next[entry] ?? none
    }
    return found
  }

  private takeEntry(): number {
    if (this.free !== none) {
      const entry = this.free
      this.free = this.next[entry] ?? none
      return entry
    }
    this.used++
    if (this.used >= this.rows.length) this.growEntries()
    if (this.used > this.heads.length * 2) this.growHeads()
    return this.used
  }

  private growEntries(): void {
    const length = Math.ceil(this.rows.length * 1.3)
    this.first = grown(this.first, length)
    this.second = grown(this.second, length)
    this.next = grown(this.next, length)
    this.rows = grown(this.rows, length)
    this.nextOfRow = grown(this.nextOfRow, length)
  }

  /** Called only while no entry is free, so that all entries before the newest hang in a bucket. */
  private growHeads(): void {
    this.heads = new Int32Array(this.heads.length * 2)
    for (let entry = 1; entry < this.used; entry++) this.hang(entry)
  }

  private hang(entry: number): void {
    const bucket = (this.first[entry] ?? none) & (this.heads.length - 1)
    this.next[entry] = this.heads[bucket] ?? none
    this.heads[bucket] = entry
  }

  private unhang(entry: number): void {
    const bucket = (this.first[entry] ?? none) & (this.heads.length - 1)
    let at = this.heads[bucket] ?? none
    if (at === entry) {
      this.heads[bucket] = this.next[entry] ?? none
      return
    }
    while (at !== none) {
      const following = this.next[at] ?? none
      if (following === entry) {
        this.next[at] = this.next[entry] ?? none
        return
      }
      at = following
    }
  }
}
