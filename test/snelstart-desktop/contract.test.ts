// The contract of every kind of administration, run against SnelStart SQL: SQL Server and SnelStart's Gateway as stand-ins.
import { accountingContract } from '../../src/accounting/contract.ts'
import type { AccountingBench, Disturbance } from '../../src/accounting/contract-bench.ts'
import type { ArticleCode, CustomerCode } from '../../src/core/ids.ts'
import { describeWith } from '../support/fixtures.ts'
import { openDesktop } from './desktop-bench.ts'
import { countCalls, ordersWith, printPackingSlip } from './desktop-person.ts'

const refusedVatNumber = 'NL999999999B99'

async function open(): Promise<AccountingBench> {
  const bench = await openDesktop({ rules: { refusedVatNumbers: [refusedVatNumber] } })
  const { server, connection, misbehave } = bench
  return {
    connection,
    // Whatever goes wrong with reading comes to the same: the line is gone in the middle of an answer.
    disturb: (call, disturbance) => {
      if (call === 'write') misbehave(disturbance)
      else server.misbehaviour.cutAfterRows = 0
    },
    ordersWith: (reference) => ordersWith(bench, reference),
    callsMade: countCalls(bench, () => server.asked.length),
    print: async (number) => printPackingSlip(bench, number),
    refusedVatNumber,
    agreement: { customer: '10005' as CustomerCode, article: 'ART-005' as ArticleCode },
    stop: bench.stop,
  }
}

/** A database gives no web pages and knows no limit of calls; its pages go by key, so that none can come twice. */
const notSupported: readonly Disturbance[] = ['webPage', 'tooManyRequests', 'pageTwice']

describeWith({ servers: ['mono'] }, 'the contract', () => {
  accountingContract('SnelStart SQL', open, { notSupported, changes: 'whole', mailedTo: 'main' })
})
