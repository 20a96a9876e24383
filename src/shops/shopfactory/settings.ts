// The settings of a ShopFactory profile (SHOP-6). User name and password are the manual's; how orders are fetched is not published
// anywhere, so it can be set.
import { field } from '../../settings/field.ts'

const web = { key: 'transport', is: ['web'] } as const

export const settings = {
  transport: field.choice({
    nl: 'Orders ophalen',
    en: 'Fetch orders',
    help: {
      nl: 'Hoe de orders van ShopFactory bij S-Connect komen. Het adres om ze op te halen is niet openbaar; alleen bestanden zijn zeker. Controleer de eerste order met het voorbeeld voordat u importeert.',
      en: 'How the orders of ShopFactory reach S-Connect. The address to fetch them from is not public; only files are certain. Check the first order with the preview before you import.',
    },
    spec: 'SHOP-6',
    group: 'shop',
    default: 'upload',
    choices: [
      { value: 'upload', nl: 'Ik geef zelf een bestand', en: 'I give a file myself' },
      { value: 'folder', nl: 'Uit een map op deze computer', en: 'From a folder on this computer' },
      { value: 'web', nl: 'Van een internetadres', en: 'From a web address' },
    ],
  }),
  folder: field.text({
    nl: 'Map met orderbestanden',
    en: 'Folder with order files',
    help: {
      nl: 'Nieuwe en gewijzigde bestanden in deze map worden gelezen. S-Connect verandert en verwijdert er niets.',
      en: 'New and changed files in this folder are read. S-Connect changes and removes nothing there.',
    },
    spec: 'SHOP-6',
    group: 'shop',
    required: true,
    when: { key: 'transport', is: ['folder'] },
  }),
  address: field.text({
    nl: 'Adres van de orders',
    en: 'Address of the orders',
    help: {
      nl: 'Met {from} voor het eerste ordernummer en {limit} voor het aantal, bijvoorbeeld https://…/orders.cgi?startorder={from}&max={limit}. Vraag het adres aan de leverancier van uw winkel.',
      en: 'With {from} for the first order number and {limit} for how many, such as https://…/orders.cgi?startorder={from}&max={limit}. Ask the maker of your shop for the address.',
    },
    spec: 'SHOP-6',
    group: 'shop',
    max: 1000,
    required: true,
    when: web,
    pattern: /^https?:\/\/\S+$/i,
  }),
  login: field.choice({
    nl: 'Inloggen',
    en: 'Log in',
    help: {
      nl: 'Hoe gebruikersnaam en wachtwoord worden meegegeven.',
      en: 'How user name and password are handed over.',
    },
    spec: 'SHOP-6',
    group: 'shop',
    default: 'basic',
    when: web,
    choices: [
      { value: 'basic', nl: 'Bij elke vraag (HTTP)', en: 'With each request (HTTP)' },
      { value: 'form', nl: 'Met een inlogformulier', en: 'With a log-in form' },
    ],
  }),
  loginAddress: field.text({
    nl: 'Adres van het inlogformulier',
    en: 'Address of the log-in form',
    help: {
      nl: 'Waar het formulier naartoe gestuurd wordt, met de velden username en password.',
      en: 'Where the form is sent to, with the fields username and password.',
    },
    spec: 'SHOP-6',
    group: 'shop',
    max: 1000,
    when: { key: 'login', is: ['form'] },
    pattern: /^https?:\/\/\S+$/i,
  }),
  userName: field.text({
    nl: 'Gebruikersnaam',
    en: 'User name',
    help: { nl: 'Waarmee u ook inlogt bij GlobeCharge.', en: 'With which you log in to GlobeCharge too.' },
    spec: 'SHOP-6',
    group: 'shop',
    required: true,
    when: web,
  }),
  password: field.secret({
    nl: 'Wachtwoord',
    en: 'Password',
    help: { nl: 'Wordt versleuteld bewaard.', en: 'Is kept encrypted.' },
    spec: 'SHOP-6',
    group: 'shop',
    required: true,
    when: web,
  }),
  orderStatuses: field.list({
    nl: 'Orderstatussen',
    en: 'Order statuses',
    help: {
      nl: 'Alleen orders met deze status worden ingelezen. Leeg: alles behalve onafgemaakte, geannuleerde en terugbetaalde orders.',
      en: 'Only orders with these statuses are read. Empty: all but unfinished, cancelled and refunded orders.',
    },
    spec: 'SHOP-6',
    group: 'shop',
    optionsFrom: 'orderStatuses',
  }),
  mapping: field.text({
    nl: 'Veldindeling',
    en: 'Mapping',
    help: {
      nl: 'Welk veld van het bestand wat is (docs/mapping.md). Leeg: de indeling van het orderdocument dat ShopFactory-winkels versturen; of uw bestand die heeft, ziet u met Bestand proberen.',
      en: 'Which field of the file is what (docs/mapping.md). Empty: that of the order document which ShopFactory shops send; whether your file has it, Try a file shows.',
    },
    spec: 'SHOP-6',
    group: 'mapping',
    max: 100_000,
    multiline: true,
  }),
} as const

/** What `connect` is given: the values of the fields above. */
export type ShopFactorySettings = {
  readonly transport: 'web' | 'folder' | 'upload'
  readonly folder: string
  readonly address: string
  readonly login: 'basic' | 'form'
  readonly loginAddress: string
  readonly userName: string
  readonly password: string
  readonly orderStatuses: readonly string[]
  readonly mapping: string
}
