// SALE-1: the sales template, and that its VAT way is the shop's.

import type { SalesTemplate } from '../administration.ts'
import type { RemoteId } from '../ids.ts'
import { type Outcome, ok } from '../problem.ts'
import { type Context, explain } from './known.ts'
import { type SalesProblemCode, stopSale } from './problems.ts'

/**
 * The template to use; '' for the time being where the customer's last one must be asked first (a question is on the trail).
 * Problems: 'sale.templateMissing', 'sale.templateUnknown', 'sale.templateInactive', 'sale.templateVat'.
 */
export function decideTemplate(context: Context): Outcome<RemoteId, SalesProblemCode> {
  const last = findLastTemplate(context)
  if (last === 'ask') return ok('' as RemoteId)
  const template = last === null ? findChosenTemplate(context) : ok(last)
  if (!template.ok) return template
  return checkVatWay(template.value, context)
}

function findLastTemplate({ choices, customer, facts, known, trail }: Context): SalesTemplate | 'ask' | null {
  if (!choices.lastTemplate || customer.customer.action !== 'use') return null
  const customerId = customer.customer.id
  const answer = facts.lastTemplates.get(customerId)
  if (answer === undefined) {
    trail.questions.push({ kind: 'lastTemplate', customerId })
    return 'ask'
  }
  const template = known.lists.templates.find((each) => each.id === answer)
  if (template !== undefined && !template.inactive) {
    const [nl, en] = [
      `Sjabloon ${template.name} van de laatste order van de klant`,
      `Template ${template.name} of the customer’s latest order`,
    ]
    explain(trail, 'sale.template.last', 'SALE-1', nl, en)
    return template
  }
  const [nl, en] =
    answer === null
      ? [
          'De klant heeft nog geen order; het gekozen sjabloon geldt',
          'The customer has no order yet; the template chosen holds',
        ]
      : [
          'Het sjabloon van de laatste order is niet (meer) bruikbaar; het gekozen sjabloon geldt',
          'The template of the latest order cannot be used (any more); the template chosen holds',
        ]
  explain(trail, 'sale.template.noLast', 'SALE-1', nl, en, false)
  return null
}

function findChosenTemplate({ choices, known, trail }: Context): Outcome<SalesTemplate, SalesProblemCode> {
  const wanted = choices.salesTemplate.trim()
  if (wanted === '') return stopSale('sale.templateMissing')
  const byName = known.lists.templates.filter((each) => each.name.trim().toLowerCase() === wanted.toLowerCase())
  const template =
    known.lists.templates.find((each) => each.id === wanted) ?? byName.find((each) => !each.inactive) ?? byName[0]
  if (template === undefined) return stopSale('sale.templateUnknown', { template: wanted })
  if (template.inactive) return stopSale('sale.templateInactive', { template: template.name })
  explain(
    trail,
    'sale.template.chosen',
    'SALE-1',
    `Sjabloon ${template.name} volgens de instelling`,
    `Template ${template.name} as set`,
  )
  return ok(template)
}

function checkVatWay(template: SalesTemplate, { order }: Context): Outcome<RemoteId, SalesProblemCode> {
  const templateWay = template.pricesExclVat ? 'excl' : 'incl'
  if (templateWay === order.priceEntry) return ok(template.id)
  return stopSale('sale.templateVat', {
    template: template.name,
    shopWayNl: wayInWords[order.priceEntry].nl,
    shopWayEn: wayInWords[order.priceEntry].en,
    templateWayNl: wayInWords[templateWay].nl,
    templateWayEn: wayInWords[templateWay].en,
  })
}

const wayInWords = {
  incl: { nl: 'inclusief', en: 'including' },
  excl: { nl: 'exclusief', en: 'excluding' },
} as const
