// Every shop there is. Adding one is one line here and one folder beside it.
import { openCart } from './opencart/index.ts'
import type { ShopKind } from './shop.ts'

export const shopKinds: readonly ShopKind[] = [openCart]
