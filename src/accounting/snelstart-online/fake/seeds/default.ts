// The administration that the simulator starts with: three relations that are no customers, the lists, and a slice of a
// Dutch chart of accounts (reference/snelstart.md A7, A12). No customers, no articles: a seed adds those.
import { countries } from './countries.ts'
import { euVatRates } from './eu-vat-rates.ts'
import type { Seed, SeedRecord } from './seed.ts'

type Account = readonly [
  nummer: number,
  omschrijving: string,
  functie: string,
  btwSoort?: readonly string[],
  vatRateCode?: string,
]

const balance: readonly Account[] = [
  [1000, 'Kas', 'DagboekKas'],
  [1100, 'Rekening-courant bank', 'DagboekBank'],
  [1300, 'Debiteuren', 'DagboekVerkoop'],
  [1600, 'Crediteuren', 'DagboekInkoop'],
  [1670, 'Btw af te dragen laag', 'BtwAfteDragenLaag'],
  [1671, 'Btw af te dragen hoog', 'BtwAfTeDragenHoog'],
  [1672, 'Btw af te dragen overig', 'BtwAfTeDragenOverig'],
  [1673, 'Btw af te dragen verlegd', 'BtwAfTeDragenVerlegdVerkopen'],
  [1680, 'Buitenlandse btw', 'Diversen'],
  [1850, 'Vooruitontvangen cadeaubonnen', 'Diversen', ['Geen']],
  [2000, 'Kruisposten', 'Kruisposten'],
  [2010, 'Tussenrekening betalingen', 'TussenrekeningBetalingen'],
  [2020, 'Onbekende betalingen', 'OnbekendeBetalingen'],
]
const result: readonly Account[] = [
  [4300, 'Kantoorkosten', 'InkopenKostenAlleBtwTarieven', ['Geen', 'Laag', 'Hoog', 'Overig']],
  [4900, 'Betalingsverschillen', 'Diversen', ['Geen']],
  [7000, 'Voorraadverschillen', 'Diversen', ['Geen']],
  [8000, 'Omzet hoog (goederen)', 'VerkopenOmzetHoog', ['Hoog']],
  [8010, 'Omzet laag (goederen)', 'VerkopenOmzetLaag', ['Laag']],
  [8020, 'Omzet overig', 'VerkopenOmzetOverig', ['Overig']],
  [8030, 'Omzet vrijgesteld', 'VerkopenBtwVrij', ['Geen']],
  [8050, 'Omzet verlegd (goederen)', 'VerkopenOmzetOnbelastVerlegd', ['Geen']],
  [8060, 'Omzet buiten de EU', 'VerkopenExportBuitenEU', ['Geen']],
  [8070, 'Omzet binnen de EU (goederen)', 'VerkopenExportBinnenEU', ['Geen']],
  [8100, 'Televerkopen EU standaardtarief', 'InstallatieTeleverkoopBinnenEUgeen', ['Geen'], 'SR'],
  [8101, 'Televerkopen EU verlaagd tarief', 'InstallatieTeleverkoopBinnenEUgeen', ['Geen'], 'RRH'],
  [8200, 'Omzet hoog (diensten)', 'VerkopenOmzetHoog', ['Hoog']],
  [8210, 'Omzet laag (diensten)', 'VerkopenOmzetLaag', ['Laag']],
  [8250, 'Omzet verlegd (diensten)', 'VerkopenOmzetOnbelastVerlegd', ['Geen']],
  [8270, 'Omzet binnen de EU (diensten)', 'DienstverleningBinnenEU', ['Geen']],
  [8400, 'Doorberekende verzendkosten', 'VerkopenOmzetHoog', ['Hoog']],
  [8410, 'Doorberekende verzendkosten laag', 'VerkopenOmzetLaag', ['Laag']],
  [8420, 'Doorberekende betalingskosten', 'VerkopenOmzetHoog', ['Hoog']],
  [8900, 'Verleende kortingen hoog', 'VerkopenOmzetHoog', ['Hoog']],
  [8910, 'Verleende kortingen laag', 'VerkopenOmzetLaag', ['Laag']],
]

const toGrootboek =
  (rekeningCode: string) =>
  ([nummer, omschrijving, grootboekfunctie, btwSoort = [], vatRateCode]: Account): SeedRecord => ({
    nummer,
    omschrijving,
    rekeningCode,
    grootboekfunctie,
    grootboekRubriek: rekeningCode === 'Balans' ? 'Balans' : nummer < 8000 ? 'Kosten' : 'Netto omzet',
    btwSoort,
    vatRateCode: vatRateCode ?? null,
  })

const groups: readonly (readonly [omschrijving: string, grootboek: number, btwSoort: string])[] = [
  ['Hoog btw (goederen)', 8000, 'Hoog'],
  ['Laag btw (goederen)', 8010, 'Laag'],
  ['Geen btw (goederen)', 8030, 'Geen'],
  ['Overig btw', 8020, 'Overig'],
  ['Hoog btw (diensten)', 8200, 'Hoog'],
  ['Laag btw (diensten)', 8210, 'Laag'],
  ['Geen btw (diensten)', 8250, 'Geen'],
  ['Verzendkosten', 8400, 'Hoog'],
]

const journals = [
  [1000, 'Kas', 'Kas'],
  [1100, 'Rekening-courant bank', 'Bank'],
  [1300, 'Debiteuren', 'Verkoop'],
  [1600, 'Crediteuren', 'Inkoop'],
  [2990, 'Memoriaal', 'Memoriaal'],
  [2999, 'Beginbalans', 'Balans'],
] as const

const tariffs = [
  ['Geen', 0, '1900-01-01', '2400-12-31'],
  ['Overig', 0, '1900-01-01', '2400-12-31'],
  ['Hoog', 18, '1976-01-01', '1983-12-31'],
  ['Hoog', 19, '1984-01-01', '1986-09-30'],
  ['Hoog', 20, '1986-10-01', '1988-12-31'],
  ['Hoog', 18.5, '1989-01-01', '1992-09-30'],
  ['Hoog', 17.5, '1992-10-01', '2000-12-31'],
  ['Hoog', 19, '2001-01-01', '2012-09-30'],
  ['Hoog', 21, '2012-10-01', '2400-12-31'],
  ['Laag', 4, '1976-01-01', '1983-12-31'],
  ['Laag', 5, '1984-01-01', '1986-09-30'],
  ['Laag', 6, '1986-10-01', '2018-12-31'],
  ['Laag', 9, '2019-01-01', '2400-12-31'],
] as const

const companyInfo: SeedRecord = {
  administratieIdentifier: '5c0ffee0-0000-4000-a000-000000000001',
  administratieNaam: 'Simulatie BV',
  bedrijfsnaam: 'Simulatie BV',
  adres: 'Voorbeeldstraat 1',
  postcode: '1234 AB',
  plaats: 'Voorbeeldstad',
  rechtsvorm: 'Bv',
  btwNummer: 'NL123456789B13',
  kvKNummer: '12345678',
  email: 'info@simulatie.example',
  huidigBoekjaar: 2026,
  beginmaandFiscaleBoekjaar: 1,
  btwAangiftePeriodeSoort: 'Kwartaal',
  icpAangiftePeriodeSoort: 'Kwartaal',
  tussentijdseSuppletiesBerekenen: false,
  markeergedragInlezenBankafschriften: 'AlleenBelangrijkste',
  voorkeurenTijdensBoeken: false,
  aantalVoorloopnullenGrootboekrekeningen: 0,
  kleineOndernemersregeling: {
    isKleineOndernemersRegelingActief: false,
    maximaalBedragVolledigeVerrekening: 0,
    maximaalBedragKleineOndernemersRegeling: 0,
  },
  volgendFactuurnummer: 20260001,
  volgendVerkoopordernummer: 1,
  volgendContantbonnummer: 1,
  volgendInkoopordernummer: 1,
  voorraadcontroleOrderinvoer: false,
  abonnementOvernemen: false,
  kolomGeleverdAutomatischVullen: true,
  voorraadkolommenTonenInInkoop: false,
  backorderGebruiken: false,
  deelleveringOrdersDefaultAan: false,
  factuurAlsBijlageVerkoopboeking: true,
  tekstregelsOvernemenNaarBackorder: 'Geen',
  regelkortingVerkooporder: 'BerekenenOverRegelBedrag',
  drempelbedragVerkooporderbeheer: 0,
  drempelbedragVerkooporderbeheerMaxDagenUitstel: 0,
  verkoopprijsArtikelbestandExclusiefBtw: true,
  inkoopprijsArtikelbestandExclusiefBtw: true,
  artikelcodeSoort: 'Alfanumeriek',
  artikelcodeMaxLengte: 25,
  begindatumVoorraadtelling: '2026-01-01',
  voorraadTonenInZoekvenster: true,
  aantalDecimalenArtikelprijzen: 2,
  aantalDecimalenArtikelaantallen: 2,
  verkooporderVoorraadVanafNiveau: 'FactuurEnContantbon',
  voorraadSysteem: 'Fifo',
  momentVoorraadBijwerken: 'BijBoekenOntvangst',
  dagboekVoorraadverschillen: 7000,
  buitenlandseBtwGrootboek: 1680,
  factureerBuitenlandsBtw: false,
  factureerBuitenlandsBtwRanges: [],
}

/** The administration without anything of a user's. */
export const defaultSeed: Seed = {
  companyInfo,
  landen: countries.map((country) => ({ ...country })),
  grootboeken: [...balance.map(toGrootboek('Balans')), ...result.map(toGrootboek('WinstEnVerlies'))],
  dagboeken: journals.map(([nummer, omschrijving, soort]) => ({ nummer, omschrijving, soort, nonactief: false })),
  kostenplaatsen: [{ nummer: 1, omschrijving: 'Webwinkel', nonactief: false }],
  artikelomzetgroepen: groups.map(([omschrijving, grootboek, verkoopNederlandBtwSoort], index) => ({
    nummer: index + 1,
    omschrijving,
    verkoopGrootboekNederlandIdentifier: grootboek,
    verkoopNederlandBtwSoort,
  })),
  verkoopordersjablonen: [
    { omschrijving: 'Factuur exclusief btw', prijsIngaveExclusiefBtw: true, nieuweOrdersBlokkeren: false },
    { omschrijving: 'Factuur inclusief btw', prijsIngaveExclusiefBtw: false, nieuweOrdersBlokkeren: false },
  ],
  btwtarieven: tariffs.map(([btwSoort, btwPercentage, datumVanaf, datumTotEnMet]) => ({
    btwSoort,
    btwPercentage,
    datumVanaf,
    datumTotEnMet,
  })),
  vatrates: euVatRates,
  vatratedefinitions: [
    { rateCode: 'SR', shortName: 'Standaard', name: 'Standaardtarief' },
    { rateCode: 'RRH', shortName: 'Verlaagd hoog', name: 'Verlaagd tarief, hoogste' },
    { rateCode: 'RRL', shortName: 'Verlaagd laag', name: 'Verlaagd tarief, laagste' },
    { rateCode: 'SRR', shortName: 'Superverlaagd', name: 'Superverlaagd tarief' },
    { rateCode: 'PR', shortName: 'Parkeer', name: 'Parkeertarief' },
  ],
  relaties: [
    { relatiecode: 0, relatiesoort: ['Eigen'], naam: '<Vul hier uw bedrijfsnaam in>' },
    { relatiecode: -1, relatiesoort: ['Leverancier'], naam: 'Leverancier onbekend' },
    { relatiecode: -2, relatiesoort: ['Klant'], naam: 'Klant onbekend' },
  ],
}
