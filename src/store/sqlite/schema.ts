// The tables as the query builder sees them; the migrations make them. Text everywhere that JSON, instants or amounts are.
import type { Generated } from 'kysely'

type ProfilesTable = {
  id: string
  description: string
  shop_kind: string
  accounting_kind: string
  product: string
  created_at: string
}

type SettingsHistoryTable = {
  id: Generated<number>
  profile: string
  part: string
  changed_at: string
  changed_by: string
  changes: string
}

type SecretsTable = { profile: string; name: string; nonce: string; ciphertext: string; set_at: string }

type LeasesTable = { profile: string; holder: string | null; token: number; until: number }

export type InboxTable = {
  profile: string
  id: string
  number: string
  state: string
  placed_at: string
  order_date: string
  customer_name: string
  total_incl: string
  currency: string
  problem: string | null
  warnings: string
  decision: string | null
  chosen_customer: string | null
  remote_id: string | null
  remote_number: string | null
  dismissed_because: string | null
  changed_since: number
  /** The order that this one credits; null: it is no credit. */
  credit_of: string | null
  /** 1: changed by the shop, and nobody looked yet at what that means for what was made. */
  unseen: number
  received_at: string
  updated_at: string
}

export type InboxContentsTable = {
  profile: string
  id: string
  version: 'current' | 'newer'
  number: string
  order: string | null
  problem: string | null
  raw: string
  hash: string
}

/** `told`: JSON list. */
type ArticleSyncsTable = { profile: string; cursor: string; told: string }

export type EffectsTable = {
  profile: string
  order_id: string
  step: string
  marker: string
  state: string
  remote_id: string | null
  data: string
  intended_at: string
  settled_at: string | null
}

export type MirrorStatesTable = {
  profile: string
  kind: string
  /** Generation that is read. */
  current: number
  /** Generation of the reading under way, and the highest modifiedAt it has seen; null: none. */
  reading: number | null
  reading_high: string | null
  last_generation: number
  high_water: string | null
  whole_at: string | null
  refreshed_at: string | null
}

type MirrorRowsTable = {
  profile: string
  kind: string
  generation: number
  id: string
  modified_at: string | null
  data: string
}

export type LogTable = {
  id: Generated<number>
  at: string
  profile: string
  level: string
  order_number: string | null
  code: string
  data: string
}

/** Full-text index of the log by its id: `words` what it tells, `codes` as ‹code› each. Holds no text, so it cannot be read. */
type LogTextTable = { rowid: number; words: string; codes: string }

type TaskPlansTable = {
  profile: string
  task: string
  interval: string
  next_at: string | null
  anchor_at: string | null
  paused: number
}

export type TaskRunsTable = {
  id: Generated<number>
  profile: string
  task: string
  started_at: string
  ended_at: string | null
  by: string
  holder: string
  outcome: string
  counts: string
  failure: string | null
}

type StockLinesTable = {
  profile: string
  key: string
  code: string
  name: string
  not_managed: string | null
  confirmed: number | null
  intended: number | null
  reading: number
}

type StockChangesTable = {
  id: Generated<number>
  profile: string
  at: string
  code: string
  name: string
  change: string
}

type StockProblemsTable = { profile: string; code: string; about: string; data: string; since: string }

export type UsersTable = { id: string; name: string; role: string; password_hash: string; created_at: string }

type SessionsTable = {
  token_hash: string
  user: string
  created_at: string
  expires_at: string
  user_agent: string
}

export type Tables = {
  facts: { name: string; value: string }
  profiles: ProfilesTable
  settings: { profile: string; part: string; values: string }
  settings_history: SettingsHistoryTable
  secrets: SecretsTable
  program_secrets: Omit<SecretsTable, 'profile'>
  leases: LeasesTable
  cursors: { profile: string; cursor: string; up_to: string }
  inbox: InboxTable
  inbox_contents: InboxContentsTable
  article_syncs: ArticleSyncsTable
  effects: EffectsTable
  mirror_states: MirrorStatesTable
  mirror_rows: MirrorRowsTable
  log: LogTable
  log_text: LogTextTable
  stock_states: { profile: string; reading: number; whole_at: string | null }
  stock_lines: StockLinesTable
  stock_changes: StockChangesTable
  stock_problems: StockProblemsTable
  task_plans: TaskPlansTable
  task_runs: TaskRunsTable
  users: UsersTable
  sessions: SessionsTable
  values: { key: string; value: string }
}
