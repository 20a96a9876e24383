// A message names order, customer and amount, as it also stands alone in a mail or a log. Where those stand right beside it
// they are left out.

/** 'Order 12 (De Vries, € 5,00): de order …' as 'De order …'; a text that does not begin so stays as it is. */
export function shortCause(text: string, order: { number: string; customer: string }, amount: string): string {
  const heads = [
    `Order ${order.number} (${order.customer}, ${amount}): `,
    `Order ${order.number} van ${order.customer} (${amount}): `,
    `Order ${order.number} of ${order.customer} (${amount}): `,
  ]
  const head = heads.find((start) => text.startsWith(start))
  if (head === undefined) return text
  const rest = text.slice(head.length)
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}
