// One place that turns what is wrong into a failure class; the words stand in `problems.ts` under the code.
import {
  ConnectionFailed,
  type Failure,
  type FailureContext,
  LoginRefused,
  SettingsWrong,
  UnexpectedAnswer,
} from '../../core/failures.ts'
import { type MyShopProblem, wordsOf } from './problems.ts'

/** Only a person can mend these, in the settings. */
const settingOf: Partial<Record<MyShopProblem, string>> = {
  'myshop.badUrl': 'baseUrl',
  'myshop.notSecure': 'baseUrl',
  'myshop.redirect': 'baseUrl',
  'myshop.status': 'baseUrl',
  'myshop.recipe': 'ownRecipe',
  'myshop.startNumber': 'startAtNumber',
  'myshop.notAList': 'productList',
  'myshop.listColumns': 'productList',
}

const loginProblems: readonly MyShopProblem[] = ['myshop.shopRefused', 'myshop.signatureRefused']
const notSent: readonly MyShopProblem[] = ['myshop.nameUnknown', 'myshop.unreachable', 'myshop.certificate']
const connectionProblems: readonly MyShopProblem[] = [
  ...notSent,
  'myshop.timeout',
  'myshop.broken',
  'myshop.serverError',
]

/** The failure for a code; `context` fills the places in its text and must hold no secret. No cause: that of the network can hold
 *  the address with the signature. */
export function failing(code: MyShopProblem, context: FailureContext = {}): Failure {
  const message = wordsOf(code).text.en
  const setting = settingOf[code]
  if (setting !== undefined) return new SettingsWrong(code, message, { ...context, setting })
  if (loginProblems.includes(code)) return new LoginRefused(code, message, context)
  if (connectionProblems.includes(code))
    return new ConnectionFailed(code, message, { sent: !notSent.includes(code), context })
  return new UnexpectedAnswer(code, message, context)
}
