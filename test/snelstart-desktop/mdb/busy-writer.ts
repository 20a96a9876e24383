// A process that keeps writing one `.mdb` file in place, page after page, as a program does that has it open: every generation has
// other values in all rows, and more rows. Between two generations it keeps still for as long as its argument says (milliseconds).
// It says 'writing' once, and ends when its input does.
import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { generationTable } from './generations.ts'
import { pageSize } from './table-layout.ts'
import { writeMdb } from './write-mdb.ts'

const [path = '', pauseMs = '0'] = process.argv.slice(2)
const generations = Array.from({ length: 8 }, (_, index) => {
  writeMdb(`${path}.new`, [generationTable(index + 1)])
  return readFileSync(`${path}.new`)
})
process.stdin.on('end', () => process.exit()).resume()

const file = openSync(path, 'r+')
let at = 0
const writeNext = (): void => {
  const bytes = generations[at++ % generations.length] ?? Buffer.alloc(0)
  // From behind, so that the catalogue, which names what is where, comes last.
  for (let start = bytes.length - pageSize; start >= 0; start -= pageSize)
    writeSync(file, bytes, start, pageSize, start)
  ftruncateSync(file, bytes.length)
  if (at === 1) console.log('writing')
  setTimeout(writeNext, Number(pauseMs))
}
writeNext()
process.on('exit', () => closeSync(file))
