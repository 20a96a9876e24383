// The first tables. Amounts, instants and JSON are text, so that any tool can read the file. Never edited once released:
// a change of shape is a new number.
import type { Migration } from './migration.ts'

export const first: Migration = {
  version: 1,
  sql: `
create table facts (name text primary key, value text not null) strict, without rowid;

create table profiles (
  id text primary key, description text not null, shop_kind text not null, accounting_kind text not null,
  product text not null, created_at text not null
) strict, without rowid;

create table settings (
  profile text not null references profiles (id) on delete cascade,
  part text not null, "values" text not null,
  primary key (profile, part)
) strict, without rowid;

create table settings_history (
  id integer primary key autoincrement,
  profile text not null references profiles (id) on delete cascade,
  part text not null, changed_at text not null, changed_by text not null, changes text not null
) strict;
create index settings_history_by_profile on settings_history (profile);

create table secrets (
  profile text not null references profiles (id) on delete cascade,
  name text not null, nonce text not null, ciphertext text not null, set_at text not null,
  primary key (profile, name)
) strict, without rowid;

create table leases (
  profile text primary key references profiles (id) on delete cascade,
  holder text, token integer not null, until integer not null
) strict, without rowid;

create table cursors (
  profile text primary key references profiles (id) on delete cascade,
  cursor text not null, up_to text not null
) strict, without rowid;

-- placed_at '' = the shop gave none; such orders come first.
create table inbox (
  profile text not null references profiles (id) on delete cascade,
  id text not null, number text not null, state text not null, placed_at text not null,
  customer_name text not null, total_incl text not null, currency text not null,
  problem text, warnings text not null, decision text, remote_id text, remote_number text, dismissed_because text,
  changed_since integer not null, received_at text not null, updated_at text not null,
  primary key (profile, id)
) strict;
create index inbox_by_state on inbox (profile, state, placed_at, id);
create index inbox_by_time on inbox (profile, placed_at, id);
create index inbox_by_number on inbox (profile, number);

-- What the shop sent. version 'current': what the inbox entry stands on; 'newer': came later and waits.
create table inbox_contents (
  profile text not null, id text not null, version text not null,
  number text not null, "order" text, problem text, raw text not null, hash text not null,
  primary key (profile, id, version),
  foreign key (profile, id) references inbox (profile, id) on delete cascade
) strict;

create table effects (
  profile text not null, order_id text not null, step text not null, marker text not null, state text not null,
  remote_id text, data text not null, intended_at text not null, settled_at text,
  primary key (profile, order_id, step),
  foreign key (profile, order_id) references inbox (profile, id) on delete cascade
) strict;
create index effects_open on effects (profile, intended_at) where state in ('intended', 'unknown');

create table mirror_states (
  profile text not null references profiles (id) on delete cascade,
  kind text not null, current integer not null, reading integer, reading_high text, last_generation integer not null,
  high_water text, whole_at text, refreshed_at text,
  primary key (profile, kind)
) strict, without rowid;

create table mirror_rows (
  profile text not null references profiles (id) on delete cascade,
  kind text not null, generation integer not null, id text not null, modified_at text, data text not null,
  primary key (profile, kind, generation, id)
) strict;

create table log (
  id integer primary key autoincrement,
  at text not null, profile text not null references profiles (id) on delete cascade,
  level text not null, order_number text, code text not null, data text not null
) strict;
create index log_by_profile on log (profile, id);
create index log_by_order on log (profile, order_number, id);
create index log_by_time on log (at);
`,
}
