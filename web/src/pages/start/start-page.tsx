// First start (USE-1): five steps at most, each saved when it is done, so that one can leave and go on later. Where one was is
// not kept anywhere: it is the first step that is not complete.
import { useRef } from 'react'
import { Link, Navigate, useNavigate, useParams } from 'react-router'
import { useOverview } from '../../api/asks.ts'
import { useSession } from '../../api/session.tsx'
import type { ProfileView } from '../../api/types.ts'
import { Loading, usePageTitle } from '../../parts/bits.tsx'
import { Failure } from '../../parts/failure.tsx'
import { Icon } from '../../parts/icon.tsx'
import { LanguageSwitch, SchemeSwitch } from '../../parts/tools.tsx'
import { useWords } from '../../text/words.ts'
import { PasswordStep } from './password-step.tsx'
import { PlanStep } from './plan-step.tsx'
import { SideStep } from './side-step.tsx'
import { WritingStep } from './writing-step.tsx'

const steps = ['password', 'accounting', 'shop', 'writing', 'plan'] as const
type Step = (typeof steps)[number]

/** Each step that is not complete stands before the next one. */
function firstOpen(firstStart: boolean, profile: ProfileView | undefined): Step {
  if (firstStart) return 'password'
  if (profile === undefined) return 'accounting'
  const lacks = (part: string): boolean => profile.missing.some((key) => key.startsWith(`${part}.`))
  if (lacks('accounting')) return 'accounting'
  if (lacks('shop')) return 'shop'
  return profile.missing.length > 0 ? 'writing' : 'plan'
}

export function StartPage() {
  const { t } = useWords()
  const { session } = useSession()
  usePageTitle(t('start.title'))
  return (
    <main className="page start">
      <div className="page-head">
        <img src="/icon.svg" width={30} height={30} alt="" />
        <h1>{t('start.title')}</h1>
        <span className="push">
          <LanguageSwitch />
          <SchemeSwitch />
        </span>
      </div>
      {session.firstStart ? <Steps profile={undefined} /> : <AfterPassword />}
    </main>
  )
}

function AfterPassword() {
  const overview = useOverview()
  if (overview.error !== null && overview.data === undefined) return <Failure error={overview.error} />
  return overview.data === undefined ? <Loading rows={6} /> : <Steps profile={overview.data.profiles[0]} />
}

function Steps({ profile }: { readonly profile: ProfileView | undefined }) {
  const { t } = useWords()
  const { session } = useSession()
  const { step: asked } = useParams()
  const navigate = useNavigate()
  const heading = useRef<HTMLHeadingElement>(null)
  const open = firstOpen(session.firstStart, profile)
  const step = steps.find((name) => name === asked)
  if (step === undefined || steps.indexOf(step) > steps.indexOf(open)) return <Navigate to={`/start/${open}`} replace />
  if (step === 'password' && !session.firstStart) return <Navigate to={`/start/${open}`} replace />
  const place = steps.indexOf(step)
  const go = (to: Step) => {
    void navigate(`/start/${to}`)
    heading.current?.focus()
    scrollTo(0, 0)
  }
  const next = () => go(steps[place + 1] ?? 'plan')
  const before = steps[place - 1]
  const back = before === undefined || before === 'password' ? null : () => go(before)
  return (
    <>
      <ol className="start-steps" aria-label={t('start.progress', { step: place + 1, total: steps.length })}>
        {steps.map((name, index) => (
          <li
            key={name}
            aria-current={name === step ? 'step' : undefined}
            className={index < place ? 'start-done' : undefined}
          >
            <span className="start-number">{index < place ? <Icon name="well" size={18} /> : index + 1}</span>
            <span className="start-name">{t(`start.${name}`)}</span>
          </li>
        ))}
      </ol>
      <section className="sheet">
        <div className="sheet-head">
          <h2 ref={heading} tabIndex={-1}>
            {t(`start.${name(step)}`)}
          </h2>
          <span className="dim small">{t('start.progress', { step: place + 1, total: steps.length })}</span>
        </div>
        <div className="sheet-body">
          {step === 'password' ? <PasswordStep onDone={next} /> : null}
          {step === 'accounting' || step === 'shop' ? (
            <SideStep key={step} side={step} profile={profile ?? null} onNext={next} onBack={back} />
          ) : null}
          {step === 'writing' && profile !== undefined ? (
            <WritingStep profile={profile} onNext={next} onBack={back} />
          ) : null}
          {step === 'plan' && profile !== undefined ? (
            <PlanStep profile={profile} onDone={() => navigate('/')} onBack={back} />
          ) : null}
        </div>
      </section>
      {session.firstStart ? null : (
        <p className="flush small">
          <Link to="/">{t('start.later')}</Link> <span className="dim">{t('start.resumeHint')}</span>
        </p>
      )}
    </>
  )
}

const name = (step: Step) => `${step}Title` as const
