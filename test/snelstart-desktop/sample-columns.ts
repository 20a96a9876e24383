// The tables of our own sample administration: their columns, and rows of the small ones, as lines of words.
// The first column of a table is its key.
import type { SampleCell, SampleColumn, SampleRow } from './tables.ts'

/** 'name' is text; 'name:type' another type. */
export const sampleTables: Readonly<Record<string, string>> = {
  tblInstelling: `fldInstellingID fldAdministratieNaam fldVersie fldVoorraadBeginDatum:moment
    fldVerkooporderVoorraadTellingNiveau:integer fldVerkoopprijsExclusiefBtw:boolean fldAantalDecimalenPrijzen:integer
    fldPrijsafspraakArtikelPerKlant:boolean fldPrijsafspraakArtikelKortinggroepPerKlant:boolean
    fldPrijsafspraakArtikelPerKlantKortinggroep:boolean fldPrijsafspraakArtikelKortinggroepPerKlantKortinggroep:boolean
    fldPrijsafspraakRangorde fldVolgendOrdernummer:integer fldVolgendFactuurnummer:integer`,
  tblRelatie: `fldRelatieID fldRelatieSoort:integer fldRelatiecode:integer fldNaam fldContactpersoon fldAdres fldPostcode
    fldPlaats fldLandID:integer fldCorrespondentieAdresContactpersoon fldCorrespondentieAdres
    fldCorrespondentieAdresPostcode fldCorrespondentieAdresPlaats fldCorrespondentieAdresLandID:integer
    fldFactuurRelatieID:integer fldTelefoon fldMobieleTelefoon fldFax fldEmail fldBtwNummer fldFactuurkorting:float
    fldKrediettermijn:integer fldBankieren:boolean fldNonactief:boolean fldKlantKortinggroepID:integer
    fldKredietLimiet:money fldMemo:memo fldKvkNummer fldWebsiteUrl fldAanmanen:integer fldElektronischFactureren:boolean
    fldOfferteEmailen:boolean fldOfferteEmailAdres fldOfferteCcEmailAdres fldBevestigingEmailen:boolean
    fldBevestigingEmailAdres fldBevestigingCcEmailAdres fldFactuurEmailAdres fldFactuurCcEmailAdres
    fldAanmaningEmailen:boolean fldAanmaningEmailAdres fldAanmaningCcEmailAdres fldUblBestandAlsBijlage:boolean fldIban
    fldBic fldIncasseren:integer`,
  tblX_Klant: 'fldKlantRelatieID fldWebshopklantnummer',
  tblLand: 'fldLandID fldLandcode fldLandcodeISO fldNaam',
  tblArtikel: `fldArtikelID fldArtikelcode fldOmschrijving fldVerkoopprijs:money fldInkoopprijs:money fldEenheid
    fldArtikelOmzetgroepID:integer fldLeverancierRelatieID:integer fldArtikelKortingGroepID:integer
    fldVoorraadControle:boolean fldNonActief:boolean fldReceptPlaatsen:integer`,
  tblX_Artikel: 'fldArtikelID fldEAN fldMerknaam',
  tblRecept: 'fldReceptID fldReceptArtikelID:integer fldArtikelID:integer fldAantal:float fldVolgorde:integer',
  tblArtikelOmzetGroep: 'fldArtikelOmzetgroepID fldNummer:integer fldOmschrijving fldBtwSoort:integer',
  tblArtikelOmzetgroepGrootboek: `fldArtikelOmzetgroepGrootboekID fldArtikelOmzetgroepID:integer fldRegio:integer
    fldGrootboekID:integer`,
  tblArtikelVoorraadMutatieReden: 'fldArtikelVoorraadMutatieRedenID fldOmschrijving fldVoorraadAf:boolean',
  tblPrijsAfspraakArtikelKlant: `fldPrijsAfspraakArtikelKlantID fldArtikelID:integer fldRelatieID:integer
    fldVanafAantal:float fldVerkoopprijs:money fldKorting:float fldDatumVanaf:moment fldDatumTotEnMet:moment`,
  tblOrderSjabloonVerkoop: `fldOrderSjabloonVerkoopID fldOmschrijving fldPrijzenInclusiefBtw:boolean
    fldNieuweOrdersBlokkeren:boolean fldNonactief:boolean`,
  tblOrderSjabloonKostenRekening: `fldOrderSjabloonKostenRekeningID fldOrderSjabloonVerkoopID:integer
    fldVolgnummer:integer fldOmschrijving fldGrootboekID:integer fldStandaardBedrag:money fldBtwSoort:integer`,
  tblVerkoopOrder: `fldVerkoopOrderID fldOrdernummer:integer fldRelatieID:integer fldVerzendRelatieID:integer fldVerzendNaam
    fldVerzendContactpersoon fldVerzendAdres fldVerzendPostcode fldVerzendPlaats fldVerzendLandID:integer fldDatum:moment
    fldVerkoopFactuurID:integer fldContantbonID:integer fldAfhandelStatus:integer fldOfferteAfgedrukt:boolean
    fldBevestigingAfgedrukt:boolean fldWerkbonAfgedrukt:boolean fldPakbonAfgedrukt:boolean fldAfhaalbonAfgedrukt:boolean
    fldBackorderVolgnummer:integer fldArtikelVoorraadMutatieRedenID:integer fldOrderSjabloonVerkoopID:integer
    fldBetalingskenmerk fldOmschrijving fldMemo:memo fldKrediettermijn:integer fldFactuurkorting:float
    fldKostenBedragA:money fldKostenBedragB:money fldGeblokkeerd:boolean fldKostenplaatsID:integer`,
  tblVerkoopOrderRegel: `fldVerkoopOrderRegelID fldVerkoopOrderID:integer fldRegelnummer:integer fldArtikelID:integer
    fldOmschrijving fldAantal:float fldAantalLeveren:float fldAantalReserveren:float fldPrijs:money fldKorting:float
    fldBedragNaKortingen:money fldArtikelOmzetgroepID:integer`,
  tblFactuurNummer: 'fldFactuurNummerID fldFactuurnummer fldRelatieID:integer',
  tblVerkoopFactuur: `fldVerkoopFactuurID fldFactuurNummerID:integer fldDatum:moment fldRelatieID:integer
    fldOrderSjabloonVerkoopID:integer fldTotaalInclusiefBtw:money`,
  tblContantbon: 'fldContantbonID fldNummer:integer fldDatumTijd:moment',
  tblJournaalpost: `fldJournaalpostID fldDatum:moment fldDagboekGrootboekID:integer fldBoekstuk fldOmschrijving
    fldMarkering:integer`,
  tblJournaalpostRegel: `fldJournaalpostRegelID fldJournaalpostID:integer fldGrootboekID:integer fldOmschrijving
    fldDebet:money fldCredit:money fldFactuurNummerID:integer fldBtwSoort:integer fldKostenplaatsID:integer`,
  tblGrootboek: `fldGrootboekID fldNummer:integer fldOmschrijving fldGrootboekFunctieID:integer
    fldKostenplaatsVerplicht:boolean fldNonactief:boolean`,
  tblGrootboekFunctie: 'fldGrootboekFunctieID fldOmschrijving',
  tblBtw:
    'fldBtwID fldBtwSoort:integer fldOmschrijving fldPercentage:float fldDatumVanaf:moment fldDatumTotEnMet:moment',
  tblKostenplaats: 'fldKostenplaatsID fldNummer:integer fldOmschrijving fldNonactief:boolean',
  tblInkoopOrder: `fldInkoopOrderID fldOrdernummer:integer fldRelatieID:integer fldDatumOntvangen:moment
    fldDatumJournaalpost:moment fldOntvangst:boolean fldArtikelVoorraadMutatieRedenID:integer`,
  tblInkoopOrderRegel: `fldInkoopOrderregelID fldInkoopOrderID:integer fldArtikelID:integer fldOmschrijving
    fldAantal:float`,
  tblGebruiker: 'fldGebruikerID fldLoginNaam fldNaam fldNonactief:boolean',
  tblGebruikerRecht: 'fldGebruikerRechtID fldGebruikerID:integer fldRecht:integer',
}

export const columnsOf = (words: string): readonly SampleColumn[] =>
  words.split(/\s+/).map((word, index) => {
    const [name = '', type = 'text'] = word.split(':')
    return { name, type: index === 0 ? 'integer' : (type as SampleColumn['type']), key: index === 0 }
  })

/** Rows from words: '1 NL NLD Nederland' under 'fldLandID fldLandcode …'; '-' is empty, '_' a blank. */
export function rowsOf(table: string, names: string, lines: readonly string[]): readonly SampleRow[] {
  const columns = columnsOf(sampleTables[table] ?? '')
  return lines.map((line) => {
    const words = line.split(' ')
    return Object.fromEntries(
      names.split(' ').map((name, at) => {
        const type = columns.find((column) => column.name === name)?.type
        if (type === undefined) throw new Error(`no column ${table}.${name}`)
        return [name, toCell(words[at] ?? '-', type)]
      }),
    )
  })
}

function toCell(word: string, type: string): SampleCell {
  if (word === '-') return null
  if (type === 'integer' || type === 'float') return Number(word)
  return type === 'boolean' ? word === '1' : word.replaceAll('_', ' ')
}
