// Reads and writes articles, and asks what an article costs a customer.
import { z } from 'zod'
import type { Article, ArticleFields } from '../../core/administration.ts'
import { Failure } from '../../core/failures.ts'
import type { AccountingConnection, AccountingEnvironment } from '../accounting.ts'
import { beforeWriting, type Client } from './client.ts'
import { parseExact } from './exact-json.ts'
import { fromArtikel } from './from-article.ts'
import { readAll, readPages } from './lists.ts'
import { compareDateTimes, equalsText, fromDateTime } from './odata.ts'
import { toChangedArtikel, toCustomFields, toNewArtikel } from './to-article.ts'
import type { RawRecord } from './to-customer.ts'
import { artikel } from './wire.ts'

type ArticleCalls = Pick<AccountingConnection, 'readArticles' | 'findArticle' | 'createArticle' | 'updateArticle'>

type CustomField = NonNullable<ArticleFields['customField']>

const path = '/artikelen'

export function articleCalls(client: Client, log: AccountingEnvironment['log']): ArticleCalls {
  /** Custom fields have a door of their own (reference A7). The article is there by now, so a failure of this second step is
   *  told and no more: thrown, it would say that nothing was written. */
  const writeCustomField = async (article: Article, field: CustomField, signal: AbortSignal): Promise<Article> => {
    try {
      await client.write('PUT', `${path}/${article.id}/customFields`, toCustomFields(field), z.unknown(), signal)
      return { ...article, customFields: { ...article.customFields, [field.name]: field.value } }
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      log('normal', 'snelstart.customFieldNotWritten', { code: article.code, field: field.name, reason: error.message })
      return article
    }
  }

  return {
    readArticles: async function* (changedSince, signal) {
      const filter = changedSince === null ? null : fromDateTime('ModifiedOn', changedSince)
      for await (const rows of readPages(client, path, artikel, { filter, orderBy: 'Artikelcode' }, signal)) {
        yield rows
          .filter(({ modifiedOn }) => !changedSince || !modifiedOn || compareDateTimes(modifiedOn, changedSince) >= 0)
          .map(fromArtikel)
      }
    },

    findArticle: async (code, signal) => {
      const rows = await readAll(client, path, artikel, equalsText('Artikelcode', code), signal)
      const same = (other: string): boolean => other.trim().toLowerCase() === code.trim().toLowerCase()
      // SnelStart's database may not tell capitals apart (reference A5); the code as it was asked for goes first.
      const found =
        rows.find(({ artikelcode }) => artikelcode === code) ?? rows.find(({ artikelcode }) => same(artikelcode))
      return found === undefined ? null : fromArtikel(found)
    },

    createArticle: async (fields, signal) => {
      const article = fromArtikel(await client.write('POST', path, toNewArtikel(fields), artikel, signal))
      return fields.customField === null ? article : writeCustomField(article, fields.customField, signal)
    },

    updateArticle: async (id, changes, signal) => {
      const address = `${path}/${id}`
      const text = await beforeWriting(client.readText(address, signal))
      const before = parseExact(text) as RawRecord
      const after = toChangedArtikel(before, changes)
      if (JSON.stringify(before) === JSON.stringify(after)) return fromArtikel(artikel.parse(JSON.parse(text)))
      return fromArtikel(await client.write('PUT', address, after, artikel, signal))
    },
  }
}
