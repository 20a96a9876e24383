// Small things that several pages have: an empty place that teaches, a place that keeps its size while data come, links.
import { Button, type ButtonProps, Skeleton } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { Link, type LinkProps } from 'react-router'
import { useWords } from '../text/words.ts'

export function Empty({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children}
    </div>
  )
}

/** Lines of the height that the rows will have, so that nothing jumps. */
export function Loading({ rows = 3, height = 44 }: { readonly rows?: number; readonly height?: number }) {
  const { t } = useWords()
  const places = Array.from({ length: rows }, (_, place) => `place ${place}`)
  return (
    <div role="status" aria-label={t('app.loading')} className="loading">
      {places.map((place) => (
        <Skeleton key={place} height={height} mb={8} />
      ))}
    </div>
  )
}

type LinkButtonProps = ButtonProps & Pick<LinkProps, 'to'> & { readonly children: ReactNode }

/** Goes somewhere, so it is a link; looks like a button. */
export function LinkButton({ to, children, ...look }: LinkButtonProps) {
  return (
    <Button component={Link} to={to} {...look}>
      {children}
    </Button>
  )
}

export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · S-Connect`
  }, [title])
}
