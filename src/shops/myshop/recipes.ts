// Which recipe a question is signed with: the partner's is sure, those of a single shop are tried until the shop takes one, and that
// one is kept in the connection's memory.
import { Failure } from '../../core/failures.ts'
import { type Api, ask, type Question } from './client.ts'
import { failing } from './failing.ts'
import { partnerRecipes, type Recipe, recipePattern, singleRecipes, singleStockRecipes } from './sign.ts'

type Use = 'read' | 'stock'

export type Asking = {
  /** Answers with the bytes, signed as the shop takes it. `tryAll`: also others than the one that is remembered. */
  readonly ask: (question: Question, signal: AbortSignal, tryAll?: boolean) => Promise<Uint8Array>
  readonly write: (question: Question, signal: AbortSignal) => Promise<Uint8Array>
  /** The recipe that the last read was taken with. */
  readonly taken: () => Recipe | null
}

export function createAsking(api: Api): Asking {
  let taken: Recipe | null = null
  const asking = async (use: Use, question: Question, signal: AbortSignal, tryAll: boolean): Promise<Uint8Array> => {
    for (const recipe of await candidates(api, use, tryAll)) {
      const bytes = await ask(api, question, recipe, signal).catch(refusedOrThrow)
      if (bytes === null) continue
      await remember(api, use, recipe)
      if (use === 'read') taken = recipe
      return bytes
    }
    throw failing('myshop.signatureRefused')
  }
  return {
    ask: (question, signal, tryAll = false) => asking('read', question, signal, tryAll),
    write: (question, signal) => asking('stock', question, signal, false),
    taken: () => taken,
  }
}

const refusedOrThrow = (error: unknown): null => {
  if (error instanceof Failure && error.code === 'myshop.signatureRefused') return null
  throw error
}

const memoryNames: Readonly<Record<Use, string>> = { read: 'recipe', stock: 'stockRecipe' }

async function candidates(api: Api, use: Use, tryAll: boolean): Promise<readonly Recipe[]> {
  const { flavour, recipe, ownRecipe } = api.settings
  if (flavour === 'partner') return [partnerRecipes[use]]
  if (recipe === 'own' && !recipePattern.test(ownRecipe)) throw failing('myshop.recipe')
  if (use === 'read' && recipe !== 'auto') return [recipe === 'own' ? ownRecipe : singleRecipes[recipe]]
  const known = await api.environment.memory.get(memoryNames[use])
  const all = use === 'read' ? Object.values(singleRecipes) : stockRecipes(recipe === 'own' ? [ownRecipe] : [])
  if (known === null || !all.includes(known)) return all
  return tryAll ? [known, ...all.filter((each) => each !== known)] : [known]
}

/** With an order of one's own that is tried first: it may well be the same for stock. */
const stockRecipes = (own: readonly Recipe[]): readonly Recipe[] => [
  ...own,
  ...singleStockRecipes.filter((each) => !own.includes(each)),
]

async function remember(api: Api, use: Use, recipe: Recipe): Promise<void> {
  const { memory, log } = api.environment
  if (api.settings.flavour === 'partner' || (await memory.get(memoryNames[use])) === recipe) return
  await memory.set(memoryNames[use], recipe)
  log('extended', 'myshop.recipeFound', { recipe })
}

/** 'H1' where it has a name. */
export function nameOf(recipe: Recipe): string {
  const preset = Object.entries(singleRecipes).find(([, text]) => text === recipe)
  return preset === undefined ? recipe : preset[0].toUpperCase()
}
