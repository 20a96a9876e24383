// One place that turns what is wrong with a shop into a failure class; the words stand in `problems.ts` under the code.
import {
  ConnectionFailed,
  type Failure,
  type FailureContext,
  LoginRefused,
  SettingsWrong,
  UnexpectedAnswer,
} from '../../core/failures.ts'
import { type OpenCartProblem, openCartProblems } from './problems.ts'

/** Only a person can mend these, in the settings. */
const settingOf: Partial<Record<OpenCartProblem, string>> = {
  'opencart.badUrl': 'shopUrl',
  'opencart.redirect': 'shopUrl',
  'opencart.noConfigInFolder': 'shopFolder',
  'opencart.noConfig': 'shopFolder',
  'opencart.prefix': 'tablePrefix',
  'opencart.noEndpoint': 'transport',
  'opencart.oldBridge': 'transport',
  'opencart.startByNumber': 'startAt',
}

const connectionProblems: readonly OpenCartProblem[] = [
  ...(['opencart.timeout', 'opencart.nameUnknown', 'opencart.unreachable', 'opencart.certificate'] as const),
  ...(['opencart.broken', 'opencart.maintenance', 'opencart.serverError', 'opencart.halfAnswer'] as const),
]

/** The failure for a code; `context` fills the places in its text. Reading changes nothing, so `sent` hardly matters here. */
export function failing(code: OpenCartProblem, context: FailureContext = {}, cause?: unknown): Failure {
  const message = openCartProblems[code].text.en
  const setting = settingOf[code]
  if (setting !== undefined) return new SettingsWrong(code, message, { ...context, setting }, cause)
  if (code === 'opencart.refused' || code === 'opencart.passwordProtected')
    return new LoginRefused(code, message, context, cause)
  if (connectionProblems.includes(code)) return new ConnectionFailed(code, message, { sent: true, context, cause })
  return new UnexpectedAnswer(code, message, context, cause)
}
