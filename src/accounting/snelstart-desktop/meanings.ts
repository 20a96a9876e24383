// What the whole numbers in SnelStart's tables mean, and what the tables do not tell. With tables.ts the only place for this.

/** Meanings of whole numbers in these tables. */
export const meanings = {
  /** tblRelatie.fldRelatieSoort, the Gateway's own enum. */
  customerKind: 0,
  /** tblArtikel.fldReceptPlaatsen (B3). */
  recipeModes: new Map<number, 'choice' | 'never' | 'always'>([
    [0, 'choice'],
    [1, 'never'],
    [2, 'always'],
  ]),
  /** fldBtwSoort everywhere: presumed to be the Gateway's BtwID. */
  vatKinds: new Map<number, 'none' | 'low' | 'high' | 'other'>([
    [0, 'none'],
    [1, 'low'],
    [2, 'high'],
    [3, 'other'],
  ]),
  /** tblInstelling.fldVerkooporderVoorraadTellingNiveau (A7). */
  countLevels: new Map<
    number,
    'all' | 'quotation' | 'backOrder' | 'confirmation' | 'workOrder' | 'packingSlip' | 'invoice'
  >([
    [10, 'all'],
    [20, 'quotation'],
    [25, 'backOrder'],
    [30, 'confirmation'],
    [40, 'workOrder'],
    [50, 'packingSlip'],
    [60, 'invoice'],
  ]),
  /** tblArtikelVoorraadMutatieReden: a purchase, which adds whatever its flag says. */
  purchaseReason: 10,
  /** tblArtikel.fldArtikelcode of SnelStart's own line of words. */
  textLineCode: '-1',
} as const

/** Presumed: what the tables do not tell. */
export const presumedLimits = {
  articleCodeLength: 30,
  priceDecimals: 2,
  quantityDecimals: 2,
  paymentReferenceLength: 50,
  /** Of the Gateway's amounts, which are VB6's Currency. */
  mostPriceDecimals: 4,
} as const
