// The settings of stock as deciding needs them: template names become the ids that orders carry.
import type { AdministrationLists } from '../../core/administration.ts'
import type { RemoteId } from '../../core/ids.ts'
import type { StockChoices } from '../../core/stock/stock-choices.ts'
import { articleSettings } from '../../settings/articles.ts'
import { salesSettings } from '../../settings/sales.ts'
import type { Profile } from '../../store/store.ts'

/** `together`: the profiles on this administration; without a choice of one's own, their sales templates are web templates. */
export function stockChoicesOf(
  profile: Profile,
  together: readonly Profile[],
  { templates }: Pick<AdministrationLists, 'templates'>,
): StockChoices {
  const { negativeStock, webTemplates, articleCodeField } = articleSettings.parse(profile.settings.articles)
  const { recipes } = salesSettings.parse(profile.settings.sales)
  const usual = together.map(({ settings }) => salesSettings.parse(settings.sales).salesTemplate)
  const wanted = new Set((webTemplates.length > 0 ? webTemplates : usual).map(plain))
  const ids = templates.filter(({ id, name }) => wanted.has(plain(id)) || wanted.has(plain(name))).map(({ id }) => id)
  return { negativeStock, articleCodeField, recipes, webTemplates: new Set<RemoteId>(ids) }
}

const plain = (text: string): string => text.trim().toLowerCase()
