// The shape of the fixtures' expected.json.

type Expansion = readonly { readonly code: string; readonly quantity: number }[]
type StockAt = { readonly stock: number; readonly freeStock: number; readonly webStockCountedOnce: number }

export type ExpectedAnswers = {
  readonly rowsPerTable: Readonly<Record<string, number>>
  readonly customers: { readonly customersWithPositiveCode: number; readonly ofWhichActive: number }
  readonly searches: readonly {
    readonly id: string
    readonly kind: 'email' | 'emailAndPostcode' | 'emailAllFieldsThenPostcodes' | 'vat' | 'coc' | 'name'
    readonly email?: string
    readonly postcode?: string
    readonly postcodes?: readonly string[]
    readonly vat?: string
    readonly coc?: string
    readonly name?: string
    readonly country?: string
    readonly expect: {
      readonly step?: number | null
      readonly beforeNarrowing?: readonly number[]
      readonly codes: readonly number[]
      readonly inactive: readonly number[]
      readonly ambiguous: boolean
    }
  }[]
  readonly articlesByEan: readonly {
    readonly ean: string
    readonly active: readonly string[]
    readonly inactive: readonly string[]
  }[]
  readonly articleCodesThatMustStayApart: readonly string[]
  readonly recipes: readonly {
    readonly article: string
    readonly mode: string
    readonly orderQuantity: number
    readonly expandNever: Expansion
    readonly expandAlways: Expansion
    readonly expandChoiceOrAlways: Expansion
    readonly expandAlwaysNested: Expansion
    readonly expandChoiceOrAlwaysNested: Expansion
  }[]
  readonly stock: {
    readonly levels: { readonly alle: number; readonly factuur: number }
    readonly articles: readonly {
      readonly article: string
      readonly onUnprintedWebOrders: number
      readonly alle: StockAt
      readonly factuur: StockAt
    }[]
  }
  readonly lastTemplate: readonly {
    readonly customer: number
    readonly byLatestOrderOrInvoice: number
    readonly template: string
    readonly templateActive: boolean
  }[]
  readonly orders: {
    readonly unprinted: readonly number[]
    readonly unprintedWeb: readonly number[]
    readonly paymentReferences: Readonly<Record<string, number>>
  }
  readonly templates: readonly unknown[]
  readonly vatOn: Readonly<Record<string, { readonly high: number; readonly low: number }>>
}
