// Identifiers of outsiders, kept apart by the compiler: a shop's order number is never taken for a customer code.

declare const idBrand: unique symbol
type Branded<Name extends string> = string & { readonly [idBrand]: Name }

/** The shop's own key of an order; unique within one shop, never shown. */
export type ShopOrderId = Branded<'ShopOrderId'>
/** The number that the shopkeeper and the customer see. */
export type ShopOrderNumber = Branded<'ShopOrderNumber'>
/** Klantcode / relatiecode, as text without leading zeros or spaces. */
export type CustomerCode = Branded<'CustomerCode'>
/** SnelStart's article code. */
export type ArticleCode = Branded<'ArticleCode'>
/** The accounting side's own key of a record (a uuid online, a number on the desktop). */
export type RemoteId = Branded<'RemoteId'>
export type ProfileId = Branded<'ProfileId'>

/** An instant: UTC, ISO 8601 with 'Z'. */
export type Instant = Branded<'Instant'>
/** A calendar day in the shop's zone: YYYY-MM-DD. */
export type CalendarDate = Branded<'CalendarDate'>
/** ISO 3166-1 alpha-2, upper case; 'GR' for Greece (VAT numbers use 'EL'). */
export type CountryCode = Branded<'CountryCode'>
/** ISO 4217, upper case. */
export type CurrencyCode = Branded<'CurrencyCode'>
