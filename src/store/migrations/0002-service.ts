// What the service needs: plans and runs of tasks, users and their sessions, settings of the whole program, a log that can be
// searched by text and orders that can be counted by day. Never edited once released.
import type { Migration } from './migration.ts'

/** What can be found in a log entry (`row`): the order number and every value of its data; and its codes, each as ‹code›. */
const logText = (row: string): string => `
  coalesce(${row}.order_number, '') || char(10) ||
    coalesce((select group_concat(value, char(10)) from json_each(${row}.data)), ''),
  '‹' || ${row}.code || '›' || coalesce('‹' || json_extract(${row}.data, '$.problem') || '›', '') ||
    coalesce('‹' || json_extract(${row}.data, '$.failure') || '›', '')`

export const service: Migration = {
  version: 2,
  sql: `
create table task_plans (
  profile text not null references profiles (id) on delete cascade,
  task text not null, "interval" text not null, next_at text, anchor_at text, paused integer not null,
  primary key (profile, task)
) strict, without rowid;

create table task_runs (
  id integer primary key autoincrement,
  profile text not null references profiles (id) on delete cascade,
  task text not null, started_at text not null, ended_at text, "by" text not null, holder text not null,
  outcome text not null, counts text not null, failure text
) strict;
create index task_runs_by_profile on task_runs (profile, id);
create index task_runs_ended_well on task_runs (profile, task, id) where outcome in ('well', 'attention');
create index task_runs_going_on on task_runs (id) where outcome = 'running';

create table users (
  id text primary key, name text not null unique collate nocase, role text not null,
  password_hash text not null, created_at text not null
) strict, without rowid;

create table sessions (
  token_hash text primary key, "user" text not null references users (id) on delete cascade,
  created_at text not null, expires_at text not null, user_agent text not null
) strict, without rowid;
create index sessions_by_user on sessions ("user");

create table "values" (key text primary key, value text not null) strict, without rowid;

-- Day in the shop's calendar; '' = the order could not be read. By UTC an order of just after midnight is a day off.
alter table inbox add column order_date text not null default '';
update inbox set order_date = coalesce((
  select json_extract(content."order", '$.orderDate') from inbox_contents as content
  where content.profile = inbox.profile and content.id = inbox.id and content.version = 'current'
), substr(placed_at, 1, 10));
create index inbox_by_day on inbox (profile, order_date, state, currency, total_incl);

create index log_by_number on log (order_number, id) where order_number is not null;
create index log_normal on log (id) where level = 'normal';
create index log_normal_by_profile on log (profile, id) where level = 'normal';

-- Three letters in a row are the unit, so that a part of a word is found; the text itself stays in log alone.
create virtual table log_text using fts5 (
  words, codes, content = '', contentless_delete = 1, tokenize = 'trigram remove_diacritics 1'
);
insert into log_text (rowid, words, codes) select id, ${logText('log')} from log;
create trigger log_text_added after insert on log begin
  insert into log_text (rowid, words, codes) values (new.id, ${logText('new')});
end;
create trigger log_text_removed after delete on log begin
  delete from log_text where rowid = old.id;
end;
`,
}
