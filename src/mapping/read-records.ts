// A file of orders → records, by its mapping.
import { UnexpectedAnswer } from '../core/failures.ts'
import type { Mapping } from './document.ts'
import { readCsv } from './read-csv.ts'
import { readJson } from './read-json.ts'
import { readXml } from './read-xml.ts'
import type { FoundRecord } from './record.ts'
import { nameColumns } from './tables.ts'

/** In the order of the file, in bounded memory. Throws UnexpectedAnswer with a code of `messages.ts`; `name` is what people know
 *  the file by. */
export async function* readRecords(
  source: AsyncIterable<Uint8Array>,
  mapping: Mapping,
  name: string,
): AsyncGenerator<FoundRecord> {
  try {
    yield* records(source, mapping)
  } catch (error) {
    if (!(error instanceof UnexpectedAnswer)) throw error
    throw new UnexpectedAnswer(error.code, error.message, { ...error.context, file: name }, error.cause)
  }
}

async function* records(source: AsyncIterable<Uint8Array>, mapping: Mapping): AsyncGenerator<FoundRecord> {
  const { charset, records: place, csv } = mapping
  const found =
    mapping.format === 'xml'
      ? readXml(source, place, charset)
      : mapping.format === 'csv'
        ? readCsv(source, place, { charset, csv })
        : readJson(source, place, charset)
  if (!mapping.numberedTables) return yield* found
  for await (const each of found) yield { ...each, node: nameColumns(each.node) }
}
