// Questions to the helper about the sample administration, for tests: right as they are, changed where a test says so.

export const toOpen = {
  database: 'mdb',
  folder: '/administraties',
  server: '',
  administration: 'Proefwinkel BV',
  windows: false,
  sqlUser: '',
  sqlPassword: '',
  user: 'Beheerder',
  password: '',
}

export const address = {
  name: 'Café ’t Hoekje',
  contact: 'Zoë Ünal',
  street: 'Łódźkade 1',
  postcode: '1234 AB',
  city: 'Den Haag',
  countryId: 1,
}

export const order = {
  templateId: 1,
  customerCode: 10_001,
  date: '2026-01-05',
  description: 'Webwinkel 100',
  memo: 'Graag aanbellen.\nBetaald met iDEAL.',
  costCentre: null,
  paymentReference: '100',
  paymentTermDays: null,
  lines: [{ call: 'A', articleCode: 'ART-001', quantity: '2' }],
  costA: null,
  costB: null,
  invoiceAddress: null,
  deliveryAddress: null,
}

/** 121.00 on the debtor, 100.00 on revenue, 21.00 on VAT. */
export const entry = {
  date: '2026-01-05',
  journal: 1600,
  documentNumber: '100',
  description: 'Webwinkel 100',
  paymentTermDays: null,
  marking: 1,
  lines: [
    entryLine(1300, '121.00', '0', 0, { customerCode: 10_001, invoiceNumber: 'F-100' }),
    entryLine(8000, '0', '100.00', 2, { costCentre: 200 }),
    entryLine(1671, '0', '21.00', 0),
  ],
}

function entryLine(account: number, debit: string, credit: string, vatId: number, other: object = {}): object {
  const none = { customerCode: null, invoiceNumber: '', costCentre: null }
  return { account, description: `Regel ${account}`, debit, credit, vatId, ...none, ...other }
}
