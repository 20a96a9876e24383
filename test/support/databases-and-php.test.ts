import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWith, fixturesFolder } from './fixtures.ts'
import { type MariaDb, startMariaDb } from './mariadb.ts'
import { checkPhpSyntax, type PhpVersion, startPhp } from './php.ts'

const versions = ['system', '5.6', '7.0', '7.1', '7.2', '7.3', '7.4', '8.0', '8.1', '8.2', '8.3', '8.4', '8.5'] as const

/** A folder with the given PHP code as index.php. */
function makeDocumentRoot(code: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'sc-test-'))
  writeFileSync(join(folder, 'index.php'), `<?php ${code}`)
  return folder
}

async function post(version: PhpVersion, code: string, body: string): Promise<{ status: number; text: string }> {
  const documentRoot = makeDocumentRoot(code)
  const php = await startPhp(documentRoot, { version })
  try {
    const answer = await fetch(`${php.url}/index.php?a=1`, { method: 'POST', body, headers: { 'X-Key': 'key' } })
    return { status: answer.status, text: await answer.text() }
  } finally {
    await php.stop()
    rmSync(documentRoot, { recursive: true })
  }
}

describeWith({ servers: ['mariadb', 'php'], fixtures: ['opencart/3.0.4.1.sql.gz'] }, 'MariaDB with a dump', () => {
  let database: MariaDb
  beforeAll(async () => {
    database = await startMariaDb()
    await database.createDatabase('opencart', join(fixturesFolder, 'opencart/3.0.4.1.sql.gz'))
  })
  afterAll(() => database.stop())

  test('answers queries with text, line ends and tabs included', async () => {
    const rows = await database.query("SELECT COUNT(*), 'a\\tb\\nc', NULL FROM oc_order; SELECT 2", 'opencart')
    expect(rows).toEqual([['51', 'a\tb\nc', 'NULL'], ['2']])
  })

  test('refuses wrong SQL with the reason', async () => {
    await expect(database.query('SELECT nothing')).rejects.toThrow("Unknown column 'nothing'")
  })

  test('forgets a dropped database', async () => {
    await database.createDatabase('second', 'CREATE TABLE one (id INT)')
    await database.dropDatabase('second')
    await expect(database.query('SELECT * FROM one', 'second')).rejects.toThrow('Unknown database')
  })

  test.for(versions)('is read by PHP %s over the network', async (version) => {
    const { host, user, password, port } = database
    const code = `$db = new mysqli('${host}', '${user}', '${password}', 'opencart', ${port});
      $row = $db->query('SELECT COUNT(*) FROM oc_order')->fetch_row(); echo PHP_VERSION, ' ', $row[0];`
    const { text } = await post(version, code, '')
    expect(text).toMatch(version === 'system' ? / 51$/ : new RegExp(`^${version}\\.\\S+ 51$`))
  })
})

describeWith({ servers: ['php'] }, 'PHP', () => {
  test.for(['5.2', ...versions] as const)('%s gets the request as a web server gives it', async (version) => {
    const code = `header('X-Answer: 1'); header('HTTP/1.1 403 Forbidden');
      echo implode(' ', array($_SERVER['REQUEST_METHOD'], $_SERVER['SCRIPT_NAME'], $_SERVER['QUERY_STRING'], $_GET['a'],
        $_SERVER['HTTP_X_KEY'], $_SERVER['REMOTE_ADDR'], file_get_contents('php://input')));`
    const answer = await post(version, code, '{"naam":"Zoë €"}')
    expect(answer).toEqual({ status: 403, text: 'POST /index.php a=1 1 key 127.0.0.1 {"naam":"Zoë €"}' })
  })

  test('5.2 refuses the syntax of later versions, and 8.4 takes it', async () => {
    const folder = makeDocumentRoot('$list = [1];')
    const file = join(folder, 'index.php')
    expect(await checkPhpSyntax('5.2', file)).toContain(`unexpected '[' in ${file} on line 1`)
    expect(await checkPhpSyntax('8.4', file)).toBeNull()
    rmSync(folder, { recursive: true })
  })
})
