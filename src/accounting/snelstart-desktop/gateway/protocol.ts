// What S-Connect and the Windows helper (bridges/snelstart-gateway) say to each other: one JSON value a line, asked on the
// helper's standard input, answered on its standard output. The helper's README describes the same for people.
import { z } from 'zod'

export const protocolVersion = 1

/** The first line, unasked. */
export const helloLine = z.object({
  hello: z.literal('s-connect-gateway'),
  protocol: z.number().int(),
  version: z.string(),
  /** 32 or 64: SnelStart's Gateway is a 32-bit library. */
  bits: z.number().int(),
  system: z.string(),
})

/** One line per call. `id` counts up from 1 in each process. End of standard input: the helper ends. */
export type AskedLine<Call extends HelperCall = HelperCall> = {
  readonly id: number
  readonly call: Call
  readonly question: HelperQuestions[Call]
}

/** 'noGateway': the library is not there or not registered. 'member': a call that this version has not. 'refused': said no, surely
 *  nothing saved. 'doubt': failed in or after the call that saves. 'taken': the code exists already. 'gone': the record does not
 *  exist. 'closed': no administration is open. 'login': the database or SnelStart refused the user. 'database': any other word of
 *  the database. 'request': we asked nonsense. */
const helperErrorKinds = [
  'noGateway',
  'member',
  'refused',
  'doubt',
  'taken',
  'gone',
  'closed',
  'login',
  'database',
  'request',
] as const

export const answerLine = z.union([
  z.object({ id: z.number().int(), ok: z.literal(true), result: z.unknown() }),
  z.object({
    id: z.number().int(),
    ok: z.literal(false),
    error: z.object({
      kind: z.enum(helperErrorKinds),
      /** SnelStart's or the system's own words, whole. */
      text: z.string(),
      /** The Gateway's member that was called, or the HRESULT or SQL error number in `code`. */
      member: z.string().nullable(),
      code: z.string().nullable(),
    }),
  }),
])

/** Money and quantities travel as text with a dot; days as 'yyyy-MM-dd'. */
export type HelperAddress = {
  readonly name: string
  readonly contact: string
  readonly street: string
  readonly postcode: string
  readonly city: string
  /** fldLandID; null: none. */
  readonly countryId: number | null
}
/** null and absent: left as it is. */
export type HelperCustomer = {
  readonly name?: string
  readonly establishment?: HelperAddress
  readonly correspondence?: HelperAddress | null
  readonly email?: string
  readonly phone?: string
  readonly mobile?: string
  readonly vatNumber?: string
  /** Digits, or ''. */
  readonly cocNumber?: string
  readonly paymentTermDays?: number | null
  readonly emailInvoice?: boolean
  readonly emailReminder?: boolean
}
/** Which of the Gateway's line calls: A code and quantity; B all; C without description; D without price; text: words alone. */
export type HelperOrderLine =
  | { readonly call: 'A'; readonly articleCode: string; readonly quantity: string }
  | {
      readonly call: 'B'
      readonly articleCode: string
      readonly description: string
      readonly quantity: string
      readonly price: string
      readonly discountPercent: string
    }
  | {
      readonly call: 'C'
      readonly articleCode: string
      readonly quantity: string
      readonly price: string
      readonly discountPercent: string
    }
  | {
      readonly call: 'D'
      readonly articleCode: string
      readonly description: string
      readonly quantity: string
      readonly discountPercent: string
    }
  | { readonly call: 'text'; readonly description: string }
export type HelperOrder = {
  readonly templateId: number
  readonly customerCode: number
  readonly date: string
  readonly description: string
  readonly memo: string
  /** Number of the cost centre; null: none. */
  readonly costCentre: number | null
  readonly paymentReference: string
  /** null: the template's or the card's. */
  readonly paymentTermDays: number | null
  readonly lines: readonly HelperOrderLine[]
  /** Cost types 1 and 2 of the footer; null: left to the template. */
  readonly costA: string | null
  readonly costB: string | null
  readonly invoiceAddress: HelperAddress | null
  readonly deliveryAddress: HelperAddress | null
}
export type HelperEntryLine = {
  readonly account: number
  readonly description: string
  readonly debit: string
  readonly credit: string
  /** BtwID: none 0, low 1, high 2, other 3. */
  readonly vatId: 0 | 1 | 2 | 3
  /** Only on the line of the debtor. */
  readonly customerCode: number | null
  readonly invoiceNumber: string
  readonly costCentre: number | null
}
export type HelperEntry = {
  readonly date: string
  /** Number of the ledger account that is the journal. */
  readonly journal: number
  readonly documentNumber: string
  readonly description: string
  readonly paymentTermDays: number | null
  /** 0 none, 1 OnGelezen. */
  readonly marking: 0 | 1
  readonly lines: readonly HelperEntryLine[]
}
export type HelperOpen = {
  readonly database: 'mdb' | 'sql'
  /** Of the .mdb; '' for SQL. */
  readonly folder: string
  /** '' for an .mdb. */
  readonly server: string
  readonly administration: string
  /** Windows authentication towards the database. */
  readonly windows: boolean
  readonly sqlUser: string
  readonly sqlPassword: string
  readonly user: string
  readonly password: string
}

/** Every call there is: what is asked with it, and what it gives. `writes`: a helper that dies during it leaves doubt. */
export const helperCalls = {
  'gateway.versions': { writes: false, result: z.object({ gateway: z.string(), snelStart: z.string() }) },
  'gateway.open': {
    writes: false,
    result: z.object({ gateway: z.string(), snelStart: z.string(), administration: z.string() }),
  },
  'gateway.close': { writes: false, result: z.object({}) },
  'customer.create': { writes: true, result: z.object({ code: z.number().int() }) },
  'customer.update': { writes: true, result: z.object({ code: z.number().int() }) },
  'article.create': { writes: true, result: z.object({ code: z.string() }) },
  'article.update': { writes: true, result: z.object({ code: z.string() }) },
  'article.price': { writes: false, result: z.object({ price: z.string() }) },
  /** `number`: what closing the order gave; the reader tells whether it is a number or an id. */
  'order.create': { writes: true, result: z.object({ number: z.number().int() }) },
  /** Sets the delivery address of an order that is there already, by fldVerkoopOrderID. */
  'order.deliverTo': { writes: true, result: z.object({ id: z.number().int() }) },
  'entry.create': { writes: true, result: z.object({ id: z.number().int().nullable() }) },
  'sql.databases': { writes: false, result: z.object({ databases: z.array(z.string()) }) },
  'sql.open': { writes: false, result: z.object({ version: z.string(), database: z.string() }) },
  /** [table, column, data type of SQL Server] */
  'sql.schema': {
    writes: false,
    result: z.object({ columns: z.array(z.tuple([z.string(), z.string(), z.string()])) }),
  },
  /** Cells in the order of the columns, converted as database.ts says. */
  'sql.rows': {
    writes: false,
    result: z.object({ rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))) }),
  },
  'sql.fingerprint': { writes: false, result: z.object({ fingerprint: z.string().nullable() }) },
} as const

export type HelperCall = keyof typeof helperCalls
export type HelperResult<Call extends HelperCall> = z.infer<(typeof helperCalls)[Call]['result']>

/** What each call is asked with. */
export type HelperQuestions = {
  readonly 'gateway.versions': Record<string, never>
  readonly 'gateway.open': HelperOpen
  readonly 'gateway.close': Record<string, never>
  readonly 'customer.create': { readonly code: number; readonly fields: HelperCustomer }
  readonly 'customer.update': { readonly code: number; readonly fields: HelperCustomer }
  readonly 'article.create': {
    readonly code: string
    readonly description: string
    readonly revenueGroupId: number
    readonly salesPrice: string | null
    readonly extraField: { readonly name: string; readonly value: string } | null
  }
  readonly 'article.update': {
    readonly code: string
    readonly description?: string
    readonly salesPrice?: string | null
  }
  /** `customerCode` null: for nobody in particular. */
  readonly 'article.price': {
    readonly articleCode: string
    readonly customerCode: number | null
    readonly quantity: string
    readonly date: string
  }
  readonly 'order.create': HelperOrder
  readonly 'order.deliverTo': { readonly id: number; readonly deliveryAddress: HelperAddress }
  readonly 'entry.create': HelperEntry
  readonly 'sql.databases': { readonly server: string; readonly user: string; readonly password: string }
  /** `file` for LocalDB ('' else). `user` '': Windows authentication. */
  readonly 'sql.open': {
    readonly server: string
    readonly database: string
    readonly file: string
    readonly user: string
    readonly password: string
  }
  readonly 'sql.schema': Record<string, never>
  /** One page: rows with `key` above `after` (null: from the beginning), in order of `key`, at most `limit`. `where` as in database.ts. */
  readonly 'sql.rows': {
    readonly table: string
    readonly key: string
    readonly columns: readonly string[]
    readonly where: readonly unknown[]
    readonly after: number | null
    readonly limit: number
  }
  readonly 'sql.fingerprint': { readonly tables: readonly string[] }
}
