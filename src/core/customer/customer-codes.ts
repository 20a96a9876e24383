// What a customer code may be. SnelStart's are positive whole numbers of 32 bits (reference/snelstart.md A7, relatiecode).
import type { CustomerCode } from '../ids.ts'

const highestCode = 2_147_483_647

/** The code without spaces and leading zeros; '' where there is none. */
export const customerCodeKey = (code: string): string => code.replace(/\s+/g, '').replace(/^0+(?=.)/, '')

/** The code as SnelStart can hold it, or null where it cannot ('K-100', '0', '-2', '99999999999'). */
export function toUsableCode(code: string): CustomerCode | null {
  const key = customerCodeKey(code)
  const usable = /^[1-9]\d{0,9}$/.test(key) && Number(key) <= highestCode
  return usable ? (key as CustomerCode) : null
}
