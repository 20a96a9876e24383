// Begins and ends the runs of profiles: several side by side, one profile never twice (PLAN-4), each noted in the history.
import type { Instant, ProfileId } from '../../core/ids.ts'
import type { TaskPlan, TaskRun } from '../../store/store.ts'
import { instantOf, type RunTuning } from '../context.ts'
import { thisProcess } from '../holder.ts'
import { findOtherWorker } from '../keep-lease.ts'
import type { Program } from '../program.ts'
import type { Subscriber } from './events.ts'
import { doJob, type Job, type JobEnd, nothingCounted, taskOf, toTaskFailure } from './job.ts'
import { createRunning, noteProgress, type Running, statusOf } from './running.ts'
import { passTurn } from './turns.ts'

/** `started` false: this profile is being run, here ('running') or by another process ('busy'), or the service stops. `finished`
 *  gives the run once it has ended, null for what is no task (a preview); it never fails. */
export type RunStart =
  | { readonly started: true; readonly finished: Promise<TaskRun | null> }
  | { readonly started: false; readonly why: 'running' | 'busy' | 'stopping' }

export type LauncherParts = {
  readonly program: Program
  readonly tuning: RunTuning
  readonly zone: string
  readonly emit: Subscriber
  readonly report: (error: unknown) => void
  /** Told after each run. */
  readonly ended: () => void
}

export type Launcher = {
  readonly running: ReadonlyMap<ProfileId, Running>
  /** As many as go side by side; planned ones wait then. */
  readonly isFull: () => boolean
  readonly launch: (profile: ProfileId, job: Job, by: TaskRun['by']) => Promise<RunStart>
  /** What waits is decided anew, at once or after the run that goes on. */
  readonly launchAgain: (profile: ProfileId) => Promise<void>
  readonly stopAll: () => Promise<void>
}

const mostAtOnce = 8

export function createLauncher(parts: LauncherParts): Launcher {
  const { program, emit, report } = parts
  const { store, clock } = program
  const running = new Map<ProfileId, Running>()
  let stopping = false

  const tellStatus = (profile: ProfileId, run: TaskRun | null): void =>
    emit({ type: 'status', profile, status: statusOf(profile, running.get(profile), clock()), run })

  const launch: Launcher['launch'] = async (profile, job, by) => {
    if (stopping) return { started: false, why: 'stopping' }
    if (running.has(profile)) return { started: false, why: 'running' }
    // Noted before anything is waited for, so that a second one cannot begin meanwhile.
    const own = createRunning(profile, clock())
    running.set(profile, own)
    try {
      if ((await findOtherWorker(store, profile, clock())) !== null) {
        running.delete(profile)
        return { started: false, why: 'busy' }
      }
    } catch (error) {
      running.delete(profile)
      throw error
    }
    own.finished = execute(own, job, by)
    return { started: true, finished: own.finished }
  }

  const execute = async (own: Running, job: Job, by: TaskRun['by']): Promise<TaskRun | null> => {
    const { profile } = own
    tellStatus(profile, null)
    const run = await runNoted(parts, own, job, by)
    if (!(stopping && run?.outcome === 'stopped') && run?.failure?.code !== 'store.busy')
      for (const task of tasksDone(job))
        await passTurn({ tasks: store.tasks, clock, zone: parts.zone }, { profile, task }).catch(report)
    await store.inbox.counts(profile).then((counts) => emit({ type: 'attention', profile, counts }), report)
    running.delete(profile)
    tellStatus(profile, run)
    if (own.again) await launchAgain(profile).catch(report)
    parts.ended()
    return run
  }

  const launchAgain = async (profile: ProfileId): Promise<void> => {
    const own = running.get(profile)
    if (own !== undefined) {
      own.again = true
      return
    }
    const plans = [await store.tasks.plan(profile, 'importOrders'), await store.tasks.plan(profile, 'exportStock')]
    const isOn = ({ interval, paused }: TaskPlan): boolean => interval !== 'off' && !paused
    await launch(profile, plans.some(isOn) ? 'write' : 'decide', 'person')
  }

  return {
    running,
    isFull: () => running.size >= mostAtOnce,
    launch,
    launchAgain,
    stopAll: async () => {
      stopping = true
      for (const own of running.values()) own.stop.abort()
      await Promise.all([...running.values()].map((own) => own.finished))
    },
  }
}

/** The tasks whose turn this job was: exporting stock has imported the orders as well (STOCK-1). */
function tasksDone(job: Job): readonly TaskPlan['task'][] {
  if (job === 'write') return []
  const task = taskOf(job)
  return task === null ? [] : task === 'exportStock' ? ['exportStock', 'importOrders'] : [task]
}

/** Runs and keeps what came of it. A store that fails is told in the run as well, which then is not in the history. */
async function runNoted(parts: LauncherParts, own: Running, job: Job, by: TaskRun['by']): Promise<TaskRun | null> {
  const { store, clock } = parts.program
  const task = taskOf(job)
  const begun = { profile: own.profile, task: task ?? 'importOrders', startedAt: instantOf(own.startedAt), by }
  let id = 0
  const end = (jobEnd: JobEnd): TaskRun => ({ id, ...begun, endedAt: instantOf(clock()) as Instant, ...jobEnd })
  try {
    if (task !== null) id = await store.tasks.begin({ ...begun, holder: thisProcess() })
    const run = end(await runJob(parts, own, job))
    if (task === null) return null
    await store.tasks.end(id, { ...run, endedAt: run.endedAt ?? begun.startedAt })
    return run
  } catch (error) {
    parts.report(error)
    return task !== null ? end({ outcome: 'failed', counts: nothingCounted, failure: toTaskFailure(error) }) : null
  }
}

function runJob({ program, tuning, emit }: LauncherParts, own: Running, job: Job): Promise<JobEnd> {
  const { clock } = program
  return doJob(program, own.profile, job, {
    signal: own.stop.signal,
    tuning,
    at: () => {},
    opened: ({ accounting }) => {
      own.waits = accounting.waits
    },
    progress: (progress) => {
      if (noteProgress(own, progress, clock()))
        emit({ type: 'progress', profile: own.profile, status: statusOf(own.profile, own, clock()) })
    },
  })
}
