// Tables become cards on a phone by other values of `display`, by which some browsers forget that they are tables. Said outright,
// they stay that for a screen reader.
export const tableRole = { role: 'table' } as const
export const rowRole = { role: 'row' } as const
export const cellRole = { role: 'cell' } as const
export const headRole = { role: 'rowheader' } as const
