// The stand-in's articles and their stock, which can be written.

export type FakeProduct = {
  readonly product: number
  readonly combination: number
  readonly name: string
  readonly code: string
  readonly price: string
  readonly rate: string
  readonly changed: string
  quantity: number
  readonly virtual?: true
}

/** A mug, coffee, water in two sizes, a download. */
export const fakeProducts = (): FakeProduct[] => [
  {
    product: 20,
    combination: 0,
    name: 'Koffiebonen 1 kg',
    code: 'KOF-1000',
    price: '15.137615',
    rate: '9.000',
    changed: '2026-03-01 09:00:00',
    quantity: 460,
  },
  {
    product: 22,
    combination: 40,
    name: 'Fles water',
    code: 'WAT-1L',
    price: '0.991736',
    rate: '21.000',
    changed: '2026-03-01 10:00:00',
    quantity: 120,
  },
  {
    product: 22,
    combination: 41,
    name: 'Fles water',
    code: 'WAT-05L',
    price: '0.661157',
    rate: '21.000',
    changed: '2026-03-01 10:00:00',
    quantity: 80,
  },
  {
    product: 35,
    combination: 0,
    name: 'Mok met eigen tekst',
    code: 'MOK-TXT',
    price: '10.702479',
    rate: '21.000',
    changed: '2026-03-02 10:00:00',
    quantity: 12,
  },
  {
    product: 40,
    combination: 0,
    name: 'E-book',
    code: 'EBOOK',
    price: '8.256881',
    rate: '9.000',
    changed: '2026-03-02 11:00:00',
    quantity: 0,
    virtual: true,
  },
]

export const toStockRow = (each: FakeProduct) => ({
  id_product: String(each.product),
  id_product_attribute: String(each.combination),
  reference: each.code,
  product_reference: each.code,
  ean13: '',
  name: each.name,
  quantity: String(each.quantity),
  has_combinations: each.combination === 0 ? '0' : '1',
  depends_on_stock: '0',
  is_virtual: each.virtual === undefined ? '0' : '1',
  pack_stock_type: '3',
  is_pack: '0',
  active: '1',
})

export const toArticleRow = (each: FakeProduct) => ({
  id_product: String(each.product),
  id_product_attribute: String(each.combination),
  reference: each.code,
  product_reference: each.code,
  ean13: '',
  name: each.name,
  attributes: each.combination === 0 ? [] : [{ group: 'Inhoud', name: each.code }],
  price: each.price,
  rate: each.rate,
  active: '1',
  date_upd: each.changed,
})

/** As the module judges a line. */
export function writeQuantity(
  products: readonly FakeProduct[],
  key: string,
  quantity: unknown,
): { result: string; detail: string | null } {
  const [product, combination] = key.split(':').map(Number)
  const own = products.filter((each) => each.product === product)
  const found = own.find((each) => each.combination === combination)
  if (found === undefined)
    return combination === 0 && own.length > 0
      ? { result: 'invalid', detail: 'combinations' }
      : { result: 'unknown', detail: 'product' }
  if (!Number.isInteger(quantity)) return { result: 'invalid', detail: 'quantity' }
  if (found.virtual) return { result: 'notManaged', detail: 'virtual' }
  if (found.quantity === quantity) return { result: 'unchanged', detail: null }
  found.quantity = quantity as number
  return { result: 'ok', detail: null }
}
