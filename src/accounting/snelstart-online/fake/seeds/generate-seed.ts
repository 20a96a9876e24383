// Customers and articles by the thousand, always the same ones for the same numbers, for benches and load tests.
import type { Seed, SeedRecord } from './seed.ts'

const towns = ['Amsterdam', 'Breda', 'Delft', 'Ede', 'Groningen', 'Haarlem', 'Leiden', 'Utrecht', 'Venlo', 'Zwolle']
const streets = ['Dorpsstraat', 'Kerkweg', 'Molenlaan', 'Stationsplein', 'Havenkade', 'Lindelaan', 'Marktstraat']
const firstNames = ['Anna', 'Bram', 'Cato', 'Daan', 'Emma', 'Finn', 'Guus', 'Iris', 'Jan', 'Lotte', 'Noor', 'Sem']
const lastNames = [
  'Bakker',
  'de Boer',
  'Dekker',
  'Jansen',
  'van Dijk',
  'Mulder',
  'Peters',
  'Smit',
  'Visser',
  'de Vries',
]
const trades = ['Bouw', 'Handel', 'Techniek', 'Zorg', 'Media', 'Transport']

/** A Dutch VAT number whose check digits are right (97-proof over the number with its letters as digits). */
function vatNumber(index: number): string {
  const body = `NL${String(100_000_000 + index).slice(0, 9)}B`
  const digits = body.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  for (let check = 2; check < 99; check += 1) {
    const end = String(check).padStart(2, '0')
    if (BigInt(digits + end) % 97n === 1n) return body + end
  }
  return body
}

const pick = (from: readonly string[], index: number, spread: number): string => from[(index * spread) % from.length]!

function customer(index: number): SeedRecord {
  const business = index % 5 === 0
  const person = `${pick(firstNames, index, 7)} ${pick(lastNames, index, 3)}`
  const naam = business ? `${pick(lastNames, index, 3)} ${pick(trades, index, 1)} ${index} BV` : `${person} ${index}`
  return {
    relatiecode: 10_000 + index,
    relatiesoort: ['Klant'],
    naam,
    vestigingsAdres: {
      contactpersoon: person,
      straat: `${pick(streets, index, 5)} ${(index % 240) + 1}`,
      postcode: `${1000 + (index % 8999)} ${String.fromCharCode(65 + (index % 26), 65 + ((index * 7) % 26))}`,
      plaats: pick(towns, index, 1),
      land: 'NL',
    },
    telefoon: `06${String(10_000_000 + index)}`,
    email: `klant${index}@voorbeeld${index % 97}.example`,
    btwNummer: business ? vatNumber(index) : null,
    kvkNummer: business ? String(10_000_000 + index) : null,
  }
}

const article = (index: number): SeedRecord => ({
  artikelcode: `A${String(index).padStart(6, '0')}`,
  omschrijving: `Artikel ${index}`,
  artikelOmzetgroep: index % 4 === 3 ? 2 : 1,
  verkoopprijs: Number(((100 + ((index * 37) % 9900)) / 100).toFixed(2)),
  eenheid: 'stuk',
  voorraadControle: index % 3 === 0,
  technischeVoorraad: index % 3 === 0 ? index % 50 : 0,
})

/** Customers with codes from 10000 on (`klant0@…` has 10000), and articles A000000, A000001 … */
export function generateSeed(size: { readonly customers: number; readonly articles: number }): Seed {
  return {
    relaties: Array.from({ length: size.customers }, (_, index) => customer(index)),
    artikelen: Array.from({ length: size.articles }, (_, index) => article(index)),
  }
}
