// What every store promises, as one suite that each implementation runs.
import { describe } from 'vitest'
import { creditsContract } from './contract/credits.ts'
import { effectsContract } from './contract/effects.ts'
import { inboxContract } from './contract/inbox.ts'
import { inboxPagesContract } from './contract/inbox-pages.ts'
import { inboxPeopleContract } from './contract/inbox-people.ts'
import { inboxPerDayContract } from './contract/inbox-per-day.ts'
import { leasesContract } from './contract/leases.ts'
import { logContract } from './contract/log.ts'
import { logSearchContract } from './contract/log-search.ts'
import { mirrorContract } from './contract/mirror.ts'
import { profilesContract } from './contract/profiles.ts'
import type { TestStores } from './contract/samples.ts'
import { secretsContract } from './contract/secrets.ts'
import { stockContract } from './contract/stock.ts'
import { tasksContract } from './contract/tasks.ts'
import { usersContract } from './contract/users.ts'
import { valuesContract } from './contract/values.ts'

export function storeContract(name: string, stores: TestStores): void {
  describe(`${name} keeps the promises of a store:`, () => {
    profilesContract(stores)
    secretsContract(stores)
    leasesContract(stores)
    inboxContract(stores)
    inboxPeopleContract(stores)
    inboxPagesContract(stores)
    creditsContract(stores)
    effectsContract(stores)
    mirrorContract(stores)
    logContract(stores)
    logSearchContract(stores)
    inboxPerDayContract(stores)
    stockContract(stores)
    tasksContract(stores)
    usersContract(stores)
    valuesContract(stores)
  })
}
