// The shop's stock: what it has per article or combination, and writing what it may sell (STOCK-1).
import { parseDecimal } from '../../core/money.ts'
import type { ShopStock, ShopStockLine, StockAnswer, StockChange } from '../shop.ts'
import { failing } from './failing.ts'
import { chooseCode, keyOf, readCodes } from './lines.ts'
import type { PrestaShopProblem } from './problems.ts'
import type { Reading } from './reading.ts'
import { plainText } from './text.ts'
import type { Row, Token, WrittenLine } from './wire.ts'

/** One call of the module, which writes through the shop's own core, takes a second or two for this many. */
const batch = 100
const pageSize = 1000

/** `freshReading`: with the shop's settings of now. */
export function stockOf(freshReading: (signal: AbortSignal) => Promise<Reading>): ShopStock {
  return {
    batch,
    read: async function* (signal) {
      const reading = await freshReading(signal)
      yield* readStock(reading, signal)
    },
    write: async (changes, signal) => await writeStock(await freshReading(signal), changes, signal),
  }
}

async function* readStock(reading: Reading, signal: AbortSignal): AsyncGenerator<readonly ShopStockLine[]> {
  let token: Token = null
  for (let more = true; more; ) {
    const page = await reading.source.stock({ token, limit: pageSize }, signal)
    token = page.token
    more = token !== null
    yield page.rows.map((row) => toStockLine(row, reading))
  }
}

function toStockLine(row: Row, { mapping, identity }: Reading): ShopStockLine {
  const key = keyOf(row['id_product'], row['id_product_attribute'])
  return {
    key,
    code: chooseCode(readCodes(row, ''), key, mapping.articleCode) ?? '',
    name: plainText(row['name']),
    quantity: parseDecimal(row['quantity'] ?? ''),
    notManaged: whyNotManaged(row, identity.advancedStock, identity.stockManagement),
  }
}

/** `pack_stock_type` 1 counts the parts, 2 both, 0 the pack itself; 3 is the shop's default, the pack itself unless changed. */
function whyNotManaged(row: Row, advancedStock: boolean, stockManagement: boolean): PrestaShopProblem | null {
  if (!stockManagement) return 'prestashop.stockManagementOff'
  if (row['is_virtual'] === '1') return 'prestashop.stockVirtual'
  if (row['is_pack'] === '1' && row['pack_stock_type'] === '1') return 'prestashop.stockPack'
  return advancedStock && row['depends_on_stock'] === '1' ? 'prestashop.stockAdvanced' : null
}

async function writeStock(
  { source, identity }: Reading,
  changes: readonly StockChange[],
  signal: AbortSignal,
): Promise<readonly StockAnswer[]> {
  if (!identity.stockManagement) throw failing('prestashop.stockManagementOff')
  if (changes.length === 0) return []
  const written = await source.setStock(changes, signal)
  const answers = new Map(written.map((line) => [line.key, line]))
  return changes.map(({ key }) => toAnswer(key, answers.get(key)))
}

const reasons: Readonly<Record<string, PrestaShopProblem>> = {
  unknown: 'prestashop.stockUnknown',
  ambiguous: 'prestashop.stockAmbiguous',
  notManaged: 'prestashop.stockAdvanced',
  invalid: 'prestashop.stockInvalid',
}

function toAnswer(key: string, line: WrittenLine | undefined): StockAnswer {
  if (line?.result === 'ok' || line?.result === 'unchanged') return { key, ok: true }
  const detail = line?.detail ?? line?.result ?? '-'
  return { key, ok: false, reason: { code: reasonOf(line), data: { detail } } }
}

function reasonOf(line: WrittenLine | undefined): PrestaShopProblem {
  // The module says in the detail what keeps it: a virtual product, a pack, or warehouses.
  if (line?.result === 'notManaged' && /virtual/.test(line.detail ?? '')) return 'prestashop.stockVirtual'
  if (line?.result === 'notManaged' && /pack/.test(line.detail ?? '')) return 'prestashop.stockPack'
  if (line?.result === 'invalid' && line.detail === 'combinations') return 'prestashop.stockAmbiguous'
  return reasons[line?.result ?? ''] ?? 'prestashop.stockFailed'
}
