// What the file system says about an .mdb file, as a failure that messages.ts has words for.
import { ConnectionFailed, Failure, type FailureContext, SettingsWrong } from '../../../../core/failures.ts'

/** A ConnectionFailed may be over the next moment; the rest will not. What is a failure already stays one. */
export function fileFailure(error: unknown, context: FailureContext): unknown {
  if (error instanceof Failure || !(error instanceof Error)) return error
  if (error instanceof RangeError) return new SettingsWrong('desktop.mdbMemory', error.message, context, error)
  const said = 'code' in error && typeof error.code === 'string' ? error.code : null
  if (said === null) return error
  const more = { ...context, said }
  switch (said) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new SettingsWrong('desktop.mdbMissing', 'the file is not there', more, error)
    case 'EACCES':
    case 'EPERM':
      return new SettingsWrong('desktop.mdbForbidden', 'the file may not be read', more, error)
    // Windows: another program has opened it for itself alone.
    case 'EBUSY':
      return new ConnectionFailed('desktop.mdbLocked', 'the file is locked', {
        sent: false,
        context: more,
        cause: error,
      })
    default:
      return new ConnectionFailed('desktop.mdbUnreachable', 'the file could not be read', {
        sent: false,
        context: more,
        cause: error,
      })
  }
}
