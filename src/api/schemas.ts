// Shapes that several resources share, in requests and answers.
import { z } from 'zod'
import type { Instant } from '../core/ids.ts'
import { products, taskNames } from '../store/store.ts'

export const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly()
export const textSchema = z.object({ nl: z.string(), en: z.string() }).meta({ id: 'Text' })
export const profileParams = z.object({ id: z.string().max(50) })
/** A moment as a request gives it, with any offset; kept as UTC. */
export const givenInstant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString() as Instant)
export const doneSchema = z.object({ done: z.literal(true) })
export const done = { done: true } as const

export const countsSchema = z
  .object({
    waiting: z.number(),
    writing: z.number(),
    done: z.number(),
    skipped: z.number(),
    problem: z.number(),
    unknown: z.number(),
    dismissed: z.number(),
  })
  .meta({ id: 'Counts' })

export const kindSchema = z.object({ kind: z.string(), title: textSchema }).meta({ id: 'Kind' })
/** `help`: by what one knows it; `obstacle`: what cannot be done with it on this machine. */
export const kindChoiceSchema = kindSchema
  .extend({ help: textSchema.nullable(), obstacle: textSchema.nullable() })
  .meta({ id: 'KindChoice' })

const problemSchema = z
  .object({
    code: z.string(),
    text: textSchema,
    todo: textSchema,
    setting: z.string().nullable(),
    level: z.enum(['problem', 'warning']),
  })
  .meta({ id: 'Problem' })

export const taskSchema = z.enum(taskNames)
export const intervalSchema = z.enum(['off', '5m', '10m', '15m', '30m', '1h', '2h', '4h', '8h', 'daily'])

export const planSchema = z
  .object({
    task: taskSchema,
    interval: intervalSchema,
    nextAt: z.string().nullable(),
    paused: z.boolean(),
  })
  .meta({ id: 'Plan' })

export const runSchema = z
  .object({
    id: z.number(),
    task: taskSchema,
    startedAt: z.string(),
    endedAt: z.string().nullable(),
    by: z.enum(['plan', 'person', 'cli']),
    outcome: z.enum(['running', 'well', 'attention', 'failed', 'stopped']),
    counts: z.object({
      read: z.number(),
      done: z.number(),
      skipped: z.number(),
      problem: z.number(),
      unknown: z.number(),
      newCustomers: z.number(),
      stockWritten: z.number().optional(),
      articlesWritten: z.number().optional(),
    }),
    failure: z.object({ code: z.string(), text: textSchema, todo: textSchema }).nullable(),
  })
  .meta({ id: 'Run' })

const statusSchema = z
  .object({
    state: z.enum(['idle', 'running']),
    phase: z.enum(['settle', 'mirror', 'read', 'write', 'stock']).nullable(),
    done: z.number(),
    total: z.number().nullable(),
    startedAt: z.string().nullable(),
    perMinute: z.number().nullable(),
    secondsLeft: z.number().nullable(),
    limiterWaitingUntil: z.string().nullable(),
  })
  .meta({ id: 'Status' })

export const entrySchema = z
  .object({
    id: z.string(),
    number: z.string(),
    customer: z.string(),
    amount: z.object({ value: z.string(), currency: z.string() }),
    state: z.enum(['waiting', 'writing', 'done', 'skipped', 'problem', 'unknown', 'dismissed']),
    placedAt: z.string().nullable(),
    problem: problemSchema.nullable(),
    warnings: list(problemSchema),
    remoteNumber: z.string().nullable(),
    remoteId: z.string().nullable(),
    dismissedBecause: z.string().nullable(),
    changedSince: z.boolean(),
    receivedAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Entry' })

export const logEntrySchema = z
  .object({
    id: z.number(),
    at: z.string(),
    profile: z.string(),
    level: z.enum(['normal', 'extended']),
    order: z.string().nullable(),
    code: z.string(),
    text: textSchema,
  })
  .meta({ id: 'LogEntry' })

const stepSchema = z
  .object({ key: z.string(), spec: z.string(), text: textSchema, decided: z.boolean() })
  .meta({ id: 'Step' })

const rowSideSchema = z
  .object({
    code: z.string(),
    description: z.string(),
    quantity: z.string(),
    unitPrice: z.string(),
    amount: z.string(),
    vatPercent: z.string().nullable(),
  })
  .meta({ id: 'RowSide' })

/** 'Kies klant'. */
export const chosenCustomerSchema = z
  .object({ code: z.string(), name: z.string(), by: z.string(), at: z.string() })
  .meta({ id: 'ChosenCustomer' })

/** An order with both sides; `shop` and `document` are the program's own shapes, told as they are. */
const salesEntrySchema = z
  .object({
    invoiceNumber: z.string(),
    date: z.string(),
    description: z.string(),
    documentNumber: z.string(),
    lines: list(
      z.object({
        account: z.string(),
        accountName: z.string(),
        description: z.string(),
        amountExcl: z.string(),
        vatKind: z.enum(['none', 'low', 'high', 'other']),
      }),
    ),
    vat: list(z.object({ kind: z.enum(['low', 'high', 'other', 'reversed']), amount: z.string() })),
    totalIncl: z.string(),
    differs: z.boolean(),
  })
  .meta({ id: 'SalesEntry' })

export const orderSchema = z
  .object({
    entry: entrySchema,
    shop: z.unknown(),
    document: z.unknown(),
    /** In the place of a document, where the profile books sales entries. */
    salesEntry: salesEntrySchema.nullable(),
    priceEntry: z.enum(['incl', 'excl']).nullable(),
    rows: list(
      z.object({
        kind: z.enum(['line', 'option', 'component', 'charge', 'difference']),
        shop: rowSideSchema.nullable(),
        snelstart: rowSideSchema.nullable(),
        differs: z.boolean(),
      }),
    ),
    totals: z.object({ shop: z.string(), snelstart: z.string().nullable(), differs: z.boolean() }).nullable(),
    outcome: z.object({
      kind: z.enum(['plan', 'problem', 'skip', 'undecided', 'unreadable']),
      problem: problemSchema.nullable(),
    }),
    customer: z.object({
      planned: z.unknown(),
      /** null: recognised by S-Connect. */
      chosen: chosenCustomerSchema.nullable(),
      how: list(stepSchema),
      nearMisses: list(z.object({ code: z.string(), name: z.string(), why: textSchema })),
    }),
    steps: list(stepSchema),
    planWarnings: list(problemSchema),
  })
  .meta({ id: 'Order' })

export const profileSchema = z
  .object({
    id: z.string(),
    description: z.string(),
    shop: kindSchema,
    accounting: kindSchema,
    product: z.enum(products),
    createdAt: z.string(),
    missing: list(z.string()),
    /** The shop is read from files that people give. */
    files: z.boolean(),
    /** What is installed in the shop first: below /api/bridges. */
    download: z.object({ file: z.string(), title: textSchema }).nullable(),
    counts: countsSchema,
    tasks: list(planSchema.extend({ last: runSchema.nullable(), successAt: z.string().nullable() })),
    status: statusSchema,
    upTo: z.object({ placedAt: z.string(), number: z.string() }).nullable(),
  })
  .meta({ id: 'Profile' })

export const errorSchema = z
  .object({ error: z.string(), text: textSchema, todo: textSchema.optional(), field: z.string().optional() })
  .meta({ id: 'Error' })
