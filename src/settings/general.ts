// What every profile has, whatever its shop: the start point (SHOP-1).
import { field, settingsOf } from './field.ts'

const group = 'general'

export const generalFields = {
  startAt: field.instant({
    nl: 'Vanaf datum/tijd',
    en: 'From date/time',
    spec: 'SHOP-1',
    group,
    help: {
      nl: 'Orders die vanaf dit tijdstip zijn geplaatst, worden ingelezen. Daarna schuift S-Connect zelf op naar de laatst ingelezen order.',
      en: 'Orders placed from this moment on are read. After that S-Connect moves on by itself to the last order that was read.',
    },
  }),
  startAtNumber: field.text({
    nl: 'Vanaf ordernummer',
    en: 'From order number',
    spec: 'SHOP-1',
    group,
    max: 50,
    help: {
      nl: 'Alleen voor webshops die vanaf een ordernummer kunnen beginnen.',
      en: 'Only for shops that can begin at an order number.',
    },
  }),
} as const

export const generalSettings = settingsOf(generalFields)
