// The tasks of a profile: which ones its shop allows, and what they are called.
import type { Text } from '../core/text.ts'
import type { ShopCapabilities } from '../shops/shop.ts'
import type { Profile, TaskName } from '../store/store.ts'

export const taskTitles: Readonly<Record<TaskName, Text>> = {
  importOrders: { nl: 'Importeren orders', en: 'Importing orders' },
  exportStock: { nl: 'Importeren orders + exporteren voorraad', en: 'Importing orders + exporting stock' },
  syncArticles: { nl: 'Artikelen synchroniseren', en: 'Synchronising articles' },
}

/** In the order in which people see them. */
export const tasksOf = (
  { stock, articles }: Pick<ShopCapabilities, 'stock' | 'articles'>,
  { product }: Pick<Profile, 'product'>,
): readonly TaskName[] => [
  'importOrders',
  // A sales entry takes nothing off SnelStart's stock (decision 0012).
  ...(stock && product === 'order' ? (['exportStock'] as const) : []),
  ...(articles ? (['syncArticles'] as const) : []),
]
