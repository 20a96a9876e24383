// What stands around every page: the menu, the answer to "is everything in SnelStart?", and the tools of the person.
import { useState } from 'react'
import { NavLink, Outlet } from 'react-router'
import { useOverview } from '../api/asks.ts'
import { useEvents } from '../api/events.ts'
import { useMayChange } from '../api/session.tsx'
import { useWords } from '../text/words.ts'
import { HeadlineBand } from './headline.tsx'
import { Icon } from './icon.tsx'
import { LostKey } from './later.tsx'
import { takesStock } from './takes-stock.ts'
import { Note } from './tone.tsx'
import { Tools } from './tools.tsx'

const pages: readonly {
  readonly to: string
  readonly name: 'runs' | 'orders' | 'stock' | 'check' | 'log' | 'settings'
}[] = [
  { to: '/', name: 'runs' },
  { to: '/orders', name: 'orders' },
  { to: '/stock', name: 'stock' },
  { to: '/check', name: 'check' },
  { to: '/log', name: 'log' },
  { to: '/settings', name: 'settings' },
]

export function Frame() {
  const { t } = useWords()
  const online = useEvents()
  const mayChange = useMayChange()
  const overview = useOverview()
  const hasStock = overview.data?.profiles.some(takesStock) === true
  const lost = overview.data?.key === 'lost'
  // A new key has a code to be kept, which is shown when the key is well again.
  const [wasLost, setWasLost] = useState(lost)
  if (lost && !wasLost) setWasLost(true)
  return (
    <>
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <header className="top">
        <div className="top-inner">
          <NavLink className="brand" to="/">
            <img src="/icon.svg" width={26} height={26} alt="" />
            S-Connect
          </NavLink>
          <nav className="main-menu" aria-label={t('app.menu')}>
            {pages
              .filter(({ name }) => name !== 'stock' || hasStock)
              .map(({ to, name }) => (
                <NavLink key={to} to={to} end={to === '/'}>
                  <Icon name={name} size={18} />
                  {t(`app.${name}`)}
                </NavLink>
              ))}
          </nav>
          <Tools />
        </div>
      </header>
      <HeadlineBand />
      <main className="page" id="content" tabIndex={-1}>
        {online ? null : (
          <Note tone="attention" live>
            <p>{t('app.offline')}</p>
          </Note>
        )}
        {lost || wasLost ? <LostKey lost={lost} /> : null}
        {mayChange ? null : (
          <Note tone="quiet">
            <p>{t('app.readOnly')}</p>
          </Note>
        )}
        <Outlet />
      </main>
    </>
  )
}
