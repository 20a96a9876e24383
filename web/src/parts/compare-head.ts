// The head of an order on both sides: customer, addresses, what it is called. Pure; what SnelStart takes from the customer card
// is said so.
import type { PostalAddress } from '../../../src/core/administration.ts'
import type { Address, ShopOrder } from '../../../src/core/order.ts'
import type { OrderView } from '../api/types.ts'
import type { Words } from '../text/words.ts'

type HeadRow = { readonly title: string; readonly shop: string; readonly snelstart: string }

const filled = (parts: readonly (string | null | undefined)[], between: string): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(between)

const shopAddress = (address: Address | null): string =>
  address === null
    ? ''
    : filled(
        [
          address.company,
          filled([address.firstName, address.lastName], ' '),
          address.street,
          address.street2,
          filled([address.postcode, address.city], ' '),
          address.countryName === '' ? address.country : address.countryName,
        ],
        '\n',
      )

const postalAddress = (address: PostalAddress | null, { t }: Words): string =>
  address === null
    ? t('order.fromCard')
    : filled(
        [address.name, address.contact, address.street, filled([address.postcode, address.city], ' '), address.country],
        '\n',
      )

function plannedCustomer({ customer: { planned } }: OrderView, { t }: Words): string {
  if (planned === null) return ''
  if (planned.action === 'use') return filled([planned.name, t('order.code', { code: planned.code })], '\n')
  const code = planned.code === null ? '' : t('order.code', { code: planned.code })
  return filled([planned.fields.name, filled([t('order.newCustomer'), code], ', '), planned.fields.email], '\n')
}

/** Nothing where the order could not be understood. */
export function headRows(order: OrderView, words: Words): readonly HeadRow[] {
  const { shop, document, salesEntry } = order
  if (shop === null) return []
  const { t } = words
  const { company, firstName, lastName, email } = shop.customer
  return [
    {
      title: t('order.customer'),
      shop: filled([company, filled([firstName, lastName], ' '), email], '\n'),
      snelstart: plannedCustomer(order, words),
    },
    // An entry has no addresses of its own.
    ...(salesEntry === null ? addressRows(shop, document, words) : []),
    {
      title: t('order.reference'),
      shop: filled([shop.number, shop.status.text, shop.payment.method], '\n'),
      snelstart:
        salesEntry === null
          ? filled([document?.paymentReference, document?.description], '\n')
          : filled([salesEntry.invoiceNumber, salesEntry.description, words.day(salesEntry.date)], '\n'),
    },
  ]
}

const addressRows = (shop: ShopOrder, document: OrderView['document'], words: Words): readonly HeadRow[] => [
  {
    title: words.t('order.invoiceAddress'),
    shop: shopAddress(shop.invoiceAddress),
    snelstart: postalAddress(document?.invoiceAddress ?? null, words),
  },
  {
    title: words.t('order.deliveryAddress'),
    shop: shopAddress(shop.deliveryAddress),
    snelstart: postalAddress(document?.deliveryAddress ?? null, words),
  },
]
