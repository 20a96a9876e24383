// FIN-1: which journal sales entries go into is found by itself.
import { describe, expect, test } from 'vitest'
import { createSalesJournal } from '../../src/accounting/snelstart-desktop/sales-journal.ts'
import { open, put, sample, withoutColumns } from './changed-sample.ts'
import { never, readingOf } from './reading.ts'
import type { Administration } from './tables.ts'

type Entry = readonly [key: number, day: string, journal: number]

/** Beside account 3 (1300) of the sample: 21 (1290), 22 (1310), and 23 (1280), which is inactive. */
function several(entries: readonly Entry[], administration: Administration = sample) {
  const database = open(administration)
  for (const [key, number, inactive] of [
    [21, 1290, false],
    [22, 1310, false],
    [23, 1280, true],
  ] as const)
    put(database, 'tblGrootboek', {
      ...{ fldGrootboekID: key, fldNummer: number, fldOmschrijving: 'Verkopen', fldGrootboekFunctieID: 4 },
      fldNonactief: inactive,
    })
  for (const [key, day, journal] of entries)
    put(database, 'tblJournaalpost', {
      ...{ fldJournaalpostID: key, fldDatum: `${day}T00:00:00`, fldDagboekGrootboekID: journal },
    })
  return database
}

async function chosen(database: ReturnType<typeof open>): Promise<string> {
  const { reader, readLists } = readingOf(database)
  return (await createSalesJournal(reader)((await readLists(never)).ledgerAccounts, never)).number
}

describe('FIN-1 of several sales journals', () => {
  test('the one with the newest entry is taken, whatever stands in other and inactive journals', async () => {
    const entries: readonly Entry[] = [
      [5, '2026-02-03', 22],
      [6, '2026-02-01', 3],
      [7, '2026-03-01', 2],
      [8, '2026-03-01', 23],
    ]
    expect(await chosen(several(entries))).toBe('1310')
  })

  test('of one day the entry that was made last counts', async () => {
    const day = '2026-02-03'
    expect(
      await chosen(
        several([
          [9, day, 22],
          [12, day, 3],
          [10, day, 21],
        ]),
      ),
    ).toBe('1300')
  })

  test('the lowest number is taken where none has an entry, or where entries do not tell their journal', async () => {
    expect(await chosen(several([]))).toBe('1290')
    const silent = withoutColumns(sample, 'tblJournaalpost.fldDagboekGrootboekID')
    expect(await chosen(several([], silent))).toBe('1290')
  })

  test('entries are read once, and not at all where there is one journal', async () => {
    const read = async (database: ReturnType<typeof open>): Promise<readonly number[]> => {
      const { reader, readLists } = readingOf(database)
      const { ledgerAccounts } = await readLists(never)
      const choose = createSalesJournal(reader)
      const calls: number[] = []
      for (let time = 0; time < 2; time++) {
        const before = database.calls()
        await choose(ledgerAccounts, never)
        calls.push(database.calls() - before)
      }
      return calls
    }
    expect(await read(several([[5, '2026-02-03', 22]]))).toEqual([1, 0])
    expect(await read(open())).toEqual([0, 0])
  })
})

test('FIN-1 an administration without an active sales journal is refused, with the words of the code', async () => {
  const { reader } = readingOf(open())
  const choosing = createSalesJournal(reader)([], never)
  await expect(choosing).rejects.toMatchObject({ name: 'Refused', code: 'desktop.journalNone', reasons: [] })
})
