// axe-core on a page as it stands: every rule of WCAG 2.2 A and AA, and best practice.
import axe from 'axe-core'
import type { Page } from 'playwright-core'

type Found = {
  readonly id: string
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary: string }[]
}

/** One line for each place that breaks a rule; empty when all is well. */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  // By the debugger, which the page's own policy for scripts does not bind.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const violations = (await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: unknown }> } }
    return (await axe.run()).violations
  })) as readonly Found[]
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary.replace(/\s+/g, ' ')})`),
  )
}

/** As `findBarriers`, light and dark, with what is open left open. */
export async function findBarriersInBothSchemes(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.waitForSelector(`html[data-mantine-color-scheme=${colorScheme}]`)
    // Colours glide from one scheme to the other.
    await page.evaluate('Promise.allSettled(document.getAnimations().map((one) => one.finished))')
    found.push(...(await findBarriers(page)).map((barrier) => `${colorScheme}: ${barrier}`))
  }
  return found
}
