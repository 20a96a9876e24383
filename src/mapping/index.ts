// Orders from files, by a mapping document: the door for the shops that are read this way, and for trying a mapping out.
export { type Mapping, mappingSchema, readMapping } from './document.ts'
export { mappingMessages } from './messages.ts'
export { readRecords } from './read-records.ts'
export type { RecordNode } from './record.ts'
export { createTranslation, type Translate } from './to-order.ts'
export { type TriedOrder, type TryOut, tryOut } from './try-out.ts'
