// A state is always said three ways: sign, word and colour.
import type { ReactNode } from 'react'
import type { OrderState, TaskRun } from '../api/types.ts'
import { useWords } from '../text/words.ts'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'well' | 'attention' | 'failed' | 'quiet'

type Look = { readonly tone: Tone; readonly icon: IconName }

const ofState: Readonly<Record<OrderState, Look>> = {
  waiting: { tone: 'quiet', icon: 'waiting' },
  writing: { tone: 'quiet', icon: 'waiting' },
  done: { tone: 'well', icon: 'well' },
  skipped: { tone: 'quiet', icon: 'skipped' },
  problem: { tone: 'attention', icon: 'attention' },
  unknown: { tone: 'attention', icon: 'unknown' },
  dismissed: { tone: 'quiet', icon: 'skipped' },
}

const ofOutcome: Readonly<Record<TaskRun['outcome'], Look>> = {
  running: { tone: 'quiet', icon: 'waiting' },
  well: { tone: 'well', icon: 'well' },
  attention: { tone: 'attention', icon: 'attention' },
  failed: { tone: 'failed', icon: 'failed' },
  stopped: { tone: 'quiet', icon: 'skipped' },
}

export function Mark({ tone, icon, children }: Look & { readonly children: ReactNode }) {
  return (
    <span className={`mark tone-${tone}`}>
      <Icon name={icon} size={14} />
      {children}
    </span>
  )
}

export function StateMark({ state }: { readonly state: OrderState }) {
  const { t } = useWords()
  return <Mark {...ofState[state]}>{t(`state.${state}`)}</Mark>
}

export function OutcomeMark({ outcome }: { readonly outcome: TaskRun['outcome'] }) {
  const { t } = useWords()
  return <Mark {...ofOutcome[outcome]}>{t(`outcome.${outcome}`)}</Mark>
}

/** A message in the page. `live`: read out when it appears. */
export function Note({
  tone,
  live,
  children,
}: {
  readonly tone: Tone
  readonly live?: boolean
  readonly children: ReactNode
}) {
  return (
    <div className={`note tone-${tone}`} {...(live === true ? { role: tone === 'failed' ? 'alert' : 'status' } : {})}>
      <Icon name={tone} />
      <div>{children}</div>
    </div>
  )
}
