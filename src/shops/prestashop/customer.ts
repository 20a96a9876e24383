// Who ordered. PrestaShop has no custom fields: VAT number and company stand in the address, the rest in the account.
import type { ShopCustomer } from '../../core/order.ts'
import { filled } from './address.ts'
import { plainText } from './text.ts'
import type { OrderRaw } from './wire.ts'

/** A guest has a row of the account's table too, a new one at each order: no id. The account can be gone. */
export function toCustomer(raw: OrderRaw): ShopCustomer {
  const account = raw.customer?.row ?? {}
  const [invoice, delivery] = [raw.invoice_address ?? {}, raw.delivery_address ?? {}]
  const first = (...values: (string | null | undefined)[]) => values.map(plainText).find((value) => value !== '') ?? ''
  const isGuest = raw.customer === null || account['is_guest'] === '1'
  const siret = plainText(account['siret'])
  const dni = first(invoice['dni'], delivery['dni'])
  return {
    id: isGuest ? null : (account['id_customer'] ?? null),
    group: plainText(raw.customer?.lists.group?.['name']),
    company: first(invoice['company'], account['company'], delivery['company']),
    firstName: first(account['firstname'], invoice['firstname'], delivery['firstname']),
    lastName: first(account['lastname'], invoice['lastname'], delivery['lastname']),
    email: plainText(account['email']),
    phone: first(invoice['phone'], invoice['phone_mobile'], delivery['phone'], delivery['phone_mobile']),
    customFields: filled({ siret, dni, website: plainText(account['website']) }),
    code: null,
    vatNumber: first(invoice['vat_number'], delivery['vat_number']) || null,
    cocNumber: [siret, dni].map(toCocNumber).find((number) => number !== null) ?? null,
  }
}

/** The field is France's SIRET and Spain's DNI; Dutch shops ask for the chamber of commerce number there: eight digits. */
const toCocNumber = (typed: string): string | null => {
  const digits = typed.replace(/[\s.-]/g, '')
  return /^\d{8}$/.test(digits) ? digits : null
}
