// Plays the Windows helper, wrongly where it is told to: `node scripted-helper.mjs SCRIPT` with a JSON list, one behaviour per
// start (the last one for every start after it). Every start and every line heard is noted in `log`.
//   { hello: […], on: { 'order.create': […] } }: what is done at the start and per call (or a list per time), instead of a plain
//   answer; a list of
//   { say } text as it is ($id: of the question) · { bytes } base64 · { answer, id? } · { error } · { complain } on standard error ·
//   { fill } that many bytes · { noise } that many on standard error · { afterMs } · { die } with this code · { kill } itself · { hold } for ever.
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

const { log, starts } = JSON.parse(process.argv[2])
const note = (entry) => appendFileSync(log, `${JSON.stringify(entry)}\n`)
const earlier = existsSync(log)
  ? readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => line.includes('"start"')).length
  : 0
note({ is: 'start', pid: process.pid, args: process.argv.slice(3) })
const { hello, on = {} } = starts[Math.min(earlier, starts.length - 1)]

const plainHello = { hello: 's-connect-gateway', protocol: 1, version: '1.0.0', bits: 32, system: 'a script' }
const plainResults = {
  'gateway.versions': { gateway: '16', snelStart: '12.17' },
  'gateway.open': { gateway: '16', snelStart: '12.17', administration: 'Demo BV' },
  'gateway.close': {},
  'customer.create': { code: 1 },
  'customer.update': { code: 1 },
  'article.create': { code: 'A' },
  'article.update': { code: 'A' },
  'article.price': { price: '12.50' },
  'order.create': { number: 7 },
  'order.deliverTo': { id: 7 },
  'entry.create': { id: 8 },
  'sql.databases': { databases: ['Demo BV'] },
  'sql.open': { version: '15.00.2000', database: 'Demo BV' },
  'sql.schema': { columns: [['tblLand', 'fldLandID', 'int']] },
  'sql.rows': { rows: [] },
  'sql.fingerprint': { fingerprint: 'f' },
}

// In one piece, and written before the next thing is done.
const write = (stream, part) => new Promise((resolve) => stream.write(part, resolve))

async function act(actions, question) {
  for (const action of actions) {
    if ('say' in action) await write(process.stdout, action.say.replaceAll('$id', String(question.id)))
    if ('bytes' in action) await write(process.stdout, Buffer.from(action.bytes, 'base64'))
    if ('answer' in action)
      await write(
        process.stdout,
        `${JSON.stringify({ id: action.id ?? question.id, ok: true, result: action.answer })}\n`,
      )
    if ('error' in action)
      await write(
        process.stdout,
        `${JSON.stringify({ id: question.id, ok: false, error: { member: null, code: null, ...action.error } })}\n`,
      )
    if ('complain' in action) await write(process.stderr, action.complain)
    if ('noise' in action) await write(process.stderr, Buffer.alloc(action.noise, 'x\n'))
    if ('fill' in action) await write(process.stdout, Buffer.alloc(action.fill, 'x'))
    if ('afterMs' in action) await new Promise((resolve) => setTimeout(resolve, action.afterMs))
    if ('die' in action) process.exit(action.die)
    if ('kill' in action) process.kill(process.pid, 'SIGKILL')
    if ('hold' in action) await new Promise(() => setInterval(() => {}, 60_000))
  }
}

await act(hello ?? [{ say: `${JSON.stringify(plainHello)}\n` }], { id: 0 })
const times = new Map()
for await (const line of createInterface({ input: process.stdin })) {
  note({ is: 'heard', pid: process.pid, line })
  const question = JSON.parse(line)
  const told = on[question.call] ?? [{ answer: plainResults[question.call] }]
  const time = times.get(question.call) ?? 0
  times.set(question.call, time + 1)
  // One list for each time, or one for every time.
  await act(Array.isArray(told[0]) ? told[Math.min(time, told.length - 1)] : told, question)
}
note({ is: 'end', pid: process.pid })
