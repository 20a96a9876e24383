// Ends a test run with what vitest's own summary does not give: every skipped test by name with the reason, and as the
// very last line the counts in a form that machines read.
import type { Reporter, TestCase, TestModule } from 'vitest/node'

type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }

/** `12 passed, 0 failed`, and `, 1 skipped` only where there is one. */
const toCountsLine = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`

/** The last counts line in `output`, or null where there is none. */
export function findCountsLine(output: string): string | null {
  return output.match(/^\d+ passed, \d+ failed(, \d+ skipped)?$/gm)?.at(-1) ?? null
}

/** What went wrong outside a test (a file that cannot be read, a failing `beforeAll`, an error nobody caught) counts as
 *  one failure each, and so does a test that never ended. */
export function plainReporter(): Reporter {
  return {
    onTestRunEnd(modules, unhandledErrors) {
      const tests = modules.flatMap((module) => [...module.children.allTests()])
      const skipped = tests.filter((test) => test.result().state === 'skipped')
      const passed = tests.filter((test) => test.result().state === 'passed').length
      const elsewhere = modules.flatMap(errorsOutsideTests).length + unhandledErrors.length
      for (const test of skipped) console.log(`skipped: ${describeSkipped(test)}`)
      const failed = tests.length - skipped.length - passed + elsewhere
      console.log(toCountsLine({ passed, failed, skipped: skipped.length }))
    },
  }
}

function errorsOutsideTests(module: TestModule): unknown[] {
  return [...module.errors(), ...[...module.children.allSuites()].flatMap((suite) => suite.errors())]
}

/** The reason is the note given to `skip`; a block of tests that is left out says it in its own title. */
function describeSkipped(test: TestCase): string {
  const result = test.result()
  const note = result.state === 'skipped' ? result.note : undefined
  return `${test.module.relativeModuleId} > ${test.fullName}${note === undefined ? '' : ` (${note})`}`
}
