// Who may come in: the wizard where no password exists yet, the log-in where nobody is known, else the page asked for.
import { lazy, Suspense, useEffect } from 'react'
import { Navigate, Outlet, useLocation, useRouteError } from 'react-router'
import { SessionProvider, useSession } from '../api/session.tsx'
import { useWords } from '../text/words.ts'
import { Loading } from './bits.tsx'
import { Failure } from './failure.tsx'
import { Note } from './tone.tsx'

const LoginPage = lazy(async () => ({ default: (await import('../pages/login-page.tsx')).LoginPage }))

export function Door() {
  return (
    <SessionProvider
      waiting={<Loading rows={6} />}
      failed={(error) => (
        <main className="page page-narrow">
          <Failure error={error} again={() => location.reload()} />
        </main>
      )}
    >
      <Inside />
    </SessionProvider>
  )
}

function Inside() {
  const { session } = useSession()
  useFirstLanguage()
  const { pathname } = useLocation()
  const starting = pathname.startsWith('/start')
  if (session.firstStart) return starting ? <Outlet /> : <Navigate to="/start" replace />
  if (session.user === null) {
    return (
      <Suspense fallback={<Loading rows={6} />}>
        <LoginPage />
      </Suspense>
    )
  }
  return <Outlet />
}

/** As long as none was chosen, the service speaks the language in which its owner came in: its e-mails go by it. */
function useFirstLanguage(): void {
  const { session, call } = useSession()
  const { language } = useWords()
  const unknown = session.role === 'owner' && session.language === null
  useEffect(() => {
    if (unknown) void call('PUT', '/language', { language }).catch(() => undefined)
  }, [unknown, language, call])
}

/** A page that fell over: said in words, with the technical text to report. */
export function Broken() {
  const { t } = useWords()
  const error = useRouteError()
  return (
    <main className="page page-narrow">
      <Note tone="failed" live>
        <p>{t('app.broken')}</p>
        <p>{t('app.brokenHint')}</p>
      </Note>
      <pre className="raw">{error instanceof Error ? error.message : String(error)}</pre>
    </main>
  )
}
