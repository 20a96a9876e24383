// One sheet of the general options.
import type { ReactNode } from 'react'

export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="sheet" aria-label={title}>
      <div className="sheet-head">
        <h2>{title}</h2>
      </div>
      <div className="sheet-body">
        <div className="form">{children}</div>
      </div>
    </section>
  )
}
