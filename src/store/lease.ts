import type { ProfileId } from '../core/ids.ts'

/** The right to work on one profile. `token` grows with every new holder (fencing). */
export type Lease = { readonly profile: ProfileId; readonly holder: string; readonly token: number }
