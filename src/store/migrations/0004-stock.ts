// The shop's stock: what each article was told last, what is the matter with some, and the changes of the last weeks.
import type { Migration } from './migration.ts'

export const stock: Migration = {
  version: 4,
  sql: `
create table stock_states (
  profile text primary key references profiles (id) on delete cascade,
  reading integer not null, whole_at text
) strict, without rowid;

create table stock_lines (
  profile text not null references profiles (id) on delete cascade,
  key text not null, code text not null, name text not null, not_managed text,
  confirmed integer, intended integer, reading integer not null,
  primary key (profile, key)
) strict, without rowid;

create table stock_changes (
  id integer primary key autoincrement,
  profile text not null references profiles (id) on delete cascade,
  at text not null, code text not null, name text not null, change text not null
) strict;
create index stock_changes_by_profile on stock_changes (profile, id);
create index stock_changes_by_time on stock_changes (at);

create table stock_problems (
  profile text not null references profiles (id) on delete cascade,
  code text not null, about text not null, data text not null, since text not null,
  primary key (profile, code, about)
) strict, without rowid;
`,
}
