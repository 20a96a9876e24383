// Every address of the page. What is not needed for the first look is fetched when it is opened.
import { lazy, type ReactNode, Suspense } from 'react'
import { createBrowserRouter } from 'react-router'
import { NotFound } from './pages/not-found.tsx'
import { RunsPage } from './pages/runs/runs-page.tsx'
import { Loading } from './parts/bits.tsx'
import { Broken, Door } from './parts/door.tsx'
import { Frame } from './parts/frame.tsx'

const OrdersPage = lazy(async () => ({ default: (await import('./pages/orders/orders-page.tsx')).OrdersPage }))
const OrderPage = lazy(async () => ({ default: (await import('./pages/orders/order-page.tsx')).OrderPage }))
const LogPage = lazy(async () => ({ default: (await import('./pages/log/log-page.tsx')).LogPage }))
const StockPage = lazy(async () => ({ default: (await import('./pages/stock/stock-page.tsx')).StockPage }))
const SettingsPage = lazy(async () => ({ default: (await import('./pages/settings/settings-page.tsx')).SettingsPage }))
const CheckPage = lazy(async () => ({ default: (await import('./pages/check/check-page.tsx')).CheckPage }))
const StartPage = lazy(async () => ({ default: (await import('./pages/start/start-page.tsx')).StartPage }))

const later = (page: ReactNode): ReactNode => <Suspense fallback={<Loading rows={6} />}>{page}</Suspense>

export const router = createBrowserRouter([
  {
    element: <Door />,
    errorElement: <Broken />,
    children: [
      { path: '/start/:step?', element: later(<StartPage />) },
      {
        element: <Frame />,
        errorElement: <Broken />,
        children: [
          { path: '/', element: <RunsPage /> },
          { path: '/orders', element: later(<OrdersPage />) },
          { path: '/orders/:profile/:id', element: later(<OrderPage />) },
          { path: '/stock', element: later(<StockPage />) },
          { path: '/check', element: later(<CheckPage />) },
          { path: '/log', element: later(<LogPage />) },
          { path: '/settings/:profile?/:tab?', element: later(<SettingsPage />) },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
])
