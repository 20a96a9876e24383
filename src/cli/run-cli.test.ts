import { expect, test } from 'vitest'
import type { Console } from './console.ts'
import type { MachineParts } from './machine-commands.ts'
import { type GlobalOptions, runCli } from './run-cli.ts'

/** Runs a command line on which no command gets as far as the data folder. */
async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const out: string[] = []
  const err: string[] = []
  let given: GlobalOptions | null = null
  const unused = () => Promise.reject(new Error('not to be reached'))
  const code = await runCli(args, {
    version: '1.2.3',
    env,
    console: (options) => {
      given = options
      return { signal: new AbortController().signal, ...options } as unknown as Console
    },
    own: { demo: async () => 0, simulator: unused, serve: unused },
    machine: {} as MachineParts,
    senders: unused,
    print: (text) => void out.push(text),
    error: (text) => void err.push(text),
    messages: {},
  })
  return { code, out: out.join('\n'), err: err.join('\n'), given: given as GlobalOptions | null }
}

const mistakes: readonly (readonly [args: string, nl: string, en: string])[] = [
  ['ordrs', 'Er is geen opdracht ‘ordrs’. Bedoelde u orders?', 'There is no command ‘ordrs’. Did you mean orders?'],
  [
    "it's",
    "Er is geen opdracht ‘it's’. Kijk met --help wat er kan.",
    "There is no command ‘it's’. See --help for what there is.",
  ],
  ['log --jsn', 'Er is geen optie ‘--jsn’. Bedoelde u --json?', 'There is no option ‘--jsn’. Did you mean --json?'],
  [
    'log more',
    'Dit hoort er niet bij: more. Kijk met --help wat er kan.',
    'This does not belong there: more. See --help for what there is.',
  ],
  ['orders show', 'Er ontbreekt iets: <nummer>. Kijk', 'Something is missing: <number>. See'],
  ['orders dismiss 1', 'Geef ook ‘--reason <tekst>’ op.', 'Give ‘--reason <text>’ as well.'],
  ['log --order', 'Bij ‘--order <nummer>’ ontbreekt de waarde.', 'The value of ‘--order <number>’ is missing.'],
  [
    'log --limit tien',
    '‘tien’ kan niet bij ‘--limit <aantal>’: kies een getal van 1',
    '‘tien’ will not do for ‘--limit <count>’: choose a number from 1',
  ],
  ['log --limit 0', '‘0’ kan niet bij', '‘0’ will not do for'],
  [
    'simulator --port 99999',
    '‘99999’ kan niet bij ‘--port <poort>’: kies een getal van 0 tot en met 65535.',
    'from 0 to 65535.',
  ],
  ['import --order 5', '--order werkt alleen samen met --preview.', '--order works only together with --preview.'],
  ['demo --data=', 'Bij --data ontbreekt de map.', 'The folder of --data is missing.'],
  [
    'orders --state klaar',
    'Er is geen staat ‘klaar’. Kies een van: waiting,',
    'There is no state ‘klaar’. Choose one of: waiting,',
  ],
]

test.each(mistakes)('‘%s’ is one sentence in the language asked for, and exit code 2', async (args, nl, en) => {
  const dutch = await run(args.split(' '))
  const english = await run([...args.split(' '), '--lang', 'en'])
  for (const [{ code, out, err }, sentence] of [
    [dutch, nl],
    [english, en],
  ] as const) {
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
    expect(err).not.toMatch(/\n|error:/)
  }
})

test('a mistake is JSON where --json is asked, wherever that stands', async () => {
  const { err } = await run(['ordrs', '--json'])
  expect(JSON.parse(err)).toEqual({ error: 'input.usage', text: 'Er is geen opdracht ‘ordrs’. Bedoelde u orders?' })
  expect(JSON.parse((await run(['--json', '--lang', 'fr', 'demo'])).err)).toMatchObject({ error: 'input.language' })
})

test('a language that we do not speak is one sentence, from the option or the environment', async () => {
  const sentence = 'S-Connect spreekt geen ‘fr’. Kies nl of en (--lang, of S_CONNECT_LANG).'
  expect(await run(['demo', '--lang', 'fr'])).toMatchObject({ code: 2, err: sentence })
  expect(await run(['demo'], { S_CONNECT_LANG: 'fr' })).toMatchObject({ code: 2, err: sentence })
})

test('the language comes from --lang, else from S_CONNECT_LANG, else it is Dutch whatever the system speaks', async () => {
  expect((await run(['demo'], { LANG: 'en_GB.UTF-8', LC_ALL: 'en_GB.UTF-8' })).given?.lang).toBe('nl')
  expect((await run(['demo'], { S_CONNECT_LANG: 'en' })).given?.lang).toBe('en')
  expect((await run(['demo', '--lang=nl'], { S_CONNECT_LANG: 'en' })).given?.lang).toBe('nl')
})

test('help is whole in each language, for every command', async () => {
  const english = await run(['--help', '--lang', 'en'])
  const commands = [...english.out.matchAll(/^ {2}(\w+)/gm)].map((match) => match[1] ?? '')
  expect(commands).toEqual(
    expect.arrayContaining(['profile', 'settings', 'lists', 'test', 'shop', 'import', 'orders', 'log']),
  )
  const dutchWords = /\b(van|een|het|met|alleen|nummer|Opties|Gebruik|bestand)\b/
  const englishWords = /\b(the|Usage|Options|Commands|Arguments|display|number|only|with)\b/
  const subcommands = [
    ['orders', 'list'],
    ['orders', 'dismiss'],
    ['profile', 'add'],
    ['settings', 'set'],
    ['shop', 'read'],
  ]
  for (const command of [[], ...commands.map((name) => [name]), ...subcommands]) {
    const [dutch, other] = [await run([...command, '--help']), await run([...command, '--help', '--lang', 'en'])]
    expect(dutch, command.join(' ')).toMatchObject({ code: 0, err: '' })
    expect(dutch.out.replaceAll('--preview', '')).not.toMatch(englishWords)
    expect(other.out).not.toMatch(dutchWords)
  }
})

test('without a command there is help and no complaint', async () => {
  const { code, out, err } = await run([])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/^Gebruik: s-connect \[opties\] \[opdracht\]\n/)
  expect(out).toContain('Uitgang: 0 alles in orde')
})

test('the version is asked with --version', async () => {
  expect(await run(['--version'])).toMatchObject({ code: 0, out: '1.2.3', err: '' })
})
