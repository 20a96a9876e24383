// The points between two instructions that matter (design 3): before and after each commit and each call. The crash test
// kills the process at every one of them, for every kind of step, and lets it go on.

export const pointNames = [
  'lease.taken',
  'settle.begin',
  'settle.lookedUp',
  'settle.end',
  'mirror.pageStored',
  'mirror.finished',
  'read.pageRead',
  'read.pageStored',
  'decide.done',
  'customer.beforeIntend',
  'customer.intended',
  'customer.answered',
  'customer.settled',
  'customerUpdate.intended',
  'customerUpdate.answered',
  'customerUpdate.settled',
  'article.beforeIntend',
  'article.intended',
  'article.answered',
  'article.settled',
  'articleUpdate.intended',
  'articleUpdate.answered',
  'articleUpdate.settled',
  'salesOrder.beforeIntend',
  'salesOrder.intended',
  'salesOrder.answered',
  'salesOrder.settled',
  'run.end',
] as const

/** Those of writing a sales entry, in the place of a sales order. */
export const entryPointNames = [
  'salesEntry.beforeIntend',
  'salesEntry.intended',
  'salesEntry.answered',
  'salesEntry.settled',
] as const

/** Those of what follows from an order that the shop changed after it was made. */
export const creditPointNames = ['credit.derived', 'credit.seen'] as const

/** Those of exporting stock, which comes after an import. */
export const stockPointNames = [
  'stock.begin',
  'stock.pageSeen',
  'stock.wholeRead',
  'stock.decided',
  'stock.intended',
  'stock.answered',
  'stock.settled',
  'stock.end',
] as const

export type Point =
  | (typeof pointNames)[number]
  | (typeof entryPointNames)[number]
  | (typeof creditPointNames)[number]
  | (typeof stockPointNames)[number]
