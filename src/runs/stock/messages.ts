// Why a task cannot run, or stopped, where it is about stock.
import type { FailureCatalogue } from '../../core/problem.ts'

export const stockFailures = {
  'stock.notSupported': {
    spec: 'STOCK-1',
    text: {
      nl: 'Deze webshop, of de manier waarop hij is gekoppeld, neemt geen voorraad aan.',
      en: 'This shop, or the way it is connected, takes no stock.',
    },
    todo: {
      nl: 'Plan ‘Importeren orders’ in plaats hiervan, of kies bij de koppeling met de webshop een andere manier.',
      en: 'Plan ‘Importing orders’ instead, or choose another way in the connection with the shop.',
    },
  },
  'stock.bookkeeping': {
    spec: 'STOCK-1',
    text: {
      nl: 'Dit profiel maakt verkoopboekingen, en die verlagen de voorraad in SnelStart niet. Daarom wordt er geen voorraad geëxporteerd.',
      en: 'This profile makes sales entries, which do not lower the stock in SnelStart. That is why no stock is exported.',
    },
    todo: {
      nl: 'Kies voor dit profiel verkooporders als u de voorraad wilt exporteren.',
      en: 'Choose sales orders for this profile if you want to export stock.',
    },
  },
  'stock.unanswered': {
    spec: 'STOCK-3',
    text: {
      nl: 'De webshop zei niets over de voorraad van artikel {code}.',
      en: 'The shop said nothing about the stock of article {code}.',
    },
    todo: {
      nl: 'S-Connect stuurt hem de volgende keer opnieuw. Blijft dit zo, werk dan de module in de webshop bij.',
      en: 'S-Connect sends it again next time. If this stays, update the module in the shop.',
    },
  },
  'task.notSupported': {
    spec: 'PLAN-1',
    text: { nl: 'Deze webshop kan de taak ‘{nl}’ niet.', en: 'This shop cannot do the task ‘{en}’.' },
    todo: { nl: 'Kies een andere taak.', en: 'Choose another task.' },
  },
} as const satisfies FailureCatalogue
