// Credits (BEY-3): which order an order credits, and which orders the shop changed without anybody having looked at what that
// means. And how far the shop's articles were read (ART), with what was told about them.
import type { Migration } from './migration.ts'

export const credits: Migration = {
  version: 5,
  sql: `
alter table inbox add column credit_of text;
alter table inbox add column unseen integer not null default 0;
create index inbox_credits on inbox (profile, credit_of) where credit_of is not null;
create index inbox_unseen on inbox (profile, id) where unseen = 1;

create table article_syncs (
  profile text primary key references profiles (id) on delete cascade,
  cursor text not null, told text not null
) strict, without rowid;
`,
}
