// Every operation that the simulator knows, with the scopes that a token needs for it (reference/snelstart.md A6).

import type { Handler } from './request.ts'
import { artikelHandlers } from './resources/artikelen.ts'
import { customFieldHandlers } from './resources/custom-fields.ts'
import { priceHandlers } from './resources/prices.ts'
import { getOne, listAll } from './resources/records.ts'
import { relatieHandlers } from './resources/relaties.ts'
import { settingsHandlers } from './resources/settings.ts'
import { bookingHandlers } from './resources/verkoopboekingen.ts'
import { offerteHandlers, orderHandlers } from './resources/verkooporders.ts'

type Route = {
  readonly method: string
  readonly path: string
  readonly scopes: readonly string[]
  readonly handle: Handler
}

const route = (method: string, path: string, scopes: string, handle: Handler): Route => ({
  method,
  path,
  scopes: scopes.split(' ').filter((scope) => scope !== ''),
  handle,
})

/** In order of matching: a fixed word goes before a parameter. Paths are under `/v2`. */
export const routes: readonly Route[] = [
  route('GET', '/echo', '', settingsHandlers.echo),
  route('GET', '/echo/{input}', '', settingsHandlers.echo),
  route('GET', '/authorization/HasUserAccessToAdministration', '', settingsHandlers.hasAccess),
  route('GET', '/companyInfo', 'settings:read', settingsHandlers.getCompany),
  route('PUT', '/companyInfo', 'settings:write', settingsHandlers.changeCompany),

  route('GET', '/relaties', 'relaties:read', relatieHandlers.listRelaties),
  route('POST', '/relaties', 'relaties:write', relatieHandlers.createRelatie),
  route('GET', '/relaties/{id}', 'relaties:read', relatieHandlers.getRelatie),
  route('PUT', '/relaties/{id}', 'relaties:write', relatieHandlers.changeRelatie),
  route('DELETE', '/relaties/{id}', 'relaties:write', relatieHandlers.removeRelatie),
  route('GET', '/relaties/{id}/customFields', 'relaties:read', customFieldHandlers.getOfRelatie),
  route('PUT', '/relaties/{id}/customFields', 'relaties:write', customFieldHandlers.changeOfRelatie),
  route('GET', '/relaties/{id}/doorlopendeincassomachtigingen', 'relaties:read', relatieHandlers.listNone),
  route('GET', '/relaties/{id}/verkoopboekingen', 'relaties:read boekhouden:read', relatieHandlers.listBookings),
  route('GET', '/relaties/{id}/inkoopboekingen', 'relaties:read boekhouden:read', relatieHandlers.listNone),

  route('GET', '/artikelen', 'artikelen:read', artikelHandlers.listArtikelen),
  route('POST', '/artikelen', 'artikelen:write', artikelHandlers.createArtikel),
  route('GET', '/artikelen/prijsafspraken', 'artikelen:read', priceHandlers.listAgreements),
  route('GET', '/artikelen/{id}', 'artikelen:read', artikelHandlers.getArtikel),
  route('PUT', '/artikelen/{id}', 'artikelen:write', artikelHandlers.changeArtikel),
  route('DELETE', '/artikelen/{id}', 'artikelen:write', artikelHandlers.removeArtikel),
  route('GET', '/artikelen/{id}/customFields', 'artikelen:read', customFieldHandlers.getOfArtikel),
  route('PUT', '/artikelen/{id}/customFields', 'artikelen:write', customFieldHandlers.changeOfArtikel),
  route(
    'GET',
    '/artikelomzetgroepen',
    'artikelen:read',
    listAll(({ administration }) => administration.artikelomzetgroepen),
  ),
  route(
    'GET',
    '/artikelomzetgroepen/{id}',
    'artikelen:read',
    getOne(({ administration }) => administration.artikelomzetgroepen, null),
  ),
  route('GET', '/prijsafspraken', 'relaties:read', priceHandlers.listPrices),
  route('GET', '/actieprijzen', 'settings:read', priceHandlers.listActions),

  route('GET', '/verkooporders', 'orders:read', orderHandlers.listOrders),
  route('POST', '/verkooporders', 'orders:write', orderHandlers.createOrder),
  route('GET', '/verkooporders/{id}', 'orders:read', orderHandlers.getOrder),
  route('PUT', '/verkooporders/{id}', 'orders:write', orderHandlers.changeOrder),
  route('DELETE', '/verkooporders/{id}', 'orders:write', orderHandlers.removeOrder),
  route('PUT', '/verkooporders/{id}/ProcesStatus', 'orders:write', orderHandlers.changeProcesStatus),
  route(
    'GET',
    '/verkoopordersjablonen',
    'orders:read',
    listAll(({ administration }) => administration.verkoopordersjablonen),
  ),
  route(
    'GET',
    '/verkoopordersjablonen/{id}',
    'orders:read',
    getOne(({ administration }) => administration.verkoopordersjablonen, null),
  ),
  route('GET', '/offertes', 'orders:read', offerteHandlers.listOffertes),
  route('POST', '/offertes', 'orders:write', offerteHandlers.createOfferte),
  route('GET', '/offertes/{id}', 'orders:read', offerteHandlers.getOfferte),
  route('PUT', '/offertes/{id}', 'orders:write', offerteHandlers.changeOfferte),
  route('DELETE', '/offertes/{id}', 'orders:write', offerteHandlers.removeOfferte),

  route('POST', '/verkoopboekingen', 'boekhouden:write', bookingHandlers.createBooking),
  route('GET', '/verkoopboekingen/{id}', 'boekhouden:read', bookingHandlers.getBooking),
  route('PUT', '/verkoopboekingen/{id}', 'boekhouden:write', bookingHandlers.changeBooking),
  route('DELETE', '/verkoopboekingen/{id}', 'boekhouden:write', bookingHandlers.removeBooking),
  route('GET', '/verkoopfacturen', 'orders:read', bookingHandlers.listInvoices),
  route('GET', '/verkoopfacturen/{id}', 'orders:read', bookingHandlers.getInvoice),

  route('GET', '/grootboeken', 'boekhouden:read', settingsHandlers.listLedger),
  route('POST', '/grootboeken', 'boekhouden:write', settingsHandlers.createLedger),
  route(
    'GET',
    '/grootboeken/{id}',
    'boekhouden:read',
    getOne(({ administration }) => administration.grootboeken, null),
  ),
  route(
    'GET',
    '/dagboeken',
    'boekhouden:read',
    listAll(({ administration }) => administration.dagboeken),
  ),
  route('GET', '/btwtarieven', 'settings:read', settingsHandlers.listVatTariffs),
  route('GET', '/vatrates', 'settings:read', settingsHandlers.listVatRates),
  route('GET', '/vatrates/{id}', 'settings:read', settingsHandlers.getVatRates),
  route('GET', '/vatratedefinitions', 'settings:read', settingsHandlers.listVatRateDefinitions),
  route(
    'GET',
    '/landen',
    'settings:read',
    listAll(({ administration }) => administration.landen),
  ),
  route(
    'GET',
    '/landen/{id}',
    'settings:read',
    getOne(({ administration }) => administration.landen, null),
  ),
  route(
    'GET',
    '/kostenplaatsen',
    'settings:read',
    listAll(({ administration }) => administration.kostenplaatsen),
  ),
  route('POST', '/kostenplaatsen', 'settings:write', settingsHandlers.createCostCentre),
  route(
    'GET',
    '/kostenplaatsen/{id}',
    'settings:read',
    getOne(({ administration }) => administration.kostenplaatsen, 'KPL-0001'),
  ),
  route('PUT', '/kostenplaatsen/{id}', 'settings:write', settingsHandlers.changeCostCentre),
  route('DELETE', '/kostenplaatsen/{id}', 'settings:write', settingsHandlers.removeCostCentre),
]

type Match = { readonly route: Route; readonly parameters: Readonly<Record<string, string>> }

function matchSegments(pattern: readonly string[], segments: readonly string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null
  const parameters: Record<string, string> = {}
  for (const [index, part] of pattern.entries()) {
    const given = segments[index]!
    if (part.startsWith('{')) parameters[part.slice(1, -1)] = decodeURIComponent(given)
    else if (part.toLowerCase() !== given.toLowerCase()) return null
  }
  return parameters
}

const compiled = routes.map((found) => ({ found, pattern: found.path.split('/').slice(1) }))

/** The operation for a path below `/v2`, whatever the case of its fixed words; null where there is none. */
export function matchRoute(method: string, path: string): Match | null {
  const segments = path.replace(/\/$/, '').split('/').slice(1)
  for (const { found, pattern } of compiled) {
    if (found.method !== method) continue
    const parameters = matchSegments(pattern, segments)
    if (parameters !== null) return { route: found, parameters }
  }
  return null
}
