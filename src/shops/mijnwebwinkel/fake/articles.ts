// The stand-in's articles, with stock that can be written: plain ones, one with unlimited stock, one with variants.

export type FakeArticle = {
  readonly id: number
  readonly name: string
  readonly sku: string
  /** Excl. VAT. */
  readonly price: string
  readonly rate: '21.00' | '9.00' | '0.00'
  /** null: unlimited. */
  readonly stock: number | null
  /** By name of the chosen option. */
  readonly variants?: readonly {
    readonly id: number
    readonly option: string
    readonly stock: number
    readonly sku?: string
  }[]
}

export const articles: readonly FakeArticle[] = [
  { id: 101, name: 'Koffiemok 350 ml', sku: 'ART-0001', price: '8.264463', rate: '21.00', stock: 40 },
  { id: 102, name: 'Thee Earl Grey 100 g', sku: 'ART-0002', price: '4.541284', rate: '9.00', stock: 12 },
  { id: 103, name: 'Espressomachine Pro', sku: 'ART-0003', price: '412.396694', rate: '21.00', stock: 3 },
  { id: 104, name: 'Workshop latte art', sku: 'ART-0004', price: '45.000000', rate: '21.00', stock: null },
  {
    ...{ id: 105, name: 'Schort', sku: 'ART-0005', price: '15.702479', rate: '21.00', stock: 9 },
    variants: [
      { id: 1051, option: 'Rood', stock: 4, sku: 'ART-0005-R' },
      { id: 1052, option: 'Blauw', stock: 5, sku: 'ART-0005-B' },
      { id: 1053, option: 'Groen', stock: 0 },
    ],
  },
  { id: 106, name: 'Bonenmaler', sku: '', price: '70.000000', rate: '21.00', stock: 2 },
  { id: 107, name: 'Kookboek', sku: 'ART-0007', price: '22.935780', rate: '9.00', stock: 30 },
]

export const articleOf = (sku: string): FakeArticle => {
  const found = articles.find((article) => article.sku === sku)
  if (found === undefined) throw new Error(`the stand-in has no article ${sku}`)
  return found
}

/** As GET /articles sends it. */
export const toWireArticle = (article: FakeArticle): object => ({
  id: article.id,
  uuid: `00000000-0000-4000-a000-${String(article.id).padStart(12, '0')}`,
  name: article.name,
  description: '',
  sku: article.sku,
  taxable: true,
  price: { default: article.price },
  stock: article.stock,
  can_backorder: false,
  created_date: '2024-01-02',
  created_time: '09:11:25',
  updated_date: '2026-01-02',
  updated_time: '11:16:59',
  categories: [],
  lists: [],
  images: [],
  variants: (article.variants ?? []).map(({ id, option, stock, sku }) => ({
    id,
    options: [{ list_id: 7, option_id: id * 10, name: option }],
    stock,
    ...(sku === undefined ? {} : { sku }),
  })),
})
