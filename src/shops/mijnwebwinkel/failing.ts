// One place that turns what is wrong into a failure class; the words stand in `problems.ts` under the code.
import {
  ConnectionFailed,
  type Failure,
  type FailureContext,
  LoginRefused,
  Refused,
  SettingsWrong,
  UnexpectedAnswer,
} from '../../core/failures.ts'
import { type MijnwebwinkelProblem, mijnwebwinkelProblems } from './problems.ts'

/** Only a person can mend these, in the settings. */
const settingOf: Partial<Record<MijnwebwinkelProblem, string>> = {
  'mijnwebwinkel.badUrl': 'apiUrl',
  'mijnwebwinkel.notSecure': 'apiUrl',
  'mijnwebwinkel.redirect': 'apiUrl',
  'mijnwebwinkel.notFound': 'apiUrl',
  'mijnwebwinkel.startNumber': 'startAtNumber',
}

const loginProblems: readonly MijnwebwinkelProblem[] = [
  'mijnwebwinkel.keyRefused',
  'mijnwebwinkel.partnerRefused',
  'mijnwebwinkel.partnerMissing',
]
const notSent: readonly MijnwebwinkelProblem[] = [
  'mijnwebwinkel.nameUnknown',
  'mijnwebwinkel.unreachable',
  'mijnwebwinkel.certificate',
]
const connectionProblems: readonly MijnwebwinkelProblem[] = [
  ...notSent,
  'mijnwebwinkel.timeout',
  'mijnwebwinkel.broken',
  'mijnwebwinkel.serverError',
]

/** The failure for a code; `context` fills the places in its text and must be redacted already. */
export function failing(code: MijnwebwinkelProblem, context: FailureContext = {}, cause?: unknown): Failure {
  const message = mijnwebwinkelProblems[code].text.en
  const setting = settingOf[code]
  if (setting !== undefined) return new SettingsWrong(code, message, { ...context, setting }, cause)
  if (loginProblems.includes(code)) return new LoginRefused(code, message, context, cause)
  if (connectionProblems.includes(code))
    return new ConnectionFailed(code, message, { sent: !notSent.includes(code), context, cause })
  if (code === 'mijnwebwinkel.stockForbidden') return new Refused(code, message, [], context)
  return new UnexpectedAnswer(code, message, context, cause)
}
