// `npm run crash -- [--json]`: the whole matrix, for both products, Online and (where Mono is) on the desktop.
import { products } from '../../src/store/store.ts'
import { findServerObstacle } from '../support/programs.ts'
import { runDesktopMatrix } from './desktop-matrix.ts'
import { type MatrixResult, runMatrix } from './matrix.ts'

const json = process.argv.includes('--json')
const tell = (line: string): void => {
  if (!json) console.log(line)
}
const results: MatrixResult[] = []
for (const product of products) {
  results.push(await runMatrix({ product, depth: 'every', tell }))
  if (findServerObstacle('mono') === null) results.push(await runDesktopMatrix({ product, depth: 'every', tell }))
}
const sum = (of: (result: MatrixResult) => number): number => results.reduce((total, result) => total + of(result), 0)
const [points, runs] = [sum((result) => result.points), sum((result) => result.runs)]
const [lost, doubled] = [sum((result) => result.lost), sum((result) => result.doubled)]
const wrong = results.flatMap((result) => result.wrong)
const unreached = results.flatMap((result) => result.unreached)
if (json) console.log(JSON.stringify({ points, runs, lost, doubled, wrong, unreached }))
else
  console.log(
    `${points} points, ${runs} runs: ${lost} lost, ${doubled} doubled${wrong.length > 0 ? `\n${wrong.join('\n')}` : ''}`,
  )
if (lost > 0 || doubled > 0 || wrong.length > 0 || unreached.length > 0) process.exitCode = 1
