// The stand-in keeps the same contract as real shops, so that what is proved with it holds for them.
import { describeStockContract } from '../../src/shops/contract/stock.ts'
import { startStockShop, stockShopKind } from './stock-shop.ts'

describeStockContract('The stand-in shop', async () => {
  const shop = await startStockShop({ stock: { 'ART-1': 10, 'ART-2': 20, 'ART-3': 30 } })
  const { stock } = await stockShopKind.connect({ url: shop.url, batch: 4 }, undefined as never)
  if (stock === null) throw new Error('it takes stock')
  return {
    stock,
    codes: ['ART-1', 'ART-2', 'ART-3'],
    quantityOf: async (key) => shop.stock.get(key)?.quantity ?? null,
    stop: shop.stop,
  }
})
