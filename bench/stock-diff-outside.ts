// SnelStart and the shop for stock-diff.ts: the simulator, with its list of articles answered from rows that stand ready, because
// sorting a hundred thousand articles for each page is not what is asked here; and the shop that takes stock.
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startSimulator } from '../src/accounting/snelstart-online/fake.ts'
import { type StockShop, startStockShop } from '../test/support/stock-shop.ts'

type Row = Record<string, unknown>

export type StockOutside = {
  readonly apiUrl: string
  readonly tokenUrl: string
  readonly clientKey: string
  readonly subscriptionKey: string
  readonly shop: StockShop
  /** Goods come in for every `nth` article. Gives for how many. */
  readonly change: (nth: number) => number
  readonly stop: () => Promise<void>
}

export async function startStockOutside(articles: number): Promise<StockOutside> {
  const simulator = await startSimulator()
  const rows = Array.from({ length: articles }, (_, index) => rowOf(index))
  const stock = Object.fromEntries(rows.map((row) => [String(row['artikelcode']), Number(row['vrijeVoorraad'])]))
  const shop = await startStockShop({ stock })
  let changed: Row[] = []
  const server = createServer(async (request, response) => {
    const address = new URL(request.url ?? '/', 'http://outside')
    if (address.pathname !== '/v2/artikelen')
      return passOn(simulator.apiUrl, request.url ?? '', request.headers, response)
    const all = address.searchParams.get('$filter')?.includes('ModifiedOn') ? changed : rows
    const skip = Number(address.searchParams.get('$skip') ?? 0)
    const page = all.slice(skip, skip + Number(address.searchParams.get('$top') ?? 500))
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(page))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2`,
    tokenUrl: simulator.tokenUrl,
    clientKey: simulator.clientKey,
    subscriptionKey: simulator.subscriptionKeys.primary,
    shop,
    change: (nth) => {
      changed = rows.filter((_, index) => index % nth === 0)
      for (const row of changed) row['vrijeVoorraad'] = Number(row['vrijeVoorraad']) + 7
      return changed.length
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await shop.stop()
      await simulator.stop()
    },
  }
}

/** As SnelStart gives an article, with what an article usually has. */
const rowOf = (index: number): Row => ({
  id: `${String(index).padStart(8, '0')}-0000-4000-8000-000000000000`,
  uri: `/artikelen/${String(index).padStart(8, '0')}-0000-4000-8000-000000000000`,
  artikelcode: `ART-${String(index).padStart(6, '0')}`,
  omschrijving: `Artikel ${index} met een omschrijving zoals een webshop hem heeft`,
  artikelOmzetgroep: { id: '1c5f6d2e-0000-4000-8000-000000000001', uri: '/artikelomzetgroepen/1' },
  verkoopprijs: 12.35,
  inkoopprijs: 7.1,
  eenheid: 'stuk',
  modifiedOn: '2026-11-01T10:00:00',
  relatie: null,
  isNonActief: false,
  voorraadControle: true,
  technischeVoorraad: index % 90,
  vrijeVoorraad: index % 90,
  extraVelden: [],
  isHoofdartikel: false,
  subartikelen: [],
})

async function passOn(
  apiUrl: string,
  path: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  response: ServerResponse,
): Promise<void> {
  const { authorization, 'ocp-apim-subscription-key': key } = headers
  const answer = await fetch(`${apiUrl}${path.replace(/^\/v2/, '')}`, {
    headers: { authorization: String(authorization), 'ocp-apim-subscription-key': String(key) },
  })
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
}
