// 'Voorraad': what the shop is told (STOCK-1 … STOCK-3). Whether stock is exported at all is the plan of its task.
import { field } from './field.ts'

const group = 'stock'

export const stockFields = {
  negativeStock: field.choice({
    nl: 'Voorraad onder nul',
    en: 'Stock below zero',
    spec: 'STOCK-2',
    group,
    needsCapability: 'stock',
    default: 'zero',
    help: {
      nl: 'Wat de webshop krijgt als er meer is besteld dan er vrij is.',
      en: 'What the shop gets where more was ordered than is free.',
    },
    choices: [
      {
        value: 'zero',
        nl: 'Nul',
        en: 'Zero',
        help: { nl: 'De webshop krijgt 0.', en: 'The shop gets 0.' },
      },
      {
        value: 'asIs',
        nl: 'Zoals het is',
        en: 'As it is',
        help: {
          nl: 'De webshop krijgt het negatieve aantal, en weet dus hoeveel er nabesteld moet worden.',
          en: 'The shop gets the negative number, and so knows how many are to be ordered.',
        },
      },
    ],
  }),
  webTemplates: field.list({
    nl: 'Sjablonen van weborders',
    en: 'Templates of web orders',
    spec: 'STOCK-2',
    group,
    needsCapability: 'stock',
    optionsFrom: 'salesTemplates',
    help: {
      nl: 'Orders zonder afdruk op deze sjablonen gaan van de vrije voorraad af, ook als een ander ze maakte. Leeg: het verkoopsjabloon van elk profiel op deze administratie. Orders die S-Connect zelf maakte tellen altijd mee.',
      en: 'Orders without print on these templates are taken off the free stock, also where somebody else made them. Empty: the sales template of each profile on this administration. Orders that S-Connect made always count.',
    },
  }),
} as const
