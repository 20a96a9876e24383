// What a question is signed with: the parts of a recipe put behind each other, as lower-case hex SHA-1 (reference/myshop.md, 2).
import { createHash } from 'node:crypto'

type Name = 'shop' | 'cursor' | 'key' | 'partner' | 'module' | 'rpcId'

/** `cursor`: what the question is about (the moment, the order, the list; for stock the product and its number). */
export type Signed = Readonly<Record<Name, string>>

/** Names of parts and fixed text in single quotes, with spaces between: "shop cursor key 'orders_get' rpcId". */
export type Recipe = string

/** Sure: the vendor's own client for partners. Its recipe for stock has the product behind the module. */
export const partnerRecipes: { readonly read: Recipe; readonly stock: Recipe } = {
  read: 'shop cursor key partner module rpcId',
  stock: 'shop key partner module cursor rpcId',
}

/** Guesses for the single shop, likeliest first. */
export const singleRecipes = {
  h1: 'shop cursor key rpcId',
  h2: 'shop key rpcId',
  h3: 'shop cursor key module rpcId',
} as const

/** Guesses too: the partner's recipe for stock without what a single shop has not; then those of reading. */
export const singleStockRecipes: readonly Recipe[] = ['shop key cursor rpcId', singleRecipes.h1, singleRecipes.h2]

const partPattern = /'[^']*'|[^\s']+/g

export const recipePattern = /^(?:(?:shop|cursor|key|partner|module|rpcId|'[^']*')(?:\s+|$))+$/

/** The value of `pk`. `recipe` as `recipePattern` accepts it. */
export function sign(recipe: Recipe, values: Signed): string {
  const parts = recipe.match(partPattern) ?? []
  const text = parts.map((part) => (part.startsWith("'") ? part.slice(1, -1) : values[part as Name]))
  return createHash('sha1').update(text.join('')).digest('hex')
}
