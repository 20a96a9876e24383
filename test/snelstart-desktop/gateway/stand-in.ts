// The stand-in of SnelStart's Gateway for tests: the real helper under Mono, over a library with the same classes and members
// that keeps its administration in a text file. Needs the programs 'mono'.
import { readFileSync, writeFileSync } from 'node:fs'
import type { Administration, Change, SampleCell, SampleRow, SampleTable } from '../tables.ts'
import { compileHelper, compileStandIn } from './compile.ts'

/** 'throw': the member fails at once. 'throwAfter': it does its work, then fails. 'false': a member with a yes or no says no, any
 *  other throws. 'hang': for ever. 'dieBefore' and 'dieAfter': the process is gone before or right after the work; what closing an
 *  order did is lost unless mtdGWayTransactionCommit followed. */
export type Fault = {
  readonly member: string
  readonly do: 'throw' | 'throwAfter' | 'false' | 'hang' | 'dieBefore' | 'dieAfter'
  readonly text?: string
  /** How often; once when left out. */
  readonly times?: number
}

/** How this SnelStart differs from one where everything goes well. */
export type StandInRules = {
  readonly refusedVatNumbers?: readonly string[]
  /** By log-in name; '' for the others. */
  readonly passwords?: Readonly<Record<string, string>>
  readonly settings?: Partial<Readonly<Record<StandInSetting, string>>>
}
/** `administration`: the only name that can be opened. `otherUser`: who keeps it open. `noIntegration`: any text. `wrongVersion`: the
 *  administration's. `sqlPassword`: of a log-in without Windows. `closingGives`: 'id' instead of the order's number.
 *  `referenceLength`: longer payment references and invoice numbers are cut to it in silence. `transactionsCover`: 'nothing', so
 *  that rolling back undoes nothing. */
type StandInSetting =
  | 'administration'
  | 'otherUser'
  | 'noIntegration'
  | 'wrongVersion'
  | 'sqlPassword'
  | 'gatewayVersion'
  | 'snelStartVersion'
  | 'closingGives'
  | 'referenceLength'
  | 'transactionsCover'

export type StandInGateway = {
  /** Path of the file that `writeState` made. */
  readonly state: string
  /** Path of a file for `writeFaults`; it need not be there. */
  readonly faults?: string
  /** Members that this version has not, such as 'mtdGWayVerkoopOrderAanmakenF' or 'mtdGWayTransactionBegin' (with Commit and
   *  Rollback). */
  readonly without?: readonly string[]
  /** How long a call under way may go on when the helper is told to end. */
  readonly graceMs?: number
}

/** A `HelperCommand` of the adapter. */
export type HelperProgram = { readonly command: string; readonly args: readonly string[] }

/** How to start the helper over the stand-in. The first time on a machine takes some seconds. */
export async function standInGateway(options: StandInGateway): Promise<HelperProgram> {
  const [helper, library] = await Promise.all([compileHelper(), compileStandIn(options.without ?? [])])
  const files = [`SCONNECT_STANDIN_STATE=${options.state}`, `SCONNECT_STANDIN_FAULTS=${options.faults ?? ''}`]
  const grace = ['--grace', String(options.graceMs ?? 500)]
  // As arguments of env, because a HelperCommand has no environment; exec keeps it the same process.
  return { command: 'env', args: [...files, 'mono', helper, '--library', library, ...grace] }
}

/** Replaces what was there. */
export function writeState(path: string, administration: Administration, rules: StandInRules = {}): void {
  const tables: readonly Pick<SampleTable, 'name' | 'rows'>[] = [
    ...administration,
    { name: 'standin.refusedVat', rows: (rules.refusedVatNumbers ?? []).map((number) => ({ number })) },
    {
      name: 'standin.password',
      rows: Object.entries(rules.passwords ?? {}).map(([login, password]) => ({ login, password })),
    },
    { name: 'standin.setting', rows: Object.entries(rules.settings ?? {}).map(([name, value]) => ({ name, value })) },
  ]
  const lines = tables.map(({ name, rows }) => JSON.stringify(rows.map((row): Change => ({ table: name, row }))))
  writeFileSync(path, `${lines.join('\n')}\n`)
}

export const writeFaults = (path: string, faults: readonly Fault[]): void =>
  writeFileSync(path, faults.map((fault) => `${JSON.stringify(fault)}\n`).join(''))

/** The administration as it is now, with the columns of `seed`: for the readers' stand-ins and for oracles. */
export function readState(path: string, seed: Administration): Administration {
  const changes = readChanges(path)
  return seed.map((table) => ({ ...table, rows: latestRows(table, changes) }))
}

/** Rows of a table that no administration has, such as 'standin.invoiceAddress' and 'standin.entryTerm'. */
export const readOwnRows = (path: string, table: string): readonly SampleRow[] =>
  readChanges(path).flatMap((change) => (change.table === table ? [change.row] : []))

function readChanges(path: string): readonly Change[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  // What stands behind the last end of line never happened.
  return lines.slice(0, -1).flatMap((line) => (line === '' ? [] : (JSON.parse(line) as Change[])))
}

function latestRows(table: SampleTable, changes: readonly Change[]): readonly SampleRow[] {
  const key = table.columns.find((column) => column.key)?.name
  const byKey = new Map<SampleCell, SampleRow>()
  for (const change of changes) {
    if (change.table.toLowerCase() !== table.name.toLowerCase()) continue
    byKey.set(key === undefined ? byKey.size : (change.row[key] ?? null), toRow(table, change.row))
  }
  return [...byKey.values()]
}

const toRow = (table: SampleTable, row: SampleRow): SampleRow =>
  Object.fromEntries(table.columns.map(({ name, type }) => [name, row[name] ?? (type === 'boolean' ? false : null)]))
