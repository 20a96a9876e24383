// Books an order in the small administration and writes the result as a bookkeeper would read it.
import type { Choices } from '../../choices.ts'
import { toFixed } from '../../money.ts'
import type { Decision, Facts, PlannedArticle, SalesOrderPlan } from '../../plan.ts'
import type { Problem } from '../../problem.ts'
import { lineCentsOf } from '../computed-vat.ts'
import { decideSalesOrder } from '../decide-sales-order.ts'
import { knownWith, noFacts } from './administration.ts'
import { choices, type OrderSketch, orderOf } from './orders.ts'

export type Case = {
  readonly order: OrderSketch
  readonly settings?: Partial<Choices>
  readonly known?: Parameters<typeof knownWith>[0]
  readonly facts?: Facts
}

export function decide({ order, settings, known, facts }: Case): Decision {
  const shopOrder = orderOf(order)
  const salesTemplate = shopOrder.priceEntry === 'incl' ? 'Web incl' : 'Web excl'
  return decideSalesOrder(shopOrder, { ...choices, salesTemplate, ...settings }, knownWith(known), facts ?? noFacts)
}

/** The plan; throws where there is none, with the problem in the message. */
export function plan(given: Case): SalesOrderPlan {
  const decision = decide(given)
  if (decision.kind !== 'plan') throw new Error(`no plan but ${JSON.stringify(decision)}`)
  return decision.plan
}

/** The problem, as code and data. */
export function problem(given: Case): Problem {
  const decision = decide(given)
  if (decision.kind !== 'problem') throw new Error(`no problem but ${JSON.stringify(decision)}`)
  return decision.problem
}

/** '2 x MOK à 8.26 = 16.52 (21%) Artikel MOK' per line, then VAT per rate and the total. */
export function booking(given: Case): readonly string[] {
  const { document, expected } = plan(given)
  const lines = document.lines.map((line) => {
    const total = (Number(lineCentsOf(line.quantity, line.unitPrice)) / 100).toFixed(2)
    const head = `${line.quantity} x ${line.articleCode} à ${line.unitPrice} = ${total} (${line.vatPercent}%)`
    return line.description === '' ? head : `${head} ${line.description}`
  })
  const footer = [
    ...(document.costType1 === null ? [] : [`kostensoort 1: ${toFixed(document.costType1, 2)}`]),
    ...(document.costType2 === null ? [] : [`kostensoort 2: ${toFixed(document.costType2, 2)}`]),
  ]
  const vat = expected.vat.map((each) => `btw ${each.vatPercent}%: ${toFixed(each.vatAmount, 2)}`)
  return [...lines, ...footer, ...vat, `totaal: ${toFixed(expected.totalIncl, 2)}`]
}

/** 'nieuw NIEUW: Artikel NIEUW, 10, group-high' and 'wijzig MOK: …'. */
export const articleWork = (given: Case): readonly string[] => plan(given).articles.map(inWords)

function inWords(article: PlannedArticle): string {
  if (article.action === 'update') {
    const { description, salesPrice } = article.changes
    return `wijzig ${article.code}: ${[description, salesPrice].filter((each) => each !== undefined).join(', ')}`
  }
  const { code, description, salesPrice, revenueGroupId, customField } = article.fields
  const field = customField === null ? '' : `, ${customField.name} ${customField.value}`
  return `nieuw ${code}: ${description}, ${salesPrice}, ${revenueGroupId}${field}`
}
