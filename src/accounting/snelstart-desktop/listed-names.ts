// What templates and ledger accounts were called when they were last listed, so that one that is gone can still be named.
import type { AdministrationLists } from '../../core/administration.ts'
import type { RemoteId } from '../../core/ids.ts'

export type ListedNames = {
  readonly use: (lists: Partial<Pick<AdministrationLists, 'templates' | 'ledgerAccounts'>>) => void
  /** '?' where it was never listed. */
  readonly template: (id: RemoteId) => string
  /** Number and name. */
  readonly account: (id: RemoteId) => string
}

export function createListedNames(): ListedNames {
  const templateNames = new Map<RemoteId, string>()
  const accountNames = new Map<RemoteId, string>()
  return {
    use: ({ templates = [], ledgerAccounts = [] }) => {
      for (const { id, name } of templates) templateNames.set(id, name)
      for (const { id, number, name } of ledgerAccounts) accountNames.set(id, `${number} ${name}`)
    },
    template: (id) => templateNames.get(id) ?? '?',
    account: (id) => accountNames.get(id) ?? '?',
  }
}
