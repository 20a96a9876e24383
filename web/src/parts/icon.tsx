// The few signs that the page uses, drawn in the colour of the text beside them and silent for screen readers.

const paths = {
  well: 'M4.500 8.500 7 11l4.500-5.500M8 1.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13Z',
  attention:
    'M8 6v3.500M8 12v.01M7.100 2.400 1.300 12.300a1 1 0 0 0 .9 1.500h11.600a1 1 0 0 0 .9-1.500L8.900 2.400a1 1 0 0 0-1.800 0Z',
  failed: 'M5.700 5.700l4.600 4.600m0-4.600-4.600 4.600M8 1.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13Z',
  quiet: 'M8 7.500v4M8 4.800v.01M8 1.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13Z',
  waiting: 'M8 4.500V8l2.300 1.600M8 1.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13Z',
  unknown:
    'M6.200 6.100a1.900 1.900 0 1 1 2.600 1.800c-.5.2-.8.6-.8 1.100v.3M8 11.600v.01M8 1.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13Z',
  skipped: 'M4.500 8h7M8 1.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13Z',
  runs: 'M3 3.500h10M3 8h10M3 12.500h6',
  orders: 'M3.500 2.500h9v11l-2.250-1.500L8 13.500 5.750 12 3.500 13.500v-11ZM6 6h4M6 8.500h4',
  stock: 'M2.500 5 8 2.200 13.500 5v6L8 13.800 2.500 11V5ZM2.500 5 8 7.800 13.500 5M8 7.800v6',
  check: 'M2.500 3.500h5v9h-5zM8.500 3.500h5v9h-5zM4 8l1 1 1.500-2M10 8l1 1 1.500-2',
  log: 'M2.500 3.500h11v7.500h-6L4.500 13.500V11h-2V3.500Z',
  settings: 'M2.500 5h6m3 0h2M2.500 11h2m3 0h6M8.500 3.200v3.600M7.500 9.200v3.600',
  sun: 'M8 5.200a2.800 2.800 0 1 0 0 5.600 2.800 2.800 0 0 0 0-5.600ZM8 1v1.600M8 13.400V15M15 8h-1.600M2.600 8H1M12.900 3.100l-1.100 1.100M4.200 11.800l-1.100 1.100M12.900 12.900l-1.100-1.100M4.200 4.200 3.100 3.100',
  moon: 'M13.500 9.800A6 6 0 0 1 6.200 2.500a6 6 0 1 0 7.300 7.300Z',
  person:
    'M8 7.500a2.800 2.800 0 1 0 0-5.600 2.800 2.800 0 0 0 0 5.600ZM2.500 14c.6-2.700 2.800-4 5.500-4s4.900 1.300 5.500 4',
  down: 'M4 6l4 4 4-4',
  left: 'M10 3.500 5.500 8l4.500 4.500',
  refresh: 'M13 8a5 5 0 1 1-1.500-3.600M13 2v3h-3',
  more: 'M3.500 8h.01M8 8h.01M12.500 8h.01',
  lock: 'M4.500 7.500h7v6h-7ZM5.800 7.500V5a2.200 2.200 0 0 1 4.400 0v2.500',
  play: 'M5 3.500v9l7-4.500-7-4.500Z',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="none" aria-hidden="true" focusable="false">
      <path d={paths[name]} stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
