// From what the helper said, or from how it ended, to a failure that says whether something may have been written. The texts for
// users stand in messages.ts, by code.
import {
  assertNever,
  Bug,
  ConnectionFailed,
  type Failure,
  type FailureContext,
  LoginRefused,
  Refused,
  SettingsWrong,
  UnexpectedAnswer,
} from '../../../core/failures.ts'
import type { Broken, Hello, HelperError } from './conversation.ts'
import { findTrouble, type KnownTrouble, meaningOf } from './presumed-words.ts'
import { type HelperCall, helperCalls } from './protocol.ts'
import type { snelStartMessages } from './snelstart-messages.ts'

/** What was asked of which helper. `withoutSecrets` goes over every word that it said. */
export type Asked = {
  readonly call: HelperCall
  readonly hello: Hello | null
  readonly withoutSecrets: (text: string) => string
}

/** No answer that can be believed. In doubt only where a writing call was sent. */
export function failureOfBroken({ why, sent, detail }: Broken, { call, hello, withoutSecrets }: Asked): Failure {
  const said = withoutSecrets(detail)
  const context = { call, said, version: hello?.version ?? '' }
  const message = `${call}: ${said}`
  if (sent && helperCalls[call].writes) return new ConnectionFailed('gateway.doubt', message, { sent: true, context })
  switch (why) {
    case 'notStarted':
      return new SettingsWrong('gateway.notStarted', message, context)
    case 'otherProgram':
      return new SettingsWrong('gateway.otherProgram', message, context)
    case 'unreadable':
      return new UnexpectedAnswer('gateway.unreadable', message, context)
    case 'silent':
      return new ConnectionFailed('gateway.silent', message, { sent: false, context })
    case 'ended':
      return new ConnectionFailed('gateway.died', message, { sent: false, context })
    default:
      return assertNever(why)
  }
}

/** What the helper itself calls an error: it acted on nothing, except where it says 'doubt'. `context.kind`, `.number` and `.said`
 *  tell what it was, for whoever knows more of the database. */
export function failureOfError(error: HelperError, { call, hello, withoutSecrets }: Asked): Failure {
  const said = withoutSecrets(error.text)
  const context = { call, said, kind: error.kind, member: error.member ?? '', number: error.code ?? '' }
  const message = `${call}: ${error.kind}: ${said}`
  if (error.kind === 'doubt')
    return new ConnectionFailed('gateway.doubt', message, { sent: helperCalls[call].writes, context })
  if (error.kind === 'request') return new Bug(message, context)
  const trouble = speaksSnelStart(error, call) ? findTrouble(said, call === 'gateway.open') : null
  if (trouble !== null) return failureOfTrouble(trouble, message, context)
  const reasons = [{ code: error.code ?? '', text: said }]
  switch (error.kind) {
    case 'refused':
      return refusal(message, reasons, context)
    case 'taken':
      return new Refused('gateway.codeTaken', message, reasons, context, 'codeTaken')
    case 'gone':
      return new Refused('gateway.notFound', message, reasons, context, 'stale')
    case 'login':
      return new LoginRefused('gateway.loginRefused', message, context)
    case 'noGateway':
      return new SettingsWrong(hello?.bits === 64 ? 'gateway.bits' : 'gateway.notInstalled', message, context)
    case 'member':
      // Another order may do without that call.
      return helperCalls[call].writes
        ? new Refused('gateway.tooOld', message, [], context)
        : new SettingsWrong('gateway.tooOld', message, context)
    case 'closed':
      return new ConnectionFailed('gateway.closed', message, { sent: false, context })
    case 'database':
      return new ConnectionFailed('gateway.database', message, { sent: false, context })
    default:
      return assertNever(error.kind)
  }
}

/** Its own sentences; the helper's and the database's are told by kind and number. */
const speaksSnelStart = ({ kind }: HelperError, call: HelperCall): boolean =>
  !call.startsWith('sql.') && (kind === 'refused' || kind === 'login' || kind === 'database')

function refusal(message: string, reasons: Refused['reasons'], context: FailureContext): Refused {
  const meaning = meaningOf(reasons.map(({ text }) => text).join(' '))
  const codes = {
    vatNumber: 'gateway.vatNumberRefused',
    codeTaken: 'gateway.codeTaken',
    stale: 'gateway.notFound',
    other: 'gateway.refused',
  } as const
  return new Refused(codes[meaning], message, reasons, context, meaning)
}

function failureOfTrouble(trouble: KnownTrouble, message: string, context: FailureContext): Failure {
  const code: keyof typeof snelStartMessages = `gateway.${trouble}`
  switch (trouble) {
    case 'rightMissing':
    case 'loginRefused':
      return new LoginRefused(code, message, context)
    case 'moduleMissing':
    case 'licence':
    case 'wrongVersion':
    case 'noAdministration':
      return new SettingsWrong(code, message, context)
    // Over as soon as the other one is done.
    case 'otherUser':
    case 'fileLocked':
      return new ConnectionFailed(code, message, { sent: false, context })
    default:
      return assertNever(trouble)
  }
}

/** Leaves out the values of everything that is called a password. */
export function hideSecrets(questions: readonly object[]): (text: string) => string {
  const secrets = questions
    .flatMap((question) => Object.entries(question))
    .flatMap(([name, value]) => (/password$/i.test(name) && typeof value === 'string' && value !== '' ? [value] : []))
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
    .toSorted((a, b) => b.length - a.length)
  return (text) => secrets.reduce((kept, secret) => kept.replaceAll(secret, '***'), text)
}
