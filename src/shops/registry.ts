// Every shop there is. Adding one is one line here and one folder beside it.
import { mijnwebwinkel } from './mijnwebwinkel/index.ts'
import { myShop } from './myshop/index.ts'
import { openCart } from './opencart/index.ts'
import { prestaShop } from './prestashop/index.ts'
import type { ShopKind } from './shop.ts'
import { shopFactory } from './shopfactory/index.ts'

export const shopKinds: readonly ShopKind[] = [openCart, prestaShop, mijnwebwinkel, myShop, shopFactory]
