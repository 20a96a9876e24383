// Our sales order → SnelStart's. Pure: everything was decided before, this only says it in SnelStart's words.
import type { SalesOrderDocument, SalesOrderLine } from '../../core/administration.ts'
import { Bug, Refused } from '../../core/failures.ts'
import type { ArticleCode, RemoteId } from '../../core/ids.ts'
import type { Countries } from './countries.ts'
import { exactNumber } from './exact-json.ts'
import { type RawRecord, toAdres } from './to-customer.ts'

const longestDescription = 250

/** Body of POST /verkooporders: an order without print. Throws Refused ('snelstart.tooLong', 'snelstart.countryUnknown')
 *  before anything is sent, Bug where the plan asks for what this kind of administration does not have. */
export function toVerkooporder(
  customerId: RemoteId,
  document: SalesOrderDocument,
  articleIds: ReadonlyMap<ArticleCode, RemoteId>,
  countries: Countries,
): RawRecord {
  if (document.costType1 !== null || document.costType2 !== null) throw new Bug('cost types do not exist online')
  return {
    relatie: { id: customerId },
    datum: `${document.date}T00:00:00`,
    procesStatus: 'Order',
    verkooporderBtwIngaveModel: document.priceEntry === 'incl' ? 'Inclusief' : 'Exclusief',
    verkoopordersjabloon: { id: document.templateId },
    omschrijving: document.description,
    betalingskenmerk: document.paymentReference,
    memo: document.memo,
    ...(document.invoiceAddress === null ? {} : { factuuradres: toAdres(document.invoiceAddress, countries) }),
    ...(document.deliveryAddress === null ? {} : { afleveradres: toAdres(document.deliveryAddress, countries) }),
    regels: document.lines.map((line) => toRegel(line, articleIds)),
  }
}

/** Without a description SnelStart takes the article's own. */
function toRegel(line: SalesOrderLine, articleIds: ReadonlyMap<ArticleCode, RemoteId>): RawRecord {
  const id = articleIds.get(line.articleCode)
  if (id === undefined) throw new Bug('an order line without an article', { article: line.articleCode })
  if (line.description.length > longestDescription)
    throw new Refused('snelstart.tooLong', 'description too long', [{ code: '', text: line.description }], {
      field: 'regels.omschrijving',
      longest: longestDescription,
    })
  return {
    artikel: { id },
    ...(line.description === '' ? {} : { omschrijving: line.description }),
    aantal: exactNumber(line.quantity),
    stuksprijs: exactNumber(line.unitPrice),
  }
}

export const needsCountries = ({ invoiceAddress, deliveryAddress }: SalesOrderDocument): boolean =>
  [invoiceAddress, deliveryAddress].some((address) => address !== null && address.country !== null)
