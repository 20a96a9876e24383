// A connector as it would be without a mirror, over the same connection and with the same decisions: whatever an order
// seems to lack is asked for before it is made. Only for measuring what the mirror saves; it guards against nothing.
import type { ArticleCode, CustomerCode, RemoteId } from '../src/core/ids.ts'
import type { ShopOrder } from '../src/core/order.ts'
import { isEntryPlan, type SalesOrderPlan } from '../src/core/plan.ts'
import { instantOf, type RunContext, type RunParts } from '../src/runs/context.ts'
import { decideOrder } from '../src/runs/decide.ts'
import { keepLease } from '../src/runs/keep-lease.ts'
import { type Known, loadKnown } from '../src/runs/known.ts'

/** Writes every order of the shop; `begins` is told once the lists are read. Gives how many were written. */
export function writeWithoutMirror(parts: RunParts, begins: () => void): Promise<number> {
  return keepLease(parts, async (run) => {
    await readListsOnly(run)
    const shipping = await run.accounting.findArticle('VERZ' as ArticleCode, run.signal)
    begins()
    let written = 0
    for await (const page of run.shop.readOrders(null, { startAt: run.startAt, signal: run.signal }))
      for (const read of page.orders) {
        if (!read.ok) continue
        // Nothing is remembered from order to order but the lists and the one article that stands in the settings.
        const known = await loadKnown(run)
        if (shipping !== null) known.putArticle(shipping)
        const plan = await planOf(run, known, read.order)
        if (plan === null) continue
        await write(run, known, plan, written)
        written += 1
      }
    return written
  })
}

async function readListsOnly(run: RunContext): Promise<void> {
  const lists = await run.accounting.readLists(run.signal)
  run.accounting.useLists(lists)
  const generation = await run.store.mirror.begin(run.lease, 'lists', true)
  await run.store.mirror.put(run.lease, 'lists', generation, [{ id: 'lists', modifiedAt: null, data: lists }])
  await run.store.mirror.finish(run.lease, 'lists', generation, true, instantOf(run.clock()))
}

/** Decided with nothing known, the plan names what to ask for; decided again with the answers it is right. */
async function planOf(run: RunContext, known: Known, order: ShopOrder): Promise<SalesOrderPlan | null> {
  const blind = await decideOrder(run, known, { order, chosenCustomer: null })
  if (blind.kind !== 'plan' || isEntryPlan(blind.plan)) return null
  const { customer, articles } = blind.plan
  if (customer.action === 'create')
    for (const found of await run.accounting.findCustomers({ code: null, email: order.customer.email }, run.signal))
      known.putCustomer(found)
  for (const article of articles) {
    if (article.action !== 'create') continue
    const found = await run.accounting.findArticle(article.fields.code, run.signal)
    if (found !== null) known.putArticle(found)
  }
  const decision = await decideOrder(run, known, { order, chosenCustomer: null })
  return decision.kind === 'plan' && !isEntryPlan(decision.plan) ? decision.plan : null
}

async function write(run: RunContext, known: Known, plan: SalesOrderPlan, number: number): Promise<void> {
  const customerId = await customerOf(run, plan, number)
  for (const article of plan.articles)
    if (article.action === 'create') known.putArticle(await run.accounting.createArticle(article.fields, run.signal))
  const codes = plan.document.lines.map(({ articleCode }) => articleCode)
  await run.accounting.createSalesOrder(customerId, plan.document, known.articles.idsOf(codes), run.signal)
}

async function customerOf(run: RunContext, { customer }: SalesOrderPlan, number: number): Promise<RemoteId> {
  if (customer.action === 'use') return customer.id
  // A free code costs it nothing here.
  const code = String(900_000 + number) as CustomerCode
  return (await run.accounting.createCustomer(code, customer.fields, run.signal)).id
}
