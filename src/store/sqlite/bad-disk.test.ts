// What a disk, a folder or a file can be like, and what is said then. Nothing that was stored is lost by it.
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import {
  begin,
  bring,
  incoming,
  orderId,
  profileId,
  sampleOrder,
  sampleProfile,
  storeOrders,
} from '../contract/samples.ts'
import { migrations } from '../migrations/migrations.ts'
import { openDatabase } from './database.ts'
import { migrate } from './migrate.ts'
import { createStore } from './open.ts'
import { runChild } from './test-child.ts'
import { openIn, testFolder } from './test-folder.ts'

const databaseIn = (folder: string): string => join(folder, 's-connect.db')

/** A folder with one profile in it, closed. */
async function filledFolder(): Promise<string> {
  const folder = testFolder()
  const store = openIn(folder)
  await store.profiles.add(sampleProfile())
  await store.close()
  return folder
}

test('the data folder and its files are the owner’s only', async () => {
  const folder = join(testFolder(), 'deep', 'data')
  const store = openIn(folder)
  await begin(store)
  await store.secrets.set(profileId, 'shop.password', 'geheim', '2026-01-01T00:00:00Z' as never)
  const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8)
  expect(mode(folder)).toBe('700')
  const files = readdirSync(folder).sort()
  expect(files).toEqual(['s-connect.db', 's-connect.db-shm', 's-connect.db-wal', 'secrets.key'])
  for (const file of files) expect([file, mode(join(folder, file))]).toEqual([file, '600'])
})

test('a full disk stores nothing of a page, keeps what was there, and goes on once there is room', async () => {
  const db = openDatabase(databaseIn(testFolder()), { busyTimeoutMs: 100 })
  migrate(db, migrations, 'unused')
  const keeper = () => Promise.reject(new Error('no secrets here'))
  const store = createStore(db, { openKeeper: keeper, randomBytes, onRecoveryCode: () => {} })
  const lease = await begin(store)
  await storeOrders(store, lease, [incoming(sampleOrder(1))], 100)
  db.script('pragma max_page_count = 80')
  const many = Array.from({ length: 100 }, (_, index) => incoming(sampleOrder(index + 2), { note: 'x'.repeat(5000) }))
  await expect(storeOrders(store, lease, many, 200)).rejects.toMatchObject({
    code: 'store.full',
    context: { path: db.path },
  })
  expect((await store.inbox.counts(profileId)).waiting).toBe(1)
  expect((await store.inbox.cursor(profileId)).cursor).toBe('cursor 100')
  db.script('pragma max_page_count = 100000')
  expect(await storeOrders(store, lease, many, 200)).toMatchObject({ added: 100 })
  await store.close()
})

describe('without the right to write', () => {
  /** Root is not stopped by the rights of a file, so the child gives them up first. */
  const openWithoutRights = (folder: string) =>
    runChild(folder, `if (process.geteuid() === 0) process.seteuid(65534); console.log(openOrCode())`)

  test('an empty folder that is read-only is said to be so', async () => {
    const folder = testFolder()
    chmodSync(folder, 0o555)
    expect((await openWithoutRights(folder)).output).toBe(`store.readOnly ${databaseIn(folder)}`)
  })

  test('a folder that cannot be made is said to be read-only', async () => {
    const folder = testFolder()
    chmodSync(folder, 0o555)
    expect((await openWithoutRights(join(folder, 'data'))).output).toBe(`store.readOnly ${join(folder, 'data')}`)
  })

  test('a database in a read-only folder is said to be so, and stays as it is', async () => {
    const folder = await filledFolder()
    const before = readFileSync(databaseIn(folder))
    chmodSync(databaseIn(folder), 0o444)
    chmodSync(folder, 0o555)
    expect((await openWithoutRights(folder)).output).toBe(`store.readOnly ${databaseIn(folder)}`)
    expect(readFileSync(databaseIn(folder)).equals(before)).toBe(true)
  })

  test('a read-only file in a folder that is not is said to be so', async () => {
    const folder = await filledFolder()
    chmodSync(databaseIn(folder), 0o444)
    chmodSync(folder, 0o777)
    expect((await openWithoutRights(folder)).output).toBe(`store.readOnly ${databaseIn(folder)}`)
  })
})

test('a folder whose name is too long is said to be one that cannot be made', () => {
  const path = join(testFolder(), 'x'.repeat(300))
  expect(() => openIn(path)).toThrow(expect.objectContaining({ code: 'store.readOnly', context: { path } }))
})

test('a file in the place of the data folder is said to be no folder to write to', () => {
  const path = join(testFolder(), 'data')
  writeFileSync(path, 'hello')
  expect(() => openIn(path)).toThrow(expect.objectContaining({ code: 'store.readOnly', context: { path } }))
})

describe('a file that is no database of ours', () => {
  const refusedAsDamaged = (folder: string): void => {
    const path = databaseIn(folder)
    const before = readFileSync(path)
    expect(() => openIn(folder)).toThrow(expect.objectContaining({ code: 'store.damaged', context: { path } }))
    expect(readFileSync(path).equals(before)).toBe(true)
  }

  test('is refused and not touched: text', () => {
    const folder = testFolder()
    writeFileSync(databaseIn(folder), 'This is no database. '.repeat(500))
    refusedAsDamaged(folder)
  })

  test('is refused and not touched: the database of another program', () => {
    const folder = testFolder()
    const other = new DatabaseSync(databaseIn(folder))
    other.exec('create table cats (name text)')
    other.close()
    refusedAsDamaged(folder)
  })

  test('a database that was cut off is said to be damaged when it is read', async () => {
    const folder = await filledFolder()
    truncateSync(databaseIn(folder), 8192)
    const reading = async () => openIn(folder).profiles.list()
    await expect(reading()).rejects.toMatchObject({ code: 'store.damaged', context: { path: databaseIn(folder) } })
  })

  test('an empty file is a new database', async () => {
    const folder = testFolder()
    writeFileSync(databaseIn(folder), '')
    expect(await openIn(folder).profiles.list()).toEqual([])
  })

  test('a folder in its place is refused', () => {
    const folder = testFolder()
    mkdirSync(databaseIn(folder))
    expect(() => openIn(folder)).toThrow(expect.objectContaining({ code: 'store.damaged' }))
  })
})

describe('two processes on one data folder', () => {
  test('read and settle beside each other; two runs on one profile are kept apart by the lease (PLAN-4)', async () => {
    const folder = testFolder()
    const run = openIn(folder)
    const lease = await begin(run)
    await storeOrders(run, lease, [incoming(sampleOrder(1)), incoming(sampleOrder(2))])
    await bring(run, lease, orderId(1), 'problem')
    const { output } = await runChild(
      folder,
      `const store = open()
       const lease = await store.leases.take(samples.profileId, 'other process', 2000, 1000)
       const retried = await store.inbox.retry(samples.profileId, [samples.orderId(1)], samples.at(130))
       console.log(JSON.stringify([lease, retried, (await store.inbox.counts(samples.profileId)).waiting]))
       await store.close()`,
    )
    expect(output).toBe('[null,1,2]')
    await run.inbox.settle(lease, orderId(2), { state: 'done' }, '2026-01-05T10:00:00.000Z' as never)
    expect(await run.inbox.counts(profileId)).toMatchObject({ waiting: 1, done: 1 })
  })

  test('six that open a new folder at the same moment all get it', async () => {
    const folder = testFolder()
    const children = Array.from({ length: 6 }, () => runChild(folder, 'console.log(openOrCode())'))
    expect((await Promise.all(children)).map(({ output }) => output)).toEqual(Array(6).fill('opened'))
  })

  test('a write that another process keeps out for long is refused, nothing is lost, and reading goes on', async () => {
    const folder = testFolder()
    const store = openIn(folder, { busyTimeoutMs: 30 })
    const lease = await begin(store)
    const other = new DatabaseSync(databaseIn(folder))
    other.exec('begin immediate')
    const path = databaseIn(folder)
    await expect(storeOrders(store, lease, [incoming(sampleOrder(1))])).rejects.toMatchObject({
      code: 'store.locked',
      context: { path },
    })
    expect(await store.profiles.list()).toHaveLength(1)
    other.close()
    expect(await storeOrders(store, lease, [incoming(sampleOrder(1))])).toMatchObject({ added: 1 })
  })

  test('BEY-1 a process that is killed in the middle of a page leaves neither its orders nor its cursor', async () => {
    const folder = testFolder()
    const { signal, output } = await runChild(
      folder,
      `const store = open()
       const lease = await samples.begin(store)
       await samples.storeOrders(store, lease, [samples.incoming(samples.sampleOrder(1))], 100)
       console.log('first page stored')
       const deadly = { toJSON: () => process.kill(process.pid, 'SIGKILL') }
       const orders = [2, 3].map((id) => samples.incoming(samples.sampleOrder(id)))
       await samples.storeOrders(store, lease, [...orders, samples.incoming(samples.sampleOrder(4), deadly)], 200)
       console.log('not killed')`,
    )
    expect([signal, output]).toEqual(['SIGKILL', 'first page stored'])
    expect(existsSync(`${databaseIn(folder)}-wal`)).toBe(true)
    const store = openIn(folder)
    expect((await store.inbox.page(profileId, { limit: 9 })).map(({ id }) => id)).toEqual(['1'])
    expect((await store.inbox.cursor(profileId)).cursor).toBe('cursor 100')
  })
})
