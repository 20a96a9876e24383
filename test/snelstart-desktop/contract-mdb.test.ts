// The contract of every kind of administration, run against SnelStart MDB: an .mdb file that is written anew from what the stand-in
// Gateway has saved, but only while S-Connect waits, as Jet keeps a change to itself for a moment.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { accountingContract } from '../../src/accounting/contract.ts'
import type { AccountingBench, Disturbance } from '../../src/accounting/contract-bench.ts'
import type { ArticleCode, CustomerCode } from '../../src/core/ids.ts'
import { settingsOf } from '../../src/settings/field.ts'
import { describeWith } from '../support/fixtures.ts'
import { administrationName, fakeEnvironment, startGatewaySide } from './desktop-bench.ts'
import { countCalls, ordersWith, printPackingSlip } from './desktop-person.ts'
import { writeMdb } from './mdb/write-mdb.ts'

const refusedVatNumber = 'NL999999999B99'

async function open(): Promise<AccountingBench> {
  const { side, folder, whole, kinds, remove } = await startGatewaySide({
    rules: { refusedVatNumbers: [refusedVatNumber] },
  })
  const administrations = join(folder, 'Administraties')
  mkdirSync(administrations)
  const file = join(administrations, `${administrationName}.mdb`)
  const flush = (): void => writeMdb(file, whole())
  flush()
  const given = settingsOf(kinds.snelStartMdb.settings).parse({
    folder: administrations,
    administration: administrationName,
  })
  const connection = await kinds.snelStartMdb.connect(given, fakeEnvironment([], flush))
  const flushed = <Result>(result: Result): Result => {
    flush()
    return result
  }
  return {
    connection,
    disturb: (call, disturbance) => {
      if (call === 'write') side.misbehave(disturbance)
      else writeFileSync(file, readFileSync(file).subarray(0, 40_000))
    },
    ordersWith: (reference) => flushed(ordersWith(side, reference)),
    // The file is looked at, never asked.
    callsMade: countCalls(side, () => connection.waits().calls - side.gatewayCalls().length),
    print: async (number) => flushed(printPackingSlip(side, number)),
    refusedVatNumber,
    agreement: { customer: '10005' as CustomerCode, article: 'ART-005' as ArticleCode },
    stop: async () => {
      await connection.close()
      remove()
    },
  }
}

/** A file gives no web pages and knows no limit of calls; it has no pages that could come twice. */
const notSupported: readonly Disturbance[] = ['webPage', 'tooManyRequests', 'pageTwice']

describeWith({ servers: ['mono'] }, 'the contract', () => {
  accountingContract('SnelStart MDB', open, { notSupported, changes: 'whole', mailedTo: 'main' })
})
