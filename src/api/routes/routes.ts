// Every resource of the API, as a list.
import type { Api } from '../api.ts'
import type { EventHub } from '../events.ts'
import type { ApiParts } from '../parts.ts'
import { addAlerts } from './alerts.ts'
import { addBridges } from './bridges.ts'
import { addChart } from './chart.ts'
import { addComparison } from './comparison.ts'
import { addConnections } from './connections.ts'
import { addEvents } from './events.ts'
import { addFiles } from './files.ts'
import { addHealth } from './health.ts'
import { addLedger } from './ledger.ts'
import { addLog } from './log.ts'
import { addMachine } from './machine.ts'
import { addOffers } from './offers.ts'
import { addOrderCustomer } from './order-customer.ts'
import { addOrders } from './orders.ts'
import { addOverview } from './overview.ts'
import { addPlan } from './plan.ts'
import { addPreview } from './preview.ts'
import { addProfiles } from './profiles.ts'
import { addSecrets } from './secrets.ts'
import { addSession } from './session.ts'
import { addSettings } from './settings.ts'
import { addStock } from './stock.ts'
import { addUsers } from './users.ts'

const resources = [
  addSession,
  addUsers,
  addOverview,
  addProfiles,
  addSettings,
  addConnections,
  addOffers,
  addPlan,
  addPreview,
  addStock,
  addOrders,
  addLedger,
  addComparison,
  addOrderCustomer,
  addLog,
  addChart,
  addSecrets,
  addAlerts,
  addMachine,
  addHealth,
  addFiles,
  addBridges,
]

export async function addRoutes(
  app: Api,
  parts: ApiParts,
  events: EventHub,
  describe: () => Promise<object>,
): Promise<void> {
  for (const add of resources) add(app, parts)
  addEvents(app, parts, events)
  app.get('/api/openapi.json', { config: { access: 'open' }, schema: { hide: true } as object }, async () => describe())
}
