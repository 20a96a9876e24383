// Dialogs and pages that the first look does without: fetched when they are opened.
import { type ComponentProps, lazy, Suspense } from 'react'

const Dismiss = lazy(async () => ({ default: (await import('./dismiss-dialog.tsx')).DismissDialog }))
const Password = lazy(async () => ({ default: (await import('./password-dialog.tsx')).PasswordDialog }))
const Choose = lazy(async () => ({ default: (await import('./customer-dialog.tsx')).CustomerDialog }))
const Lost = lazy(async () => ({ default: (await import('./lost-key.tsx')).LostKey }))

/** Nothing while there is no order to dismiss. */
export function DismissDialog(props: ComponentProps<typeof Dismiss>) {
  return <Suspense fallback={null}>{props.orders.length === 0 ? null : <Dismiss {...props} />}</Suspense>
}

export function CustomerDialog(props: ComponentProps<typeof Choose> & { readonly open: boolean }) {
  return <Suspense fallback={null}>{props.open ? <Choose {...props} /> : null}</Suspense>
}

export function PasswordDialog(props: ComponentProps<typeof Password>) {
  return <Suspense fallback={null}>{props.open ? <Password {...props} /> : null}</Suspense>
}

export function LostKey(props: ComponentProps<typeof Lost>) {
  return (
    <Suspense fallback={null}>
      <Lost {...props} />
    </Suspense>
  )
}
