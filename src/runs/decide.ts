// Step 'decide' for one order: gives the pure core what it needs, fetches the facts that it asks for, and asks again.
// Writes nothing; the preview and the import call the same function, so the preview is the plan.

import type { Customer } from '../core/administration.ts'
import { decideCustomer } from '../core/customer/decide-customer.ts'
import { Bug } from '../core/failures.ts'
import type { RemoteId, ShopOrderNumber } from '../core/ids.ts'
import type { ShopOrder } from '../core/order.ts'
import { type ChosenCustomer, type FactQuestion, factKey, type Settled } from '../core/plan.ts'
import { ok } from '../core/problem.ts'
import { decideSalesEntry } from '../core/sales-entry/decide-sales-entry.ts'
import { invoiceNumberOf } from '../core/sales-entry/head.ts'
import type { EntryKnown } from '../core/sales-entry/known.ts'
import { decideSalesOrder } from '../core/sales-order/decide-sales-order.ts'
import type { Known as CoreKnown } from '../core/sales-order/known.ts'
import type { RunParts } from './context.ts'
import { decideFirst } from './decide-credit.ts'
import type { Known } from './known.ts'

/** Questions can follow from answers (the customer found decides whose template is asked); more rounds than this is a bug. */
const mostRounds = 6

/** What is decided on: an order of the inbox that could be understood. */
type Decidable = { readonly order: ShopOrder; readonly chosenCustomer: ChosenCustomer | null }

/** A plan, a problem or a skip; never a question. Throws what the accounting side throws while facts are fetched. */
export async function decideOrder(run: RunParts, known: Known, { order, chosenCustomer }: Decidable): Promise<Settled> {
  const first = await decideFirst(run, order)
  if (first.kind === 'decided') return first.decision
  for (let round = 0; round < mostRounds; round++) {
    try {
      const view = coreView(run, known, { creditOf: first.creditOf, chosen: chosenCustomer })
      if (run.profile.product === 'bookkeeping') return decideSalesEntry(order, run.choices, entryView(run, view))
      const decision = decideSalesOrder(order, run.choices, view, known.facts)
      if (decision.kind !== 'ask') return decision
      for (const question of decision.questions) await answer(run, known, order, question)
    } catch (error) {
      if (!(error instanceof CardMissing)) throw error
      await fetchCardOrFail(known, error.id)
    }
  }
  throw new Bug('deciding goes on asking', { order: order.number })
}

/** Thrown to the loop above when a card is needed that is not at hand. */
class CardMissing extends Error {
  readonly id: RemoteId
  constructor(id: RemoteId) {
    super('a customer card is to be fetched')
    this.id = id
  }
}

function coreView(
  run: RunParts,
  known: Known,
  { creditOf, chosen }: { creditOf: ShopOrderNumber | null; chosen: ChosenCustomer | null },
): CoreKnown {
  const cardOf = (id: RemoteId): Customer => {
    const card = known.cardAtHand(id)
    if (card === null) throw new CardMissing(id)
    return card
  }
  return {
    lists: known.lists,
    creditOf,
    capabilities: run.accounting.capabilities,
    articles: known.articles,
    customers: (order) => {
      const decided = decideCustomer(order, run.choices, known.customers, cardOf, chosen)
      if (!decided.ok) return decided
      const { customer } = decided.value
      const card = customer.action === 'use' ? { ...cardOf(customer.id), ...customer.changes } : customer.fields
      const { steps, nearMisses } = decided
      return {
        ...ok({ ...decided.value, country: card.establishment.country, hasVatNumber: card.vatNumber !== '' }),
        steps,
        nearMisses,
      }
    },
  }
}

/** A credit entry names the entry that it takes back. */
const entryView = ({ choices }: RunParts, view: CoreKnown): EntryKnown => ({
  ...view,
  invoiceNumberOf: () => (view.creditOf ? invoiceNumberOf(view.creditOf, choices) : null),
})

async function fetchCardOrFail(known: Known, id: RemoteId): Promise<void> {
  if ((await known.fetchCard(id)) === null) throw new Bug('a customer in the index is not in the mirror', { id })
}

async function answer(run: RunParts, known: Known, order: ShopOrder, question: FactQuestion): Promise<void> {
  const key = factKey(question)
  switch (question.kind) {
    case 'lastTemplate':
      known.facts.lastTemplates.set(key, await run.accounting.findLastTemplate(question.customerId, run.signal))
      return
    case 'agreedPrice': {
      const { articleId, customerId, quantity } = question
      const price = await run.accounting.readAgreedPrice(
        { articleId, customerId, quantity, date: order.orderDate },
        run.signal,
      )
      known.facts.agreedPrices.set(key, price)
      return
    }
    case 'paymentReference': {
      const found = await run.accounting.findSalesOrders(question.reference, run.signal)
      known.facts.paymentReferences.set(key, found[0]?.number ?? null)
      return
    }
  }
}
