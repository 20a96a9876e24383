// The customer of an order: used, changed or made, each change as an effect.
import type { Customer, CustomerFields } from '../core/administration.ts'
import { Refused } from '../core/failures.ts'
import type { CustomerCode, RemoteId } from '../core/ids.ts'
import { now } from './context.ts'
import { doEffect } from './effect.ts'
import { customerRow } from './known.ts'
import { isTheSame } from './look-up.ts'
import {
  freshStep,
  line,
  type PreparedCustomer,
  reasonsOf,
  type Stopped,
  settleProblem,
  settleUnknown,
  type Writing,
} from './writing.ts'

/** Throws Refused where SnelStart will not have the customer at all, and what breaks the connection. */
export async function prepareCustomer(writing: Writing): Promise<PreparedCustomer | Stopped> {
  const { run, known, entry, decision } = writing
  const planned = decision.plan.customer
  if (planned.action === 'use') {
    if (planned.changes !== null) await updateCustomer(writing, planned.id, planned.changes)
    return { id: planned.id, code: planned.code, name: planned.name, isNew: false }
  }
  // Made for this very order by a run that was cut off before the order itself was written; unless somebody removed it.
  const before = (await run.store.effects.of(run.profile.id, entry.id)).findLast(
    (effect) => /^customer(:|$)/.test(effect.step) && effect.state === 'done',
  )
  if (before?.remoteId && (await known.fetchCard(before.remoteId)) !== null)
    return { id: before.remoteId, code: before.marker as CustomerCode, name: planned.fields.name, isNew: true }
  return createCustomer(writing, planned.code, planned.fields)
}

/** More taken codes than this in a row, and something else is wrong. */
const mostCodes = 12

/** Suppliers share the numbers and are not in the mirror: after a few neighbours, leap over their block. */
const skipAfter = (attempt: number): number => (attempt < 3 ? 1 : 10 ** Math.min(attempt - 2, 4))

async function createCustomer(
  writing: Writing,
  wanted: CustomerCode | null,
  wish: CustomerFields,
): Promise<PreparedCustomer | Stopped> {
  const { run, known, entry } = writing
  let fields = wish
  let code = wanted ?? known.nextCustomerCode(1)
  const step = await freshStep(writing, 'customer')
  for (let attempt = 0; attempt < mostCodes; attempt++) {
    try {
      const result = await doEffect<Customer>(run, known, entry, {
        kind: 'customer',
        step,
        marker: code,
        mark: { kind: 'customer', code, fields },
        call: async () => {
          const customer = await run.accounting.createCustomer(code, fields, run.callSignal)
          return { value: customer, id: customer.id, mirror: [{ kind: 'customers', row: customerRow(customer) }] }
        },
      })
      if (result.is === 'unknown') return settleUnknown(writing, 'customer')
      if (result.is === 'made') known.putCustomer(result.value)
      const id = result.is === 'made' ? result.id : result.found.id
      writing.log.push(line(writing, 'normal', 'customer.made', { customer: fields.name, code }))
      return { id, code, name: fields.name, isNew: true }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      if (error.meaning === 'codeTaken') {
        const holder = await codeHolder(writing, code)
        if (holder !== null && (isTheSame(holder, fields) || wanted !== null)) return useHolder(writing, holder)
        if (wanted !== null && holder === null) throw error
        code = known.nextCustomerCode(skipAfter(attempt))
      } else if (error.meaning === 'vatNumber' && fields.vatNumber !== '') {
        writing.warnings.push({
          code: 'customer.vatNumberRefused',
          data: { vatNumber: fields.vatNumber, reason: reasonsOf(error) },
        })
        fields = { ...fields, vatNumber: '' }
      } else throw error
    }
  }
  return settleProblem(writing, { code: 'customer.noFreeCode', data: { code } })
}

/** REL-0008 is an answer rather than a failure: whose is the code? */
async function codeHolder(writing: Writing, code: CustomerCode): Promise<Customer | null> {
  const found = await writing.run.accounting.findCustomers({ code, email: null }, writing.run.signal)
  const holder = found.find((customer) => customer.code === code) ?? null
  if (holder !== null) {
    writing.known.putCustomer(holder)
    await writing.run.store.mirror.upsert(writing.run.lease, 'customers', customerRow(holder))
  }
  return holder
}

function useHolder(writing: Writing, holder: Customer): PreparedCustomer {
  writing.log.push(line(writing, 'extended', 'customer.codeHeld', { customer: holder.name, code: holder.code }))
  return { id: holder.id, code: holder.code, name: holder.name, isNew: false }
}

async function updateCustomer(writing: Writing, id: RemoteId, changes: Partial<CustomerFields>): Promise<void> {
  const { run, known, entry } = writing
  try {
    const result = await doEffect<Customer>(run, known, entry, {
      kind: 'customerUpdate',
      step: `customerUpdate:${now(run)}`,
      marker: id,
      mark: { kind: 'update' },
      call: async () => {
        const customer = await run.accounting.updateCustomer(id, changes, run.callSignal)
        return { value: customer, id, mirror: [{ kind: 'customers', row: customerRow(customer) }] }
      },
    })
    if (result.is === 'made') known.putCustomer(result.value)
    else writing.warnings.push({ code: 'customer.updateUnsure', data: {} })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    writing.warnings.push({ code: 'customer.updateRefused', data: { reason: reasonsOf(error) } })
  }
}
