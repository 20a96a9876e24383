// What an administration holds, as plain data: the oracle of tests, and itself good as a seed.
import type { Administration } from './administration.ts'
import { tables } from './seeds/seed.ts'

type Tables = { readonly [T in keyof typeof tables]: readonly RecordOf<Administration[T]>[] }
type RecordOf<C> = C extends { get: (id: string) => infer R | undefined } ? R : never
type Lists = Pick<Administration, 'companyInfo' | 'btwtarieven' | 'vatrates' | 'vatratedefinitions' | 'actieprijzen'>

/** Records may be kept: the simulator replaces its own, it never changes them. */
export type State = Tables & Readonly<Lists>

export function toState(administration: Administration): State {
  const records = Object.keys(tables).map((table) => [
    table,
    [...administration[table as keyof typeof tables].values()],
  ])
  const { companyInfo, btwtarieven, vatrates, vatratedefinitions, actieprijzen } = administration
  return {
    ...(Object.fromEntries(records) as Tables),
    companyInfo,
    btwtarieven,
    vatrates,
    vatratedefinitions,
    actieprijzen,
  }
}
