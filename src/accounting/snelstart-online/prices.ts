// What an article costs a customer, price agreements included (SALE-5 'code and quantity only').
import { z } from 'zod'
import { Refused } from '../../core/failures.ts'
import { compare, type Decimal, decimal } from '../../core/money.ts'
import type { AccountingConnection } from '../accounting.ts'
import type { Client } from './client.ts'
import { fromNumber } from './from-article.ts'
import { allOf, equalsDateTime, equalsId, equalsNumber, withQuery } from './odata.ts'
import { artikel, prijsafspraak } from './wire.ts'

type Ask = Parameters<AccountingConnection['readAgreedPrice']>[0]

/** SnelStart's description names `prijsafspraken` as the price that applies; the article itself is only asked where that
 *  gives none, because its description has no property for an agreement (reference A7, A9). */
export const readAgreedPrice =
  (client: Client): AccountingConnection['readAgreedPrice'] =>
  async (ask, signal) =>
    (await readAgreement(client, ask, signal)) ?? (await readOwnPrice(client, ask, signal))

async function readAgreement(client: Client, ask: Ask, signal: AbortSignal): Promise<Decimal | null> {
  if (ask.customerId === null) return null
  const filter = allOf(
    equalsId('Artikel/Id', ask.articleId),
    equalsId('Relatie/Id', ask.customerId),
    equalsNumber('Aantal', ask.quantity),
    equalsDateTime('Datum', `${ask.date}T00:00:00`),
  )
  const rows = await orNone(client.read(withQuery('/prijsafspraken', { filter }), z.array(prijsafspraak), signal))
  const own = (rows ?? []).filter(
    (row) => row.artikel?.id === ask.articleId && (row.relatie == null || row.relatie.id === ask.customerId),
  )
  return fromNumber(own.find(({ verkoopprijs }) => verkoopprijs != null)?.verkoopprijs)
}

async function readOwnPrice(client: Client, { articleId }: Ask, signal: AbortSignal): Promise<Decimal | null> {
  const found = await orNone(client.read(`/artikelen/${articleId}`, artikel, signal))
  const price = fromNumber(found?.verkoopprijs)
  return price !== null && compare(price, decimal(0)) >= 0 ? price : null
}

/** null where SnelStart refuses the question or has no such record: then no price is known. */
async function orNone<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}
