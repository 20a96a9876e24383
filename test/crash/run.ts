// `npm run crash -- [--json]`: the whole matrix.
import { runMatrix } from './matrix.ts'

const json = process.argv.includes('--json')
const result = await runMatrix({ depth: 'every', tell: (line) => json || console.log(line) })
const { points, runs, lost, doubled, wrong, unreached } = result
if (json) console.log(JSON.stringify({ points, runs, lost, doubled, wrong, unreached }))
else
  console.log(
    `${points} points, ${runs} runs: ${lost} lost, ${doubled} doubled${wrong.length > 0 ? `\n${wrong.join('\n')}` : ''}`,
  )
if (lost > 0 || doubled > 0 || wrong.length > 0 || unreached.length > 0) process.exitCode = 1
