import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeServerFolder, startServerProcess } from './server-process.ts'

const listen = (port: number) => ({
  command: process.execPath,
  args: ['-e', `require('node:http').createServer((_, answer) => answer.end('here')).listen(${port}, '127.0.0.1')`],
})

test('a server answers until it is stopped, then its folder is gone', async () => {
  const folder = makeServerFolder('test')
  const server = await startServerProcess(folder, listen)
  expect(await (await fetch(`http://127.0.0.1:${server.port}`)).text()).toBe('here')
  await server.stop()
  await expect(fetch(`http://127.0.0.1:${server.port}`)).rejects.toThrow()
  expect(existsSync(folder)).toBe(false)
})

test('a server that does not start is refused with what it said', async () => {
  const folder = makeServerFolder('test')
  const broken = () => ({ command: process.execPath, args: ['-e', 'throw new Error("no licence")'] })
  await expect(startServerProcess(folder, broken)).rejects.toThrow('no licence')
  expect(existsSync(folder)).toBe(false)
})

test('a server and its folder go when the process that started it is killed', async () => {
  const starter = spawn(process.execPath, [
    '--input-type=module-typescript',
    '-e',
    `
    import { makeServerFolder, startServerProcess } from '${join(import.meta.dirname, 'server-process.ts')}'
    const folder = makeServerFolder('test')
    const server = await startServerProcess(folder, ${listen.toString()})
    console.log(JSON.stringify({ folder, port: server.port }))
  `,
  ])
  const [line] = (await once(starter.stdout, 'data')) as [Buffer]
  const { folder, port } = JSON.parse(line.toString()) as { folder: string; port: number }
  starter.kill('SIGKILL')
  await expect.poll(() => existsSync(folder), { timeout: 10_000 }).toBe(false)
  await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow()
})
