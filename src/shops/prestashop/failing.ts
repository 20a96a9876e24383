// One place that turns what is wrong with a shop into a failure class; the words stand in `problems.ts` under the code.
import {
  ConnectionFailed,
  type Failure,
  type FailureContext,
  LoginRefused,
  RateLimited,
  Refused,
  SettingsWrong,
  UnexpectedAnswer,
} from '../../core/failures.ts'
import { type PrestaShopProblem, prestaShopProblems } from './problems.ts'

/** Only a person can mend these, in the settings. */
const settingOf: Partial<Record<PrestaShopProblem, string>> = {
  'prestashop.badUrl': 'shopUrl',
  'prestashop.redirect': 'shopUrl',
  'prestashop.notPrestaShop': 'shopUrl',
  'prestashop.multishopAll': 'shopUrl',
  'prestashop.noToken': 'token',
  'prestashop.tokenShape': 'token',
  'prestashop.noApiKey': 'apiKey',
  'prestashop.startByNumber': 'startAt',
}

const loginProblems: readonly PrestaShopProblem[] = [
  ...(['prestashop.passwordProtected', 'prestashop.moduleMissing', 'prestashop.moduleDisabled'] as const),
  ...(['prestashop.moduleNoKey', 'prestashop.wrongKey', 'prestashop.clock', 'prestashop.oldModule'] as const),
  ...(['prestashop.apiOff', 'prestashop.apiKeyDropped', 'prestashop.apiKeyShape', 'prestashop.apiKeyWrong'] as const),
  'prestashop.apiRight',
]

const connectionProblems: readonly PrestaShopProblem[] = [
  ...(['prestashop.timeout', 'prestashop.nameUnknown', 'prestashop.unreachable', 'prestashop.certificate'] as const),
  ...(['prestashop.broken', 'prestashop.maintenance', 'prestashop.serverError', 'prestashop.brokenAnswer'] as const),
  'prestashop.replayed',
]

const minuteMs = 60_000

/** The failure for a code; `context` fills the places in its text. Reading changes nothing and stock is written as an absolute
 *  number, so `sent` hardly matters here. */
export function failing(code: PrestaShopProblem, context: FailureContext = {}, cause?: unknown): Failure {
  const message = prestaShopProblems[code].text.en
  const setting = settingOf[code]
  if (setting !== undefined) return new SettingsWrong(code, message, { ...context, setting }, cause)
  if (code === 'prestashop.tooMany') return new RateLimited(code, message, minuteMs, context)
  if (code === 'prestashop.stockNotAllowed' || code === 'prestashop.stockManagementOff')
    return new Refused(code, message, [], context)
  if (loginProblems.includes(code)) return new LoginRefused(code, message, context, cause)
  if (connectionProblems.includes(code)) return new ConnectionFailed(code, message, { sent: true, context, cause })
  return new UnexpectedAnswer(code, message, context, cause)
}
