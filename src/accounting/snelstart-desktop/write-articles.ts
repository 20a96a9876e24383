// Writes articles through the Gateway, by their code, and asks it what an article costs a customer.
import type { Article } from '../../core/administration.ts'
import { Refused } from '../../core/failures.ts'
import type { RemoteId } from '../../core/ids.ts'
import { type Decimal, equals, parseDecimal } from '../../core/money.ts'
import type { AccountingConnection, AccountingEnvironment } from '../accounting.ts'
import type { Helper } from './gateway/gateway.ts'
import { beforeWriting, callGateway, readBack } from './write-safely.ts'

type ArticleWriting = Pick<AccountingConnection, 'createArticle' | 'updateArticle' | 'readAgreedPrice'>

type Deps = {
  readonly helper: Helper
  readonly find: AccountingConnection['findArticle']
  readonly byId: (id: RemoteId, signal: AbortSignal) => Promise<Article | null>
  /** null: no such customer any more. */
  readonly customerCode: (id: RemoteId, signal: AbortSignal) => Promise<number | null>
  readonly sleep: AccountingEnvironment['sleep']
}

export function articleWriting({ helper, find, byId, customerCode, sleep }: Deps): ArticleWriting {
  return {
    createArticle: async (fields, signal) => {
      const { code, description, salesPrice, customField } = fields
      if ((await beforeWriting(() => find(code, signal), signal)) !== null) throw codeTaken(code)
      const question = {
        ...{ code, description, salesPrice, extraField: customField },
        revenueGroupId: Number(fields.revenueGroupId),
      }
      await callGateway(helper, 'article.create', question, signal)
      return readBack((reading) => find(code, reading), sleep)
    },

    updateArticle: async (id, changes, signal) => {
      const before = await beforeWriting(() => stillThere(byId, id, signal), signal)
      const changed = changesOf(before, changes)
      if (Object.keys(changed).length === 0) return before
      await callGateway(helper, 'article.update', { code: before.code, ...changed }, signal)
      return readBack(
        (reading) => byId(id, reading),
        sleep,
        (now) => !isSame(before, now),
      )
    },

    readAgreedPrice: async ({ articleId, customerId, quantity, date }, signal) => {
      const article = await byId(articleId, signal)
      if (article === null) return null
      const code = customerId === null ? null : await customerCode(customerId, signal)
      const question = { articleCode: article.code, customerCode: code, quantity, date }
      const answer = await orNone(helper.call('article.price', question, signal))
      return parseDecimal(answer?.price)
    },
  }
}

async function stillThere(byId: Deps['byId'], id: RemoteId, signal: AbortSignal): Promise<Article> {
  const article = await byId(id, signal)
  if (article !== null) return article
  const text = 'Het artikel bestaat in SnelStart niet meer.'
  throw new Refused('desktop.articleGone', text, [{ code: '', text }], { id }, 'stale')
}

function codeTaken(code: string): Refused {
  const text = `Artikelcode ${code} is in gebruik.`
  return new Refused('desktop.codeTaken', text, [{ code: 'ART-0005', text }], { code }, 'codeTaken')
}

type Changes = Parameters<AccountingConnection['updateArticle']>[1]

/** A change that changes nothing is not written. */
function changesOf(article: Article, { description, salesPrice }: Changes): Changes {
  return {
    ...(description === undefined || description === article.description ? {} : { description }),
    ...(salesPrice === undefined || isSamePrice(salesPrice, article.salesPrice) ? {} : { salesPrice }),
  }
}

const isSamePrice = (one: Decimal | null, other: Decimal | null): boolean =>
  one === null || other === null ? one === other : equals(one, other)

const isSame = (one: Article, other: Article): boolean =>
  one.description === other.description && isSamePrice(one.salesPrice, other.salesPrice)

/** null where SnelStart refuses the question: then no price is known. */
async function orNone<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}
