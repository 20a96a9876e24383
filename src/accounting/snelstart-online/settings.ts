// The settings of an administration in SnelStart Online (SNEL-5): the keys, and how much of SnelStart's limits we may use.
import type { z } from 'zod'
import { field, settingsOf } from '../../settings/field.ts'

export const settings = {
  clientKey: field.secret({
    nl: 'Koppelsleutel',
    en: 'Client key',
    spec: 'SNEL-5',
    group: 'snelstart',
    required: true,
    help: {
      nl: 'De sleutel van uw administratie. U maakt hem in SnelStart Web onder Instellingen, Koppelingen. Elke sleutel opent precies één administratie.',
      en: 'The key of your administration. You make it in SnelStart Web under Settings, Connections. Each key opens exactly one administration.',
    },
  }),
  subscriptionKeyPrimary: field.secret({
    nl: 'Abonnementssleutel (primair)',
    en: 'Subscription key (primary)',
    spec: 'SNEL-5',
    group: 'snelstart',
    required: true,
    help: {
      nl: 'De primaire sleutel van het abonnement op de SnelStart-API. U vindt hem in het ontwikkelaarsportaal van SnelStart, bij uw profiel.',
      en: 'The primary key of the subscription to the SnelStart API. You find it in SnelStart’s developer portal, in your profile.',
    },
  }),
  subscriptionKeySecondary: field.secret({
    nl: 'Abonnementssleutel (secundair)',
    en: 'Subscription key (secondary)',
    spec: 'SNEL-5',
    group: 'snelstart',
    help: {
      nl: 'Mag leeg blijven. Wordt gebruikt als SnelStart op de primaire sleutel te veel aanvragen meldt, of als die sleutel is vervangen.',
      en: 'May stay empty. It is used when SnelStart reports too many requests on the primary key, or when that key was replaced.',
    },
  }),
  perMinute: field.number({
    nl: 'Aanvragen per minuut',
    en: 'Requests per minute',
    spec: 'SNEL-5',
    group: 'advanced',
    default: 500,
    min: 1,
    max: 100_000,
    help: {
      nl: 'Wat uw abonnement per minuut toestaat. Een ontwikkelabonnement heeft 100, een productieabonnement 500.',
      en: 'What your subscription allows per minute. A development subscription has 100, a production subscription 500.',
    },
  }),
  perHour: field.number({
    nl: 'Aanvragen per uur',
    en: 'Requests per hour',
    spec: 'SNEL-5',
    group: 'advanced',
    default: 5000,
    min: 1,
    max: 1_000_000,
    help: {
      nl: 'Wat uw abonnement per uur toestaat. Een ontwikkelabonnement heeft 1000, een productieabonnement 5000.',
      en: 'What your subscription allows per hour. A development subscription has 1000, a production subscription 5000.',
    },
  }),
  leaveRoomPercent: field.number({
    nl: 'Ruimte voor andere koppelingen (%)',
    en: 'Room for other connections (%)',
    spec: 'SNEL-5',
    group: 'advanced',
    default: 10,
    min: 0,
    max: 90,
    help: {
      nl: 'Dit deel van de aanvragen blijft vrij voor andere koppelingen met dezelfde administratie. Hoe hoger, hoe langzamer een grote import.',
      en: 'This part of the requests stays free for other connections with the same administration. The higher, the slower a large import.',
    },
  }),
  apiUrl: field.text({
    nl: 'Adres van de SnelStart-API',
    en: 'Address of the SnelStart API',
    spec: 'SNEL-5',
    group: 'advanced',
    default: 'https://b2bapi.snelstart.nl/v2',
    pattern: /^https?:\/\/\S+$/,
    help: {
      nl: 'Alleen wijzigen om met een simulator of een tussenstation te werken.',
      en: 'Change this only to work with a simulator or a proxy.',
    },
  }),
  tokenUrl: field.text({
    nl: 'Adres voor het aanmelden',
    en: 'Address for logging in',
    spec: 'SNEL-5',
    group: 'advanced',
    default: 'https://auth.snelstart.nl/b2b/token',
    pattern: /^https?:\/\/\S+$/,
    help: {
      nl: 'Alleen wijzigen om met een simulator of een tussenstation te werken.',
      en: 'Change this only to work with a simulator or a proxy.',
    },
  }),
}

const checked = settingsOf(settings)
export type SnelStartSettings = z.infer<typeof checked>
