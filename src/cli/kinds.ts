// `profile kinds`: what a profile can link, with the sentence by which one knows one's own (SNEL-1).
import { type Console, type ExitCode, table } from './console.ts'

export async function listKinds(console: Console): Promise<ExitCode> {
  const { shops, accountings } = await console.program()
  const { language } = console
  const kinds = [
    ...shops.map((shop) => ({ of: 'shop', ...shop })),
    ...accountings.map((accounting) => ({ of: 'accounting', ...accounting })),
  ].map(({ of, kind, title, ...more }) => ({
    of,
    kind,
    title: title[language],
    help: 'help' in more ? (more.help?.[language] ?? '') : '',
    obstacle: 'obstacle' in more ? (more.obstacle?.()?.[language] ?? null) : null,
  }))
  if (console.json) for (const kind of kinds) console.printJson(kind)
  else console.print(table(kinds.map(({ of, kind, title, help }) => [`--${of} ${kind}`, title, help])))
  return 0
}
