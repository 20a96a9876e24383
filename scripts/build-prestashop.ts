// `npm run build:prestashop`: the module as a zip that PrestaShop's back office takes, in `dist`.
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { makeBridgeZip } from '../src/api/bridge-zip.ts'

const dist = join(import.meta.dirname, '../dist')
const { fileName, pieces } = await makeBridgeZip('prestashop/sconnect')
await mkdir(dist, { recursive: true })
await pipeline(pieces, createWriteStream(join(dist, fileName)))
console.log(`dist/${fileName}`)
