// Secrets of the whole program (the mail server's password), beside those of the profiles.
import type { Migration } from './migration.ts'

export const programSecrets: Migration = {
  version: 3,
  sql: `
create table program_secrets (
  name text primary key, nonce text not null, ciphertext text not null, set_at text not null
) strict, without rowid;
`,
}
