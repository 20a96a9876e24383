// What the API gives and takes, as the page uses it: taken from the API's own schemas where they stand in one place. Amounts
// are exact decimals as text, instants UTC, texts in both languages; nothing in it names a shop or an administration.
import type { z } from 'zod'
import type * as files from '../../../src/api/routes/files.ts'
import type * as api from '../../../src/api/schemas.ts'
import type { comparisonSchema } from '../../../src/api/views/comparison.ts'
import type { fieldSchema } from '../../../src/api/views/fields.ts'
import type * as stock from '../../../src/api/views/stock.ts'
import type { SalesOrderDocument } from '../../../src/core/administration.ts'
import type { ShopOrder } from '../../../src/core/order.ts'
import type { PlannedCustomer } from '../../../src/core/plan.ts'
import type { TestLeg } from '../../../src/core/test-leg.ts'
import type { Text } from '../../../src/core/text.ts'

export type { Text } from '../../../src/core/text.ts'

export type Role = 'owner' | 'bookkeeper'

export type Session = {
  /** null: nobody is logged in. */
  readonly user: { readonly id: string; readonly name: string } | null
  readonly role: Role | null
  readonly csrf: string | null
  readonly language: 'nl' | 'en' | null
  /** No password has been set yet: the page opens with the wizard. */
  readonly firstStart: boolean
  readonly version: string
}

export type ApiError = {
  readonly error: string
  readonly text: Text
  readonly todo?: Text | null
  readonly field?: string | null
}

export type Interval = z.infer<typeof api.intervalSchema>
export const intervals: readonly Interval[] = ['off', '5m', '10m', '15m', '30m', '1h', '2h', '4h', '8h', 'daily']

export type TaskPlan = z.infer<typeof api.planSchema>
export type TaskRun = z.infer<typeof api.runSchema>
export type ProfileView = z.infer<typeof api.profileSchema>
export type Progress = ProfileView['status']
export type OrderCounts = z.infer<typeof api.countsSchema>
export type OrderState = keyof OrderCounts
export type OrderRow = z.infer<typeof api.entrySchema>
export type ProblemView = NonNullable<OrderRow['problem']>
export type LogLine = z.infer<typeof api.logEntrySchema>
type Kind = z.infer<typeof api.kindSchema>
export type AccountingChoice = z.infer<typeof api.kindChoiceSchema>
export type Kinds = { readonly shops: readonly Kind[]; readonly accountings: readonly AccountingChoice[] }

export type NewProfile = {
  readonly shop: string
  readonly accounting: string
  /** Left out: sales orders. */
  readonly product?: ProfileView['product']
  readonly description?: string
}

export type GivenFiles = { readonly files: readonly z.infer<typeof files.fileSchema>[] }
export type TriedFile = z.infer<typeof files.triedSchema>

export type StockChange = z.infer<typeof stock.stockChangeSchema>
export type StockProblem = z.infer<typeof stock.stockProblemSchema>
export type StockState = {
  readonly supported: boolean
  /** null: never. */
  readonly comparedAt: string | null
  readonly problems: number
}
export type StockChangePage = {
  readonly changes: readonly (StockChange & { readonly id: number; readonly at: string })[]
  readonly next: number | null
}
export type StockProblems = { readonly problems: readonly StockProblem[]; readonly total: number }
export type StockPlanView = {
  readonly changes: readonly StockChange[]
  readonly total: number
  readonly matched: number
  readonly heldBack: number
  readonly problems: readonly StockProblem[]
  readonly problemsTotal: number
}

export type Headline = {
  readonly kind: 'well' | 'attention' | 'failed' | 'planOff' | 'empty'
  readonly upTo: string | null
  readonly upToNumber: string | null
  /** Orders that need a person. */
  readonly attention: number
  /** Orders that wait for a run. */
  readonly waiting: number
  readonly lastRun: string | null
}

export type Overview = {
  readonly headline: Headline
  readonly profiles: readonly ProfileView[]
  /** 'lost': the secrets cannot be read; a recovery code or a new key is needed. */
  readonly key: 'well' | 'lost'
}

/** `key` is 'part.name', or a bare name where there are no parts. */
export type SettingField = z.infer<typeof fieldSchema>

export type SettingsTab = {
  readonly key: string
  readonly title: Text
  /** What cannot be done on the machine of the service. */
  readonly notice: Text | null
  readonly fields: readonly SettingField[]
}
export type Settings = { readonly tabs: readonly SettingsTab[]; readonly missing: readonly string[] }
export type SettingValues = Readonly<Record<string, unknown>>
export type FieldProblem = { readonly key: string; readonly text: Text }
export type SaveAnswer = {
  /** Nothing is saved while there is a problem. */
  readonly saved: readonly string[]
  readonly problems: readonly FieldProblem[]
  readonly missing: readonly string[]
  /** Made with the first secret: to be shown once. */
  readonly recoveryCode: string | null
}

export type SettingsChange = {
  readonly at: string
  readonly by: string
  readonly changes: readonly {
    readonly key: string
    readonly label: Text
    readonly from: string | null
    readonly to: string | null
  }[]
}

/** `value` is what the setting holds; `detail` tells two of the same name apart. */
export type ListOption = { readonly value: string; readonly label: string; readonly detail: string }
export type Lists = {
  readonly lists: Readonly<Record<string, readonly ListOption[]>>
  /** Name of the administration that was found; null: not read yet. */
  readonly administration: string | null
  readonly refreshedAt: string | null
}

/** `note`: why there is nothing, or not all. */
export type Offer = { readonly options: readonly string[]; readonly note: Text | null }

export type Leg = TestLeg & { readonly of: 'accounting' | 'shop' }
export type TestAnswer = { readonly ok: boolean; readonly legs: readonly Leg[] }

export type OrderPage = {
  readonly entries: readonly OrderRow[]
  readonly next: string | null
  readonly counts: OrderCounts
}

type ToldOrder = z.infer<typeof api.orderSchema>
export type CompareRow = ToldOrder['rows'][number]
export type CompareSide = NonNullable<CompareRow['shop']>
/** The program's own shapes are told as they are. */
export type OrderView = Omit<ToldOrder, 'shop' | 'document' | 'customer'> & {
  readonly shop: ShopOrder | null
  readonly document: (SalesOrderDocument & { readonly totalIncl: string }) | null
  readonly customer: Omit<ToldOrder['customer'], 'planned'> & { readonly planned: PlannedCustomer | null }
}
export type BooksComparison = z.infer<typeof comparisonSchema>

export type EffectView = {
  readonly step: string
  readonly state: 'intended' | 'done' | 'unknown' | 'absent'
  readonly remoteId: string | null
  readonly intendedAt: string
  readonly settledAt: string | null
}
export type LinkedOrder = { readonly id: string; readonly number: string; readonly state: OrderState }
export type OrderDetail = OrderView & {
  readonly effects: readonly EffectView[]
  readonly log: readonly LogLine[]
  readonly credits: { readonly of: LinkedOrder | null; readonly by: readonly LinkedOrder[] }
}

export type LogPage = { readonly entries: readonly LogLine[]; readonly next: number | null }

export type ChartDay = {
  readonly day: string
  readonly made: number
  readonly skipped: number
  readonly problem: number
  readonly waiting: number
  readonly amount: string
}

export type UserView = { readonly id: string; readonly name: string; readonly role: Role; readonly createdAt: string }

export type Alerts = { readonly fields: readonly SettingField[] }

export type Licence = {
  readonly licence: {
    readonly holder: string
    readonly profiles: number
    readonly kinds: readonly string[]
    readonly until: string
  } | null
  /** Why the licence that was loaded does not count. */
  readonly problem: { readonly text: Text; readonly todo: Text } | null
  /** Profiles that the licence does not cover; their plans are paused. */
  readonly surplus: readonly string[]
}

export type Autostart = {
  readonly state: 'on' | 'off' | 'switchedOff'
  readonly startsAt: 'boot' | 'login' | null
  readonly where: string | null
}

export type Network = {
  readonly open: boolean
  readonly hosts: readonly string[]
  /** What opening it means. */
  readonly warning: Text
  readonly address: string
}
