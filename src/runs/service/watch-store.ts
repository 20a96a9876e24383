// The store as the service gives it to everybody: the same, but those who watch are told what changes. What another process
// changes is told by watch-others.ts.
import type { ProfileId } from '../../core/ids.ts'
import type { LogEntry, SettingsPart, Store } from '../../store/store.ts'
import type { Subscriber } from './events.ts'

export function watchStore(store: Store, emit: Subscriber): Store {
  const log: Store['log'] = {
    ...store.log,
    add: async (entries) => {
      await store.log.add(entries)
      tellLog(emit, entries)
    },
  }
  const tasks: Store['tasks'] = {
    ...store.tasks,
    savePlan: async (plan) => {
      await store.tasks.savePlan(plan)
      emit({ type: 'plan', profile: plan.profile, task: plan.task, plan })
    },
  }
  return {
    ...store,
    profiles: watchProfiles(store, emit),
    secrets: watchSecrets(store, emit),
    inbox: watchInbox(store, emit),
    log,
    tasks,
  }
}

function tellLog(emit: Subscriber, entries: readonly LogEntry[]): void {
  for (const { profile, level, order, code, at } of entries) emit({ type: 'log', profile, level, order, code, at })
}

function watchProfiles({ profiles }: Store, emit: Subscriber): Store['profiles'] {
  const tell = (profile: ProfileId, part: SettingsPart | null): void => emit({ type: 'settings', profile, part })
  return {
    ...profiles,
    add: async (profile) => {
      await profiles.add(profile)
      tell(profile.id, null)
    },
    remove: async (id) => {
      await profiles.remove(id)
      tell(id, null)
    },
    saveSettings: async (id, part, ...rest) => {
      await profiles.saveSettings(id, part, ...rest)
      tell(id, part)
    },
    saveDescription: async (id, description) => {
      await profiles.saveDescription(id, description)
      tell(id, null)
    },
  }
}

/** What adapters remember by themselves ('memory.…') is no setting. */
function watchSecrets({ secrets }: Store, emit: Subscriber): Store['secrets'] {
  return {
    ...secrets,
    set: async (profile, name, ...rest) => {
      await secrets.set(profile, name, ...rest)
      const [part] = name.split('.')
      if (profile !== null && (part === 'shop' || part === 'accounting')) emit({ type: 'settings', profile, part })
    },
  }
}

function watchInbox({ inbox }: Store, emit: Subscriber): Store['inbox'] {
  const tellChanged = async (profile: ProfileId, changed: number): Promise<number> => {
    if (changed === 0) return 0
    emit({ type: 'order', profile, order: null, state: null })
    emit({ type: 'attention', profile, counts: await inbox.counts(profile) })
    return changed
  }
  return {
    ...inbox,
    storePage: async (lease, page) => {
      const stored = await inbox.storePage(lease, page)
      if (stored.added + stored.changed > 0) emit({ type: 'order', profile: lease.profile, order: null, state: null })
      return stored
    },
    settle: async (lease, id, settlement, at) => {
      await inbox.settle(lease, id, settlement, at)
      const { profile } = lease
      emit({ type: 'order', profile, order: id, state: settlement.state })
      tellLog(
        emit,
        (settlement.log ?? []).map((entry) => ({ ...entry, profile })),
      )
    },
    retry: async (profile, ids, at) => tellChanged(profile, await inbox.retry(profile, ids, at)),
    chooseCustomer: async (profile, id, chosen, at) =>
      (await tellChanged(profile, (await inbox.chooseCustomer(profile, id, chosen, at)) ? 1 : 0)) > 0,
    dismiss: async (profile, ids, reason, at) => tellChanged(profile, await inbox.dismiss(profile, ids, reason, at)),
  }
}
