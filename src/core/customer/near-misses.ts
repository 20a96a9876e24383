// Customers that an order was not booked on though something speaks for them: shown beside the choice, so that a person
// sees a double or a typing error at once. Bounded in number and in work, as it is done for every order.
import { distance } from 'fastest-levenshtein'
import type { NearMiss } from '../plan.ts'
import type { Text } from '../text.ts'
import type { CustomerIndex, CustomerRef } from './customer-index.ts'
import { cutAtWord, nameLimit } from './fit-field.ts'
import { nameKey } from './names.ts'
import type { OrderCustomer } from './order-customer.ts'
import { searchKey } from './search-keys.ts'
import { cocNumberSearch, codeSearch, emailSearches, nameSearch, type Search, vatNumberSearch } from './searches.ts'

const mostShown = 5
/** No more are looked at of one name or one postcode; both can hold thousands. */
const mostExamined = 60

type Why = 'inactive' | 'sameEmail' | 'sameName' | 'similarName'

/** What `NearMiss.why` means, in words. */
export const nearMissTexts: Readonly<Record<Why, Text>> = {
  inactive: { nl: 'past, maar staat op non-actief', en: 'fits, but is inactive' },
  sameEmail: { nl: 'heeft hetzelfde e-mailadres', en: 'has the same e-mail address' },
  sameName: { nl: 'heeft dezelfde naam', en: 'has the same name' },
  similarName: {
    nl: 'heeft bijna dezelfde naam op dezelfde postcode',
    en: 'has nearly the same name at the same postcode',
  },
}

const byEmail: readonly Search[] = emailSearches('CUST-2', 'stop')
const byAnything: readonly Search[] = [codeSearch, ...byEmail, vatNumberSearch, cocNumberSearch, nameSearch]

function findBy(customer: OrderCustomer, index: CustomerIndex, searches: readonly Search[]): readonly CustomerRef[] {
  return searches.flatMap((search) => {
    const wanted = search.wanted(customer)
    return 'keys' in wanted ? wanted.keys.flatMap((key) => index.find(key, mostExamined)) : []
  })
}

const nameOnCard = (customer: OrderCustomer): string => cutAtWord(customer.name, nameLimit)

/** One typing error in five letters, at least one. */
function isSimilar(one: string, other: string): boolean {
  const allowed = Math.max(1, Math.floor(Math.max(one.length, other.length) / 5))
  return Math.abs(one.length - other.length) <= allowed && distance(one, other) <= allowed
}

function findSimilar(customer: OrderCustomer, index: CustomerIndex): readonly CustomerRef[] {
  const name = nameKey(nameOnCard(customer))
  if (name === '' || customer.country === null) return []
  const neighbours = index.find(searchKey.place(customer.country, customer.postcode), mostExamined)
  return neighbours.filter((neighbour) => isSimilar(name, nameKey(neighbour.name)))
}

/**
 * At most five, the most telling first, each customer once and never `found`. Names are compared only where no customer
 * was found: many people share a name.
 */
export function findNearMisses(
  customer: OrderCustomer,
  index: CustomerIndex,
  found: CustomerRef | null,
): readonly NearMiss[] {
  const candidates: readonly [Why, readonly CustomerRef[]][] = [
    ['inactive', findBy(customer, index, byAnything).filter((ref) => ref.inactive)],
    ['sameEmail', findBy(customer, index, byEmail)],
    ['sameName', found === null ? index.find(searchKey.name(nameOnCard(customer)), mostExamined) : []],
    ['similarName', found === null ? findSimilar(customer, index) : []],
  ]
  const misses = new Map<string, NearMiss>()
  for (const [why, refs] of candidates) {
    for (const { id, code, name } of refs) {
      if (id !== found?.id && !misses.has(id) && misses.size < mostShown) misses.set(id, { code, name, why })
    }
  }
  return [...misses.values()]
}
