// docs/reference/messages.md: every message that a user can get, with what to do, from the catalogues.
import { accountingKinds } from '../../src/accounting/registry.ts'
import { apiFailures } from '../../src/api/failures.ts'
import { commandFailures } from '../../src/cli/command-failures.ts'
import type { FailureCatalogue, ProblemCatalogue } from '../../src/core/problem.ts'
import { coreProblems } from '../../src/core/problems.ts'
import { shopKinds } from '../../src/shops/registry.ts'

export function messagesDoc(): string {
  const intro = [
    'Every message, by code: what it says and what to do. `{number}`, `{customer}` and `{amount}` are the order’s own.',
    'A *problem* makes the order wait (it is decided anew at every run); a *warning* is said on an order that was made.',
  ].join('\n')
  const parts: readonly (readonly [string, ProblemCatalogue | FailureCatalogue])[] = [
    ['Orders', coreProblems],
    ...shopKinds.map((kind) => [kind.title.en, kind.messages] as const),
    ...accountingKinds.map((kind) => [kind.title.en, kind.messages] as const),
    ['This machine and the command line', commandFailures],
    ['The page', apiFailures],
  ]
  return `# Messages\n\n${intro}\n${parts.map(([title, catalogue]) => partDoc(title, catalogue)).join('')}`
}

function partDoc(title: string, catalogue: ProblemCatalogue | FailureCatalogue): string {
  const entries = Object.entries(catalogue).map(([code, entry]) => {
    const level = 'level' in entry ? ` · ${entry.level}` : ''
    const setting = 'setting' in entry && entry.setting !== null ? ` · setting \`${entry.setting}\`` : ''
    return `\n### \`${code}\`\n\n${entry.spec}${level}${setting}\n\n- ${entry.text.nl}\n  ${entry.todo.nl}\n- ${entry.text.en}\n  ${entry.todo.en}\n`
  })
  return `\n## ${title}\n${entries.join('')}`
}
