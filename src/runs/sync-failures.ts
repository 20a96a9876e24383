// Why articles cannot be synchronised at all.
import type { FailureCatalogue } from '../core/problem.ts'

export const syncFailures = {
  'articles.notSupported': {
    spec: 'ART-3',
    text: {
      nl: 'Deze webshop, of de manier waarop hij is gekoppeld, kan zijn artikelen niet doorgeven.',
      en: 'This shop, or the way it is connected, cannot tell its articles.',
    },
    todo: {
      nl: 'Gebruik ‘Importeren orders’: daarmee worden de artikelen op de orders bijgehouden.',
      en: 'Use ‘Importing orders’: that keeps the articles on the orders up to date.',
    },
  },
} as const satisfies FailureCatalogue
