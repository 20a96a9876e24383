// Invented customers of the stand-in.

export type FakePerson = {
  /** null: a guest. */
  readonly id: string | null
  readonly name: string
  readonly company?: string
  readonly email: string
  readonly phone?: string
  readonly street: string
  readonly number: string
  readonly zipcode: string
  readonly city: string
  readonly country: string
  readonly countryCode: string
  readonly taxNumber?: string
  /** SHOP-8: a field that the interface does not describe. */
  readonly klantnummer?: string
}

const dutch = { country: 'Nederland', countryCode: 'NL' } as const

export const jan: FakePerson = {
  ...dutch,
  id: null,
  name: 'Jan de Vries',
  email: 'jan.devries@voorbeeld.example',
  phone: '06-12345678',
  street: 'Dorpsstraat',
  number: '12',
  zipcode: '1011AB',
  city: 'Amsterdam',
}
export const bakery: FakePerson = {
  ...dutch,
  id: '6f9f2c3a-7d64-4f5e-9c61-2f6d3f2b1a01',
  name: "Truus 't Hoekje",
  company: "Bakkerij 't Hoekje B.V.",
  email: 'inkoop@bakkerijhoekje.example',
  street: 'Industrieweg',
  number: '100 a',
  zipcode: '2521CK',
  city: "'s-Gravenhage",
  taxNumber: 'NL001234567B01',
  klantnummer: '20045',
}
export const sanne: FakePerson = {
  ...dutch,
  id: '6f9f2c3a-7d64-4f5e-9c61-2f6d3f2b1a02',
  name: 'Sanne Bakker',
  email: 'sanne@voorbeeld.example',
  street: 'Kerkstraat',
  number: '7 bis',
  zipcode: '3511 LX',
  city: 'Utrecht',
}
export const chloe: FakePerson = {
  id: null,
  name: 'Chloé Van den Broeck',
  email: 'chloe@vandenbroeck.example',
  street: 'Meir',
  number: '1',
  zipcode: '2000',
  city: 'Antwerpen',
  country: 'België',
  countryCode: 'BE',
}
export const mueller: FakePerson = {
  id: '6f9f2c3a-7d64-4f5e-9c61-2f6d3f2b1a03',
  name: 'Jürgen Müller',
  company: 'Müller Haushaltswaren GmbH',
  email: 'einkauf@mueller.example',
  street: 'Hauptstraße',
  number: '5',
  zipcode: '50667',
  city: 'Köln',
  country: 'Duitsland',
  countryCode: 'DE',
  taxNumber: 'DE136695976',
}
export const emily: FakePerson = {
  id: null,
  name: 'Emily Clarke',
  email: 'emily@clarke.example',
  street: 'High Street',
  number: '22',
  zipcode: 'SW1A 1AA',
  city: 'London',
  country: 'Verenigd Koninkrijk',
  countryCode: 'GB',
}

export const people: readonly FakePerson[] = [jan, sanne, bakery, chloe]
