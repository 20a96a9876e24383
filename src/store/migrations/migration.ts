// One step in the shape of the database.

/** `sql` leads from the version before it to `version`; it runs in one transaction. */
export type Migration = { readonly version: number; readonly sql: string }
