// SALE-3: the order's description, as it stands in SnelStart's list of orders.
import { shorten } from '../shorten.ts'
import type { Context } from './known.ts'
import { warning } from './problems.ts'

/** ASSUMPTION: SnelStart does not publish the length of `omschrijving`; the desktop takes about 50 (reference/snelstart.md, A7). */
const descriptionLimit = 50

/** The description; a warning is on the trail where it had to be cut. */
export function decideDescription(context: Context): string {
  const full = fullDescription(context)
  const { text, cut } = shorten(full, descriptionLimit)
  if (cut) {
    context.trail.warnings.push(warning('sale.descriptionShortened', { limit: String(descriptionLimit), full }))
  }
  return text
}

/** A credit names the order that it takes back, whatever is chosen: without it nobody can tell what it is for. */
function fullDescription({ choices, known, order }: Context): string {
  if (known.creditOf) return `Credit van order ${known.creditOf}`
  switch (choices.orderDescription) {
    case 'generated':
      return [order.status.text, order.payment.method, order.payment.reference ?? '']
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .join(' - ')
    case 'empty':
      return ''
    case 'shopName':
      return choices.profileName
    case 'orderNumber':
      return `Webshop-order ${order.number}`
  }
}
