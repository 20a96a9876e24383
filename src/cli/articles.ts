// `articles sync [--preview]`: makes and changes articles in SnelStart as the shop has them, or shows what that would be.

import { tellLog } from '../core/messages.ts'
import type { PlannedArticle } from '../core/plan.ts'
import { requireLicensed } from '../runs/licence.ts'
import { withParts } from '../runs/program.ts'
import { previewArticles, type SyncCounts, type SyncStep, syncArticles } from '../runs/sync-articles.ts'
import { chooseProfile } from './choose-profile.ts'
import { type Console, type ExitCode, inLanguage, table } from './console.ts'
import { openParts } from './import.ts'

/** Throws SettingsWrong 'articles.notSupported', and what stopped the task before its end. */
export async function articlesCommand(console: Console, options: { readonly preview: boolean }): Promise<ExitCode> {
  const program = await console.program()
  const profile = await chooseProfile(console, program)
  await requireLicensed(program, profile.id)
  try {
    const counts = await withParts(program, profile, openParts(console), async (parts) => {
      if (options.preview) return previewArticles(parts, (step) => showStep(console, step))
      const { counts: done, stoppedBy } = await syncArticles(parts)
      if (stoppedBy !== null) throw stoppedBy
      return done
    })
    console.clearProgress()
    tellCounts(console, counts)
    return counts.problems + counts.missing > 0 ? 1 : 0
  } finally {
    console.clearProgress()
  }
}

function showStep(console: Console, { article, decision, told }: SyncStep): void {
  if (decision.kind === 'same' && told === null) return
  console.clearProgress()
  if (console.json) console.printJson({ code: article.code, name: article.name, decision, told })
  else if (told !== null) console.print(tellLog(told.code, told.data, console.language))
  else if (decision.kind === 'plan') console.print(planText(console, decision.plan))
}

function planText(console: Console, plan: PlannedArticle): string {
  if (plan.action === 'create') {
    const { code, description, salesPrice } = plan.fields
    return `${inLanguage(console, 'maken', 'make')} ${code}: ${[description, salesPrice ?? ''].join(', ')}`
  }
  return `${inLanguage(console, 'bijwerken', 'update')} ${plan.code}: ${Object.values(plan.changes).join(', ')}`
}

function tellCounts(console: Console, counts: Readonly<SyncCounts>): void {
  const say = (nl: string, en: string): string => inLanguage(console, nl, en)
  if (console.json) {
    console.printJson({ articles: counts })
    return
  }
  const rows: readonly (readonly [string, number])[] = [
    [say('Artikelen gelezen', 'Articles read'), counts.read],
    [say('Gemaakt', 'Made'), counts.made],
    [say('Bijgewerkt', 'Updated'), counts.updated],
    [say('Niet in SnelStart', 'Not in SnelStart'), counts.missing],
    [say('Met een melding', 'With a message'), counts.problems],
  ]
  console.print(
    table(
      rows.filter(([, count], index) => index < 3 || count > 0).map(([label, count]) => [label, String(count)]),
      [1],
    ),
  )
}
