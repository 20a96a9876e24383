// One situation per message of the core: the order of a guest, Anna Jansen, for a mug of € 10,00 and € 6,00 shipping, and
// what makes it go wrong. Each goes through the real import; the simulator refuses, the shop's data are odd, or a setting is.
import { cancelCreditId, negated } from '../../src/core/credit/credit-order.ts'
import { Refused } from '../../src/core/failures.ts'
import type { CurrencyCode, CustomerCode, RemoteId, ShopOrderId } from '../../src/core/ids.ts'
import { decimal } from '../../src/core/money.ts'
import type { Address, OrderLine, ShopOrder } from '../../src/core/order.ts'
import { instantOf } from '../../src/runs/context.ts'
import type { FakeOrder } from '../../src/shops/opencart/fake.ts'
import { guest, mugOrder, seedArticle } from '../support/scene.ts'
import { entrySituations } from './entry-situations.ts'
import type { Situation } from './situation.ts'

const relation = (relatiecode: number, naam: string, email: string, more: object = {}) => ({
  ...{ relatiecode, naam, email, relatiesoort: ['Klant'] },
  ...more,
})
const anna = relation(500, 'Anna Jansen', 'anna@voorbeeld.example')
const newArticle = { lines: [{ article: 7, quantity: 1 }] }
const long = (words: string, times = 12): string => words.repeat(times).trim()
const refusal = (errorCode: string, message: string) => ({ status: 400, body: [{ errorCode, message }] })
const eanIds = ['11111111-0000-4000-a000-000000000001', '11111111-0000-4000-a000-000000000002'] as const
const eanField = { customFields: { artikel: [{ name: 'EAN', type: 'Text' }] } }

const withInvoice =
  (more: Partial<Address>) =>
  (order: ShopOrder): ShopOrder => ({
    ...order,
    invoiceAddress: order.invoiceAddress === null ? null : { ...order.invoiceAddress, ...more },
  })
const withLine =
  (more: Partial<OrderLine>) =>
  (order: ShopOrder): ShopOrder => ({
    ...order,
    lines: order.lines.map((line) => ({ ...line, ...more })),
  })
const withCustomer =
  (more: Partial<ShopOrder['customer']>) =>
  (order: ShopOrder): ShopOrder => ({
    ...order,
    customer: { ...order.customer, ...more },
  })

const customers: Readonly<Record<string, Situation>> = {
  'customer.codeMissing': { choices: { recognition: 'code' } },
  'customer.codeUnusable': { choices: { recognition: 'code' }, person: { code: 'K-100' } },
  'customer.codeInactive': {
    choices: { recognition: 'code' },
    person: { code: '500' },
    seed: { relaties: [{ ...anna, nonactief: true }] },
  },
  'customer.ambiguous': {
    choices: { recognition: 'email' },
    seed: { relaties: [anna, relation(501, 'A. Jansen-de Wit', 'anna@voorbeeld.example')] },
  },
  'customer.chosenGone': {
    choices: { recognition: 'email' },
    seed: { relaties: [anna, relation(501, 'A. Jansen-de Wit', 'anna@voorbeeld.example')] },
    meanwhile: async ({ program, profile, clock }) => {
      const at = instantOf(clock.now())
      const gone = { id: 'x' as RemoteId, code: '502' as CustomerCode, name: 'Anna Jansen', by: 'Jan', at }
      await program.store.inbox.chooseCustomer(profile, '1001' as ShopOrderId, gone, at)
    },
  },
  'customer.emailMissing': { choices: { recognition: 'email' }, person: { email: '' } },
  'customer.nameMissing': { person: { firstName: '', lastName: '' } },
  'customer.defaultCodeMissing': { choices: { customerHandling: 'manual' } },
  'customer.defaultCodeUnknown': { choices: { customerHandling: 'manual', defaultCustomerCode: '999' } },
  'customer.codeUnknown': { person: { code: '10023' } },
  'customer.codeIgnored': { person: { code: 'K-100' } },
  'customer.addressMissing': { change: (order) => ({ ...order, invoiceAddress: null, deliveryAddress: null }) },
  'customer.addressIncomplete': { change: withInvoice({ postcode: '' }) },
  'customer.addressKept': {
    choices: { customerHandling: 'addAndUpdate' },
    person: { country: 'BE', postcode: '2000', city: 'Antwerpen' },
    seed: { relaties: [{ ...anna, btwNummer: 'NL123456782B90', vestigingsAdres: { straat: 'Laan 1', land: 'NL' } }] },
  },
  'customer.nameShortened': { person: { company: long('Fabriek van Mokken en Kannen ', 3) } },
  'customer.contactShortened': { person: { company: 'Mok BV', firstName: long('Anna Maria ', 6) } },
  'customer.streetShortened': { person: { street: `${long('Lange Nieuwe Straat ', 4)} 12` } },
  'customer.postcodeShortened': { change: withInvoice({ postcode: long('1011 AB ', 5) }) },
  'customer.cityShortened': { person: { city: long('Sint Anna ter Muiden ', 4) } },
  'customer.phoneShortened': { change: withCustomer({ phone: long('020-1234567, ', 4) }) },
  'customer.emailLeftOut': { person: { email: 'geen' } },
  'customer.vatNumberLeftOut': { person: { vatNumber: 'NL001234567B01' } },
  'customer.vatNumberOtherCountry': { person: { vatNumber: 'DE136695976' } },
  'customer.cocNumberLeftOut': { change: withCustomer({ cocNumber: '123' }) },
  'customer.emailSwitchesOff': { choices: { emailInvoice: true }, person: { email: '' } },
}

const articles: Readonly<Record<string, Situation>> = {
  'article.ambiguous': {
    choices: { articleCodeField: 'EAN' },
    seed: {
      ...eanField,
      artikelen: eanIds.map((id, index) => ({
        ...{ ...seedArticle(`MOK-${index}`, 'Mok', 1), id },
        extraVelden: [{ naam: 'EAN', waarde: 'ART-0001' }],
      })),
      customFieldValues: Object.fromEntries(eanIds.map((id) => [id, { EAN: 'ART-0001' }])),
    },
  },
  'article.inactive': { seed: { artikelen: [{ artikelcode: 'ART-0001', isNonActief: true }] } },
  'article.codeNotNumeric': { order: newArticle, seed: { companyInfo: { artikelcodeSoort: 'Numeriek' } } },
  'article.codeTooLong': { order: newArticle, seed: { companyInfo: { artikelcodeMaxLengte: 4 } } },
  'article.codeTaken': { choices: { articleCodeField: 'EAN' }, seed: eanField },
  'article.revenueGroupMissing': { order: newArticle, choices: { revenueGroup: '' } },
  'article.revenueGroupUnknown': { order: newArticle, choices: { revenueGroup: 'Mokken' } },
  'article.revenueGroupVat': { order: { lines: [{ article: 8, quantity: 1 }] }, choices: { revenueGroupLow: '' } },
  'article.vatAbroad': { order: newArticle, person: { country: 'DE', postcode: '10115', city: 'Berlin' } },
  'article.descriptionShortened': { order: newArticle, change: withLine({ description: long('Mok met opdruk ', 20) }) },
}

const sales: Readonly<Record<string, Situation>> = {
  'sale.empty': { change: (order) => ({ ...order, lines: [], charges: [], vat: [], totalIncl: decimal(0) }) },
  'sale.currency': { change: (order) => ({ ...order, currency: 'USD' as CurrencyCode }) },
  'sale.referenceTaken': {
    choices: { paymentReferenceUnique: true },
    seed: { relaties: [anna], verkooporders: [{ nummer: 77, relatie: 500, betalingskenmerk: '1001' }] },
  },
  'sale.templateMissing': { choices: { salesTemplate: '' } },
  'sale.templateUnknown': { choices: { salesTemplate: 'Webshop' } },
  'sale.templateInactive': {
    choices: { salesTemplate: 'Oud' },
    seed: { verkoopordersjablonen: [{ omschrijving: 'Oud', nonactief: true }] },
  },
  'sale.templateVat': { choices: { salesTemplate: 'Factuur exclusief btw' } },
  'sale.descriptionShortened': {
    choices: { orderDescription: 'shopName', profileName: long('De beste webwinkel van Nederland ', 3) },
  },
  'address.shortened': { person: { street: `${long('Lange Nieuwe Straat ', 4)} 12` } },
  'address.countryMissing': { change: withInvoice({ country: null, countryName: 'Atlantis' }) },
  'sale.lineVat': { seed: { artikelen: [{ artikelcode: 'ART-0001', artikelOmzetgroep: 2 }] } },
  'sale.lineVatAbroad': { person: { country: 'DE', postcode: '10115', city: 'Berlin' } },
  'sale.articleGroup': { seed: { artikelen: [{ artikelcode: 'ART-0001', artikelOmzetgroep: null }] } },
  'sale.settingArticleEmpty': { order: { paymentFeeExcl: '2.0661' } },
  'sale.settingArticleUnknown': { order: { paymentFeeExcl: '2.0661' }, choices: { paymentArticle: 'WEG' } },
  'sale.settingArticleInactive': { order: { paymentFeeExcl: '2.0661' }, choices: { paymentArticle: 'UIT' } },
  'sale.chargeVat': { choices: { shippingArticle: 'LAAG' } },
  'sale.chargeVatUnknown': {
    change: (order) => ({
      ...order,
      charges: order.charges.map((charge) => ({
        ...charge,
        parts: charge.parts.map((part) => ({ ...part, vatPercent: null })),
      })),
    }),
  },
  'sale.costTypesMissing': { choices: { shippingArticle: 'kostensoort1' } },
  'sale.quantityDecimals': { change: withLine({ quantity: decimal('0.125') }) },
  'sale.quantityZero': { change: withLine({ quantity: decimal(0) }) },
  'sale.priceFromAccounting': {
    choices: { orderLines: 'codeAndQuantity' },
    seed: { relaties: [anna], artikelen: [{ artikelcode: 'ART-0001', verkoopprijs: null }] },
    fault: ['GET prijsafspraken', refusal('ALG-0001', 'Er is geen prijs.'), 'always'],
  },
  'sale.recipeModeUnknown': {
    choices: { recipes: 'always' },
    seed: { artikelen: [{ artikelcode: 'ART-0001', subartikelen: [{ artikelcode: 'VERZ', aantal: 1 }] }] },
  },
  'sale.componentUnknown': {
    choices: { recipes: 'expand' },
    seed: { artikelen: [{ artikelcode: 'ART-0001', subartikelen: [{ artikelcode: 'UIT', aantal: 1 }] }] },
  },
  'sale.lineDescriptionShortened': { change: withLine({ description: long('Mok met opdruk ', 20) }) },
  'sale.totalDifference': { order: { unexplained: '-5.0000' } },
  'sale.vatDiffers': {
    change: (order) => ({ ...order, vat: order.vat.map((vat) => ({ ...vat, vatAmount: decimal('9.99') })) }),
  },
  'sale.rounding': {
    order: { lines: [10, 11, 13].map((article) => ({ article, quantity: 3 })) },
    choices: { salesTemplate: 'Factuur exclusief btw' },
    change: (order) => ({ ...order, priceEntry: 'excl' }),
  },
  'sale.totalByChoice': {
    choices: { orderLines: 'codeAndQuantity' },
    seed: { relaties: [anna], artikelen: [{ artikelcode: 'ART-0001', verkoopprijs: '11.00' }] },
  },
}

const writing: Readonly<Record<string, Situation>> = {
  'write.refused': { fault: ['POST verkooporders', refusal('VOR-0011', 'De periode is geblokkeerd.')] },
  'write.stale': { fault: ['POST verkooporders', refusal('VOR-0001', 'De relatie bestaat niet.')] },
  'write.unknown.customer': { fault: ['POST relaties', { cutBefore: true }] },
  'write.unknown.article': { order: newArticle, fault: ['POST artikelen', { cutBefore: true }] },
  'write.unknown.salesOrder': { fault: ['POST verkooporders', { cutBefore: true }] },
  'write.unknown.several': {
    seed: { relaties: [anna] },
    fault: ['POST verkooporders', { cutBefore: true }],
    meanwhile: async (scene) => {
      const same = { relatie: 500, betalingskenmerk: '1001', datum: '2026-03-02T00:00:00', totaalInclusiefBtw: 16 }
      await scene.typeIn({ verkooporders: [77, 78].map((nummer) => ({ nummer, ...same })) })
      scene.clock.advance(3 * 60_000)
    },
  },
  'customer.noFreeCode': { fault: ['POST relaties', refusal('REL-0008', 'De code is in gebruik.'), 'always'] },
  'customer.vatNumberRefused': {
    person: { company: 'Jansen BV', vatNumber: 'NL123456782B90' },
    seed: { refusedVatNumbers: ['NL123456782B90'] },
  },
  'sale.deliveryAddressMissing': {
    fault: ['POST verkooporders', { cutAfterCommit: true }],
    administration: (connection) => ({
      ...connection,
      completeSalesOrder: async () => {
        throw new Refused('test', 'refused', [{ code: '', text: 'De order is al afgedrukt.' }])
      },
    }),
  },
  'customer.updateRefused': {
    choices: { customerHandling: 'addAndUpdate' },
    seed: { relaties: [anna] },
    fault: ['PUT relaties', refusal('REL-0060', 'Het adres is onvolledig.')],
  },
  'customer.updateUnsure': {
    choices: { customerHandling: 'addAndUpdate' },
    seed: { relaties: [anna] },
    fault: ['PUT relaties', { cutAfterCommit: true }],
  },
  'article.updateRefused': {
    choices: { articleHandling: 'addAndUpdate' },
    seed: { artikelen: [{ artikelcode: 'ART-0001', omschrijving: 'Oude mok' }] },
    fault: ['PUT artikelen', refusal('ART-0013', 'Het artikel mag niet worden gewijzigd.')],
  },
  'sale.writtenTotalDiffers': {
    order: { lines: Array.from({ length: 20 }, (_, index) => ({ article: 4 * index + 11, quantity: 1 })) },
    choices: { salesTemplate: 'Factuur exclusief btw', differenceArticle: 'HOOG, GEEN' },
    change: (order) => ({ ...order, priceEntry: 'excl' }),
    simulator: { rounding: 'perLine' },
  },
  // An order such as no shop of ours gives: what remains is to say so, and to go on.
  'order.bug': { change: (order) => ({ ...order, charges: 'none' as unknown as ShopOrder['charges'] }) },
}

const original = '1000' as ShopOrderId
/** Orders 1001 and 999 as credits of order 1000, as a shop with credit slips gives them. */
const asCredit =
  (more: Partial<ShopOrder> = {}) =>
  (order: ShopOrder): ShopOrder => {
    if (String(order.number) === String(original)) return order
    return { ...negated(order), creditOf: original, ...(String(order.number) === '1001' ? more : {}) }
  }
const first = (more: Partial<FakeOrder> = {}): FakeOrder => mugOrder(1000, guest('Anna'), more)
const cannotBeMade = { unexplained: '-5.0000' }
const cancelled = { statusId: '7' }
const cancelledStatus = { code: '7', text: 'Geannuleerd', meaning: 'cancelled' } as const
const ofCancellation = { id: cancelCreditId(original), status: cancelledStatus }

const credits: Readonly<Record<string, Situation>> = {
  'sale.withdrawn': { change: (order) => ({ ...order, status: cancelledStatus }) },
  'credit.refunded': { change: asCredit(), meanwhile: async ({ shop }) => shop.put(first()) },
  'credit.cancelled': {
    change: asCredit(ofCancellation),
    meanwhile: async (scene) => {
      scene.shop.put(first())
      await scene.import({ change: asCredit(ofCancellation) })
      scene.shop.put(first(cancelled))
    },
  },
  'credit.ignored': { change: asCredit(), choices: { refunds: 'ignore' } },
  'credit.originalUnknown': { change: asCredit() },
  'credit.originalNotMade': {
    change: asCredit(),
    meanwhile: async (scene) => {
      scene.shop.put(first(cannotBeMade))
      await scene.import({ change: asCredit() })
      await scene.dismiss(original)
    },
  },
  'credit.originalWaits': { change: asCredit(), meanwhile: async ({ shop }) => shop.put(first(cannotBeMade)) },
  'credit.nothingMade': {
    change: asCredit(),
    meanwhile: async (scene) => {
      scene.shop.put(first(cannotBeMade))
      await scene.import({ change: asCredit() })
      scene.shop.put(first(cancelled))
    },
  },
  'credit.already': {
    change: asCredit(),
    choices: { refunds: 'creditOrder' },
    meanwhile: async ({ shop }) => shop.put(first(), mugOrder(999, guest('Anna'), { added: '2026-03-02 09:00:00' })),
  },
  'credit.tooMuch': {
    change: asCredit(),
    choices: { refunds: 'creditOrder' },
    meanwhile: async ({ shop }) => {
      const small = { added: '2026-03-02 09:00:00', shippingExcl: '0.0000' }
      shop.put(first(), mugOrder(999, guest('Anna'), small))
    },
  },
  'credit.noLonger': { change: asCredit(ofCancellation), meanwhile: async ({ shop }) => shop.put(first()) },
  'credit.restored': {
    change: asCredit({ id: `${original}:restored` as ShopOrderId }),
    meanwhile: async ({ shop }) => shop.put(first()),
  },
}

export const situations: Readonly<Record<string, Situation>> = {
  ...customers,
  ...articles,
  ...sales,
  ...credits,
  ...writing,
  ...entrySituations,
}
