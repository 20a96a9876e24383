// Where the page starts: the language first, then everything that all pages share.
import './look/page.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { CallFailed } from './api/call.ts'
import { cssVariables, theme } from './look/theme.ts'
import { router } from './router.tsx'
import { startLanguage } from './text/language.ts'

/** Only what may be well the next time is asked again: no answer, or trouble inside. */
const mayRecover = (error: Error): boolean =>
  !(error instanceof CallFailed) || error.status === 0 || error.status >= 500

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => count < 2 && mayRecover(error),
      refetchOnWindowFocus: true,
    },
  },
})

await startLanguage()

createRoot(document.querySelector('#root') as HTMLElement).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Notifications position="top-right" limit={3} />
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
