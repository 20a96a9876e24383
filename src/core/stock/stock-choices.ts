// What the shopkeeper chose about stock; the settings are checked against this by the compiler.
import type { SalesChoices } from '../choices.ts'
import type { RemoteId } from '../ids.ts'

export type StockChoices = {
  /** What the shop is told where SnelStart comes out below zero. */
  readonly negativeStock: 'zero' | 'asIs'
  /** '' = the article code itself; else the name of the custom field that holds the shop's code (ART-1). */
  readonly articleCodeField: string
  /** Orders without print on one of these templates are web orders, whoever made them. */
  /** SALE-6: whether an order that we are to write gets the components of a recipe as lines of their own. */
  readonly recipes: SalesChoices['recipes']
  readonly webTemplates: ReadonlySet<RemoteId>
}
