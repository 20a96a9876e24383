// The large administration that desktop-read.ts has read: invented customers and articles with about as much in them as real ones
// have, a long text now and then, and an EAN for every article.
import { sampleAdministration } from '../test/snelstart-desktop/sample.ts'
import type { SampleRow, SampleTable } from '../test/snelstart-desktop/tables.ts'

export function largeAdministration(customers: number, articles: number): readonly SampleTable[] {
  const tables = sampleAdministration({ customers, articles, stocked: 0 })
  return tables.map((table) => {
    if (table.name === 'tblRelatie') return { ...table, rows: table.rows.map(fillCustomer) }
    if (table.name === 'tblArtikel') return { ...table, rows: table.rows.map(fillArticle) }
    if (table.name === 'tblX_Artikel') return { ...table, rows: numbers(articles, 2).map(articleFields) }
    return table
  })
}

const numbers = (count: number, from: number): number[] => Array.from({ length: count }, (_, index) => from + index)

function fillCustomer(row: SampleRow, index: number): SampleRow {
  const digits = String(100_000_000 + index)
  return {
    ...row,
    fldContactpersoon: `Contactpersoon ${index}`,
    fldTelefoon: `020-${digits.slice(-7)}`,
    fldMobieleTelefoon: `06-${digits.slice(-8)}`,
    fldBtwNummer: index % 4 === 0 ? `NL${digits}B01` : null,
    fldKvkNummer: index % 4 === 0 ? digits.slice(-8) : null,
    fldIban: `NL02INVT0${digits}`,
    fldKredietLimiet: `${index % 5_000}.5000`,
    fldWebsiteUrl: `https://klant${index}.example`,
    fldMemo: index % 10 === 0 ? 'Belt liever dan dat hij mailt. '.repeat(20) : null,
  }
}

const fillArticle = (row: SampleRow, index: number): SampleRow => ({
  ...row,
  fldOmschrijving: `Artikel ${index}, met een omschrijving van gewone lengte`,
  fldInkoopprijs: `${index % 300}.2500`,
  fldNonActief: index % 20 === 0,
})

const articleFields = (key: number): SampleRow => ({
  fldArtikelID: key,
  fldEAN: String(2_000_000_000_000 + key),
  fldMerknaam: `Merk ${key % 50}`,
})
