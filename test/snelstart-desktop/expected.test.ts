import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll } from 'vitest'
import type { Database } from '../../src/accounting/snelstart-desktop/database/database.ts'
import { openMdb } from '../../src/accounting/snelstart-desktop/database/mdb/open-mdb.ts'
import { describeWith } from '../support/fixtures.ts'
import { parseAdministration } from './administration-file.ts'
import { demoFolder } from './demo.ts'
import { expectedAnswers } from './expected-answers.ts'
import { memoryDatabase } from './memory-database.ts'
import { type SqlScene, startSqlScene } from './tds/scene.ts'

const readDemo = async () => parseAdministration(await readFile(join(demoFolder, 'demo-bv.tsql.sql'), 'utf8'))

const openMdbFile = async (administration: string): Promise<Database> =>
  openMdb(
    { folder: demoFolder, administration },
    { sleep: async (ms, signal) => setTimeout(ms, undefined, { signal }) },
  )

describeWith({ fixtures: ['snelstart-desktop'] }, 'SNEL-1 ‘Demo BV’', () => {
  let scene: SqlScene | null = null
  afterAll(() => scene?.stop())

  expectedAnswers('plain tables', async () => memoryDatabase(await readDemo()))
  expectedAnswers('MDB of Access 2003', () => openMdbFile('Demo BV 2003'))
  expectedAnswers('MDB of Access 2000', () => openMdbFile('Demo BV 2000'))
  expectedAnswers('SQL Server', async () => {
    scene = await startSqlScene({ databases: { 'Demo BV': await readDemo() } })
    return scene.connect()
  })
})
