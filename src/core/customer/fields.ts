// What a new customer is made with (CUST-5 … CUST-7), out of the order alone. Lengths and rules are SnelStart's
// (reference/snelstart.md A7 relatie, A8 REL-…); what does not fit is shortened or left out, with a warning.
import type { CustomerFields, PostalAddress } from '../administration.ts'
import type { CustomerChoices } from '../choices.ts'
import type { Address, ShopOrder } from '../order.ts'
import { cocNumberKey } from './coc-numbers.ts'
import { fitField, nameLimit, type Said } from './fit-field.ts'
import { joinWords, type OrderCustomer, readOrderCustomer } from './order-customer.ts'
import { splitPhone } from './phones.ts'
import { customerProblem } from './problems.ts'
import { checkVatNumber, readVatNumber } from './vat-numbers.ts'

const limits = {
  name: nameLimit,
  contact: 50,
  street: 50,
  postcode: 25,
  city: 50,
  phone: 25,
  email: 250,
  cocNumber: 12,
} as const

const noAddress: PostalAddress = { contact: '', street: '', postcode: '', city: '', country: null }

/** REL-0060: an address that has anything must have street, postcode and town; this stands for what the order lacks. */
export const placeholder = '-'

/** Some shops have the company's street in line one and again in line two. */
const streetOf = (address: Address): string =>
  joinWords(address.street, joinWords(address.street2) === joinWords(address.street) ? '' : address.street2)

function toEstablishment(customer: OrderCustomer): Said<PostalAddress> {
  const { address } = customer
  // Not even the contact then: REL-0060 would ask for the rest.
  if (address === null) return { value: noAddress, warnings: [customerProblem('customer.addressMissing')] }
  const contact = fitField(customer.contact, limits.contact, 'customer.contactShortened')
  const street = fitField(streetOf(address), limits.street, 'customer.streetShortened')
  const postcode = fitField(joinWords(address.postcode), limits.postcode, 'customer.postcodeShortened')
  const city = fitField(joinWords(address.city), limits.city, 'customer.cityShortened')
  const written = [street.value, postcode.value, city.value]
  const incomplete = written.includes('')
    ? [
        customerProblem('customer.addressIncomplete', {
          address: written.map((part) => part || placeholder).join(', '),
        }),
      ]
    : []
  return {
    value: {
      contact: contact.value,
      street: street.value || placeholder,
      postcode: postcode.value || placeholder,
      city: city.value || placeholder,
      country: address.country,
    },
    warnings: [contact, street, postcode, city].flatMap((part) => part.warnings).concat(incomplete),
  }
}

/** REL-0087, REL-0088: a wrong number or one of another country would make SnelStart refuse the whole customer. */
function toVatNumber({ vatNumber, country }: OrderCustomer): Said<string> {
  if (vatNumber === '') return { value: '', warnings: [] }
  const number = readVatNumber(vatNumber, country)
  // Of countries without rules SnelStart's opinion is not known; then it is left out too.
  if (number === null || checkVatNumber(number) !== 'valid') {
    return { value: '', warnings: [customerProblem('customer.vatNumberLeftOut', { vatNumber })] }
  }
  // 'XI' is no country of an address, so it is never equal to one.
  if (number.country !== country || number.text.startsWith('XI')) {
    const data = { vatNumber, country: country ?? '?' }
    return { value: '', warnings: [customerProblem('customer.vatNumberOtherCountry', data)] }
  }
  return { value: number.text, warnings: [] }
}

/** REL-0006. Dutch numbers have eight digits; of others only the length is known. */
function toCocNumber({ cocNumber, country }: OrderCustomer): Said<string> {
  const key = cocNumberKey(cocNumber)
  // The key has no leading zeros, which Dutch numbers do have.
  const number = country === 'NL' && /^\d{7}$/.test(key) ? `0${key}` : key
  const fits = number !== '' && number.length <= limits.cocNumber && (country !== 'NL' || /^\d{8}$/.test(number))
  if (fits || cocNumber === '') return { value: fits ? number : '', warnings: [] }
  return { value: '', warnings: [customerProblem('customer.cocNumberLeftOut', { cocNumber })] }
}

/** An address cannot be cut: one that is too long or no address at all is left out (REL-0061, REL-0068). */
function toEmail(order: ShopOrder, { email }: OrderCustomer): Said<string> {
  const given = joinWords(order.customer.email)
  if (given === '' || (email !== null && email.length <= limits.email)) return { value: email ?? '', warnings: [] }
  return { value: '', warnings: [customerProblem('customer.emailLeftOut', { email: given })] }
}

/** REL-0029 … REL-0046: a switch without an address is refused. */
function toSwitches(choices: CustomerChoices, email: string): Said<{ emailInvoice: boolean; emailReminder: boolean }> {
  const { emailInvoice, emailReminder } = choices
  if (email !== '' || !(emailInvoice || emailReminder)) return { value: { emailInvoice, emailReminder }, warnings: [] }
  const warnings = [customerProblem('customer.emailSwitchesOff')]
  return { value: { emailInvoice: false, emailReminder: false }, warnings }
}

/**
 * The fields of a new customer. `name` is '' where the order has none (then it cannot be made). The establishment is the
 * invoice address, else the delivery address, else empty. `correspondence` is always null: SnelStart then writes to the
 * establishment, and the delivery address belongs to the order. The VAT number has its country's prefix.
 */
export function toCustomerFields(order: ShopOrder, choices: CustomerChoices): Said<CustomerFields> {
  const customer = readOrderCustomer(order)
  const name = fitField(customer.name, limits.name, 'customer.nameShortened')
  const establishment = toEstablishment(customer)
  const email = toEmail(order, customer)
  const phone = fitField(customer.phone, limits.phone, 'customer.phoneShortened')
  const vatNumber = toVatNumber(customer)
  const cocNumber = toCocNumber(customer)
  const switches = toSwitches(choices, email.value)
  return {
    value: {
      name: name.value,
      establishment: establishment.value,
      correspondence: null,
      email: email.value,
      ...splitPhone(phone.value, customer.country),
      vatNumber: vatNumber.value,
      cocNumber: cocNumber.value,
      paymentTermDays: choices.paymentTermDays,
      ...switches.value,
    },
    warnings: [name, establishment, email, phone, vatNumber, cocNumber, switches].flatMap((part) => part.warnings),
  }
}
