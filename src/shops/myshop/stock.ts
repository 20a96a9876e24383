// Stock: read from a product list of the shop, written one product a call, because how several are signed is not known
// (reference/myshop.md, 2).
import { Failure, UnexpectedAnswer } from '../../core/failures.ts'
import type { ShopStock, ShopStockLine, StockAnswer, StockChange } from '../shop.ts'
import { failing } from './failing.ts'
import { readProductList } from './product-list.ts'
import type { Asking } from './recipes.ts'

/** A call and a ticket per product: enough for a page of progress, few enough to end soon when called off. */
const batch = 20
const pageSize = 500

export const createStock = (asking: Asking, productList: string): ShopStock => ({
  batch,
  read: (signal) => readStock(asking, productList, signal),
  write: (changes, signal) => writeStock(asking, changes, signal),
})

export async function* readStock(
  asking: Asking,
  list: string,
  signal: AbortSignal,
): AsyncGenerator<readonly ShopStockLine[]> {
  const question = {
    path: 'productlist/get/',
    module: 'productlist_get',
    cursor: list,
    parameters: { productlist: list },
  }
  const bytes = await asking.ask(question, signal)
  let page: ShopStockLine[] = []
  try {
    for await (const line of readProductList(bytes, list)) {
      page.push(line)
      if (page.length < pageSize) continue
      yield page
      page = []
    }
  } catch (error) {
    if (!(error instanceof UnexpectedAnswer)) throw error
    throw failing('myshop.notAList', { list, reason: String(error.context['error'] ?? error.code) })
  }
  if (page.length > 0) yield page
}

async function writeStock(
  asking: Asking,
  changes: readonly StockChange[],
  signal: AbortSignal,
): Promise<readonly StockAnswer[]> {
  const answers: StockAnswer[] = []
  for (const change of changes) answers.push(await writeOne(asking, change, signal))
  return answers
}

async function writeOne(asking: Asking, { key, quantity }: StockChange, signal: AbortSignal): Promise<StockAnswer> {
  const value = String(quantity)
  const parameters = { productid0: key, stock_value0: value, count: '1' }
  const question = { path: 'stock/update_n', module: 'stock_update_n', cursor: `${key}${value}`, parameters }
  try {
    await asking.write(question, signal)
    return { key, ok: true }
  } catch (error) {
    // One answer for a wrong product and a wrong signature; reading went well with the same key just before.
    if (!(error instanceof Failure) || error.code !== 'myshop.signatureRefused') throw error
    return { key, ok: false, reason: { code: 'myshop.stockRefused', data: { product: key } } }
  }
}
