// Passwords are kept as scrypt hashes that carry their own cost, so that a later version can raise it. Used by the page's log-in
// and by `password reset`.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { SettingsWrong } from '../core/failures.ts'

/** 2^15 × 8 × 128 bytes = 32 MB and some 60 ms for each guess (OWASP's cheat sheet on storing passwords names this as a minimum). */
const usual = { log2N: 15, r: 8, p: 1 } as const
type Cost = { readonly log2N: number; readonly r: number; readonly p: number }

const keyBytes = 32
const shortestPassword = 10
/** Longer ones only cost time. */
export const longestPassword = 200

/** Throws SettingsWrong 'password.short', 'password.long', with `characters`. */
export function requirePassword(password: string): void {
  const { length } = [...password]
  if (length < shortestPassword)
    throw new SettingsWrong('password.short', 'too short', { characters: shortestPassword })
  if (length > longestPassword) throw new SettingsWrong('password.long', 'too long', { characters: longestPassword })
}

/** 'scrypt$15$8$1$<salt>$<hash>', both base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, usual)
  return ['scrypt', usual.log2N, usual.r, usual.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** false for a hash that cannot be read, too. Takes as long for a wrong password as for a right one. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [scheme, log2N, r, p, salt = '', wanted = ''] = hash.split('$')
  const cost: Cost = { log2N: Number(log2N), r: Number(r), p: Number(p) }
  if (scheme !== 'scrypt' || !Object.values(cost).every((part) => Number.isInteger(part) && part > 0 && part <= 20))
    return false
  const key = await derive(password, Buffer.from(salt, 'base64url'), cost)
  const expected = Buffer.from(wanted, 'base64url')
  return expected.length === key.length && timingSafeEqual(expected, key)
}

/** For a name that nobody has: checking it takes as long, so that the time does not tell which names there are. */
export const nobodysHash = `scrypt$${usual.log2N}$${usual.r}$${usual.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** The same characters typed on another keyboard are the same password. */
const derive = (password: string, salt: Buffer, { log2N, r, p }: Cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N: 2 ** log2N, r, p, maxmem: 2 ** log2N * r * 256 }
    scrypt(password.normalize('NFKC'), salt, keyBytes, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
