// What the first page of a file tells: whether it is an Access database of the format that SnelStart makes.
import { type FailureContext, SettingsWrong, UnexpectedAnswer } from '../../../../core/failures.ts'
import { isEncoded } from './encoding.ts'
import { pageSize } from './pages.ts'

/** Jet is a format of at most 2 GB. */
const largestBytes = 2 ** 31

/** Of an Access 2000/2003 file, which is what SnelStart makes (reference B1). `plain`: not encoded. Throws SettingsWrong
 *  'desktop.mdbNotAccess' or 'desktop.mdbTooLarge', or UnexpectedAnswer 'desktop.mdbDamaged'. */
export function readHeader(start: Buffer, size: number, context: FailureContext): { readonly plain: boolean } {
  const isJet4 = start.toString('latin1', 4, 19) === 'Standard Jet DB' && start[0x14] === 1
  if (size > 0 && !isJet4) throw new SettingsWrong('desktop.mdbNotAccess', 'no Access 2000/2003 database', context)
  if (size > largestBytes)
    throw new SettingsWrong('desktop.mdbTooLarge', 'larger than 2 GB', { ...context, limit: '2 GB' })
  if (size < 3 * pageSize || size % pageSize > 0)
    throw new UnexpectedAnswer('desktop.mdbDamaged', `${size} bytes are no whole pages`, context)
  return { plain: !isEncoded(start) }
}
