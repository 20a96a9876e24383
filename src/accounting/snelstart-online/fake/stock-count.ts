// What sales orders take from stock. Which document on an order takes stock is `verkooporderVoorraadVanafNiveau`; its numbers are
// those of the desktop database (reference/snelstart.md A7, B3). That `vrijeVoorraad` online follows the same rule, so that it
// includes orders without print at level 'Alle' and at no other, is an assumption: nobody has published it.
import { type Collection, createCollection, type Indexes } from './collection.ts'
import type { Artikel, Verkooporder } from './shapes/sales.ts'

const levels: Readonly<Record<string, number>> = {
  Alle: 10,
  Offerte: 20,
  BackOrder: 25,
  Bevestiging: 30,
  Werkbon: 40,
  PakbonEnAfhaalbon: 50,
  FactuurEnContantbon: 60,
}
/** Not told: stock goes down with a packing slip or an invoice, as the program does out of the box. */
const usualLevel = 50

const reached: Readonly<Record<string, number>> = {
  Order: 10,
  Offerte: 20,
  Bevestiging: 30,
  Werkbon: 40,
  Pakbon: 50,
  Afhaalbon: 50,
  Contantbon: 60,
  Factuur: 60,
}

export type CountedOrders = {
  readonly orders: Collection<Verkooporder>
  /** The article with what orders have taken: a seed's stock is that without any order. */
  readonly afterOrders: (artikel: Artikel, level: string | null) => Artikel
}

/** The orders of an administration, kept count of per article as they come, change and go. */
export function createOrders(indexes: Indexes<Verkooporder>): CountedOrders {
  const orders = createCollection(indexes)
  /** By article, then by how far the order is. */
  const taken = new Map<string, Map<number, number>>()

  const count = (order: Verkooporder | undefined, sign: 1 | -1): void => {
    if (order === undefined) return
    const level = order.verkoopfactuur === null ? (reached[order.procesStatus ?? 'Order'] ?? 10) : 60
    for (const { artikel, aantal } of order.regels ?? []) {
      if (artikel?.id == null) continue
      const ofArticle = taken.get(artikel.id) ?? new Map<number, number>()
      ofArticle.set(level, (ofArticle.get(level) ?? 0) + sign * (aantal ?? 0))
      taken.set(artikel.id, ofArticle)
    }
  }
  return {
    orders: {
      ...orders,
      put: (order) => {
        count(orders.get(order.id), -1)
        orders.put(order)
        count(order, 1)
      },
      remove: (id) => {
        count(orders.get(id), -1)
        orders.remove(id)
      },
    },
    afterOrders: (artikel, level) => {
      const ofArticle = taken.get(artikel.id)
      if (artikel.voorraadControle !== true || ofArticle === undefined) return artikel
      const from = levels[level ?? ''] ?? usualLevel
      let sum = 0
      for (const [at, quantity] of ofArticle) if (at >= from) sum += quantity
      // Six decimals: quantities have fewer, and sums of binary fractions have noise.
      const less = (stock: number | null): number => Number(((stock ?? 0) - sum).toFixed(6))
      return {
        ...artikel,
        technischeVoorraad: less(artikel.technischeVoorraad),
        vrijeVoorraad: less(artikel.vrijeVoorraad),
      }
    },
  }
}
