// Reads the small lists of an administration at once: company, templates, revenue groups, ledger, VAT rates, countries.
import { z } from 'zod'
import type { AdministrationLists } from '../../core/administration.ts'
import type { Client } from './client.ts'
import { type CountryList, fromLand, readLanden } from './countries.ts'
import {
  fromBtwtarief,
  fromCompanyInfo,
  fromGrootboek,
  fromOmzetgroep,
  fromSjabloon,
  fromVatRates,
} from './from-lists.ts'
import { readAll } from './lists.ts'
import { artikelomzetgroep, btwtarief, companyInfo, grootboek, vatRates, verkoopordersjabloon } from './wire.ts'

export async function readLists(
  client: Client,
  countryList: CountryList,
  signal: AbortSignal,
): Promise<AdministrationLists> {
  const [info, templates, groups, accounts, rates, foreign, landen] = await Promise.all([
    client.read('/companyInfo', companyInfo, signal),
    client.read('/verkoopordersjablonen', z.array(verkoopordersjabloon), signal),
    client.read('/artikelomzetgroepen', z.array(artikelomzetgroep), signal),
    readAll(client, '/grootboeken', grootboek, null, signal),
    client.read('/btwtarieven', z.array(btwtarief), signal),
    client.read('/vatrates', z.array(vatRates), signal),
    readLanden(client, signal),
  ])
  const countries = landen.flatMap((land) => fromLand(land) ?? [])
  countryList.use(countries)
  const byThreeLetters = new Map(landen.map((land) => [land.landcodeISO?.toUpperCase() ?? '', fromLand(land)?.code]))
  return {
    company: fromCompanyInfo(info),
    templates: templates.map(fromSjabloon),
    revenueGroups: groups.map(fromOmzetgroep),
    ledgerAccounts: accounts.map(fromGrootboek),
    vatRates: rates.flatMap(fromBtwtarief),
    foreignVatRates: foreign.flatMap((rate) => fromVatRates(rate, (letters) => byThreeLetters.get(letters) ?? null)),
    countries,
  }
}
