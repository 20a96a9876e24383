// The table of cases of STOCK-2, as data that a shopkeeper can read: what SnelStart and our inbox hold, and the web stock of
// article A that follows. Article R is a recipe of two A; A and R are stock-controlled, N is not.
import type { OpenOrder, StockCountLevel } from '../administration.ts'
import type { StatusMeaning } from '../order.ts'

/** An order in SnelStart. `template` 'web' is a web template, 'shop' is that of the counter. */
type OpenCase = {
  readonly number: string
  readonly lines: Readonly<Record<string, string>>
  readonly reference?: string
  readonly template?: 'web' | 'shop'
  readonly printed?: true
  /** Which document was made of it. */
  readonly reached?: StockCountLevel
  /** We made it. */
  readonly ours?: true
}

/** An order in an inbox that is not surely in SnelStart. `lines` null: not understood. */
type WaitingCase = {
  readonly number: string
  readonly lines: Readonly<Record<string, string>> | null
  readonly status?: StatusMeaning
}

export type StockCase = {
  readonly title: string
  readonly free: string
  readonly open?: readonly OpenCase[]
  readonly waiting?: readonly WaitingCase[]
  readonly countLevel?: StockCountLevel
  readonly negativeStock?: 'zero' | 'asIs'
  readonly expandsRecipes?: true
  /** Web stock of A. */
  readonly gives: number
  /** Order numbers that explain it: in SnelStart, and waiting. */
  readonly because?: { readonly open?: readonly string[]; readonly waiting?: readonly string[] }
  readonly notUnderstood?: readonly OpenOrder['number'][]
}

export const stockCases: readonly StockCase[] = [
  { title: 'without orders it is the free stock', free: '12', gives: 12 },
  {
    title: 'a web order without print takes its quantity',
    free: '12',
    open: [{ number: '80', lines: { A: '3' } }],
    gives: 9,
    because: { open: ['80'] },
  },
  {
    title: 'several lines and several orders add up',
    free: '12',
    open: [
      { number: '80', lines: { A: '3', B: '5' } },
      { number: '81', lines: { A: '1' } },
    ],
    gives: 8,
    because: { open: ['80', '81'] },
  },
  {
    title: 'an order that was printed is in the free stock already',
    free: '9',
    open: [{ number: '80', lines: { A: '3' }, printed: true }],
    gives: 9,
  },
  {
    title: 'an order of the counter, parked without print, takes nothing',
    free: '12',
    open: [{ number: '80', lines: { A: '3' }, template: 'shop' }],
    gives: 12,
  },
  {
    title: 'an order that we made counts on whatever template',
    free: '12',
    open: [{ number: '80', lines: { A: '3' }, template: 'shop', ours: true }],
    gives: 9,
    because: { open: ['80'] },
  },
  {
    title: 'an order that waits in our inbox counts',
    free: '12',
    waiting: [{ number: '501', lines: { A: '2' } }],
    gives: 10,
    because: { waiting: ['501'] },
  },
  {
    title: 'orders of several shops on one administration all count',
    free: '12',
    waiting: [
      { number: '501', lines: { A: '2' } },
      { number: 'W-7', lines: { A: '4' } },
    ],
    gives: 6,
    because: { waiting: ['501', 'W-7'] },
  },
  {
    title: 'an order in doubt that is in SnelStart counts once',
    free: '12',
    open: [{ number: '80', lines: { A: '2' }, reference: '501' }],
    waiting: [{ number: '501', lines: { A: '2' } }],
    gives: 10,
    because: { open: ['80'] },
  },
  {
    title: 'an order in doubt that is in SnelStart and was printed is in the free stock already',
    free: '10',
    open: [{ number: '80', lines: { A: '2' }, reference: '501', printed: true }],
    waiting: [{ number: '501', lines: { A: '2' } }],
    gives: 10,
  },
  {
    title: 'an order in doubt that is not in SnelStart counts as waiting',
    free: '12',
    open: [{ number: '80', lines: { A: '1' }, reference: '500' }],
    waiting: [{ number: '501', lines: { A: '2' } }],
    gives: 9,
    because: { open: ['80'], waiting: ['501'] },
  },
  {
    title: 'an order that was cancelled in the shop before it was made takes nothing',
    free: '12',
    waiting: [{ number: '501', lines: { A: '2' }, status: 'cancelled' }],
    gives: 12,
  },
  {
    title: 'a line with a code that SnelStart does not know takes nothing',
    free: '12',
    waiting: [{ number: '501', lines: { ONBEKEND: '2', A: '1' } }],
    gives: 11,
    because: { waiting: ['501'] },
  },
  {
    title: 'count level Alle: orders without print are off the free stock already, those that wait are not',
    free: '9',
    countLevel: 'all',
    open: [{ number: '80', lines: { A: '3' } }],
    waiting: [{ number: '501', lines: { A: '2' } }],
    gives: 7,
    because: { waiting: ['501'] },
  },
  {
    title: 'any other count level: orders without print are not off the free stock',
    free: '12',
    countLevel: 'confirmation',
    open: [{ number: '80', lines: { A: '3' } }],
    gives: 9,
    because: { open: ['80'] },
  },
  {
    title: 'confirmed but not on a packing slip, where stock goes down with the packing slip: still to be taken off',
    free: '12',
    countLevel: 'packingSlip',
    open: [{ number: '80', lines: { A: '3' }, printed: true, reached: 'confirmation' }],
    gives: 9,
    because: { open: ['80'] },
  },
  {
    title: 'on a packing slip, where stock goes down with the packing slip: off the free stock already',
    free: '9',
    countLevel: 'packingSlip',
    open: [{ number: '80', lines: { A: '3' }, printed: true, reached: 'packingSlip' }],
    gives: 9,
  },
  {
    title: 'a recipe on an order without print takes what stands on its lines',
    free: '12',
    open: [{ number: '80', lines: { R: '1', A: '2' } }],
    gives: 10,
    because: { open: ['80'] },
  },
  {
    title: 'a recipe that waits takes its components where they will be lines of their own',
    free: '12',
    expandsRecipes: true,
    waiting: [{ number: '501', lines: { R: '3' } }],
    gives: 6,
    because: { waiting: ['501'] },
  },
  {
    title: 'a recipe that waits takes no components where they will be no lines',
    free: '12',
    waiting: [{ number: '501', lines: { R: '3' } }],
    gives: 12,
  },
  {
    title: 'a component sold by itself as well adds up within one order',
    free: '12',
    expandsRecipes: true,
    waiting: [{ number: '501', lines: { R: '1', A: '1' } }],
    gives: 9,
    because: { waiting: ['501'] },
  },
  {
    title: 'below zero gives 0',
    free: '2',
    open: [{ number: '80', lines: { A: '5' } }],
    gives: 0,
    because: { open: ['80'] },
  },
  {
    title: 'below zero stays as it is where that is the setting',
    free: '2',
    negativeStock: 'asIs',
    open: [{ number: '80', lines: { A: '5' } }],
    gives: -3,
    because: { open: ['80'] },
  },
  { title: 'free stock below zero by itself gives 0', free: '-4', gives: 0 },
  { title: 'a part of an article cannot be sold', free: '2.75', gives: 2 },
  { title: 'a part below zero goes down', free: '-0.5', negativeStock: 'asIs', gives: -1 },
  {
    title: 'a credit order without print gives nothing back yet: the goods may still be on their way',
    free: '12',
    open: [
      { number: '80', lines: { A: '3' } },
      { number: '81', lines: { A: '-2' } },
    ],
    gives: 9,
    because: { open: ['80'] },
  },
  {
    title: 'a credit order that waits gives nothing back either',
    free: '9',
    waiting: [{ number: '1001-C', lines: { A: '-3' } }],
    gives: 9,
  },
  {
    title: 'an order that could not be understood is named, because what it takes is not known',
    free: '12',
    waiting: [
      { number: '501', lines: { A: '2' } },
      { number: '502', lines: null },
    ],
    gives: 10,
    because: { waiting: ['501'] },
    notUnderstood: ['502'],
  },
]
