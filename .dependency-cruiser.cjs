// Who may import whom: a folder's row says what it may reach, and every import of ours outside that row is an error.
// Tests may import more; what they may not is in the rules that name them.
const test = '\\.test\\.ts$|/(contract|testing|test-folder)(/|\\.ts$)'
const interfaces = '^src/(shops/shop|accounting/accounting|store/store|queue/queue)\\.ts$'
const adapters = '^src/(shops|accounting)/[^/]+/|^src/(store|queue)/(sqlite|postgres|embedded|pg-boss|inline)/'

/** The folder imports nothing of ours but `allowed`. */
const onlyOurs = (name, folder, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^src/${folder}/`, pathNot: test },
  to: { path: '^src/', pathNot: [`^src/${folder}/`, ...allowed] },
})

/** The folder imports no package but `packages`, and nothing of Node unless `node`. */
const onlyPackages = (name, folder, packages, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^src/${folder}/`, pathNot: test },
  to: { dependencyTypesNot: ['local'], path: '.', pathNot: `^node_modules/(${packages.join('|')})/|^src/` },
})

/** One adapter's folder: everything in it belongs together, and the one beside it is a stranger. */
const adapterAlone = (kind, file) => ({
  name: `${kind}-stand-alone`,
  comment: `One of ${kind} is one folder: taking it away or adding one changes nothing in another, nor in runs or store.`,
  severity: 'error',
  from: { path: `^src/${kind}/([^/]+)/`, pathNot: test },
  to: {
    path: '^src/',
    pathNot: [`^src/${kind}/$1/`, `^src/${kind}/${file}\\.ts$`, '^src/(core|settings|net|mapping)/'],
  },
})

module.exports = {
  forbidden: [
    onlyOurs(
      'core-imports-core',
      'core',
      [],
      'The core decides the same in the import, the preview and the browser, so it stands on nothing.',
    ),
    onlyPackages(
      'core-is-pure',
      'core',
      ['big\\.js', 'any-ascii', 'jsvat', 'fastest-levenshtein', 'temporal-polyfill', '@types/big\\.js'],
      'No Node, no web and no library with a clock, randomness or a connection: the same order and settings give the same booking.',
    ),
    onlyOurs(
      'settings-import-core',
      'settings',
      ['^src/core/'],
      'A setting is a declaration; forms and documents are made from it anywhere, the browser included.',
    ),
    onlyPackages(
      'settings-are-pure',
      'settings',
      ['zod', 'big\\.js'],
      'A setting is a declaration; it needs the schema library and nothing that does something.',
    ),
    onlyOurs(
      'net-imports-core',
      'net',
      ['^src/core/'],
      'Connections know failures and secrets, but not what is said over them.',
    ),
    onlyOurs(
      'mapping-imports-core',
      'mapping',
      ['^src/core/'],
      'A mapping document turns a file into orders, whichever shop the file is of.',
    ),
    onlyPackages(
      'mapping-is-pure',
      'mapping',
      ['zod', 'saxes', 'csv-parse', 'temporal-polyfill'],
      'It reads what it is given; opening files and connections is done elsewhere.',
    ),
    adapterAlone('shops', 'shop'),
    adapterAlone('accounting', 'accounting'),
    onlyOurs(
      'store-imports-core',
      'store',
      ['^src/(core|settings)/'],
      'What is kept does not depend on which shop it came from or who writes it.',
    ),
    onlyOurs(
      'queue-imports-core',
      'queue',
      ['^src/(core|settings)/'],
      'A queue carries work and does not know what it is.',
    ),
    onlyOurs(
      'runs-import-interfaces',
      'runs',
      ['^src/(core|settings)/', interfaces],
      'A run works with every shop, administration and database, so it can name none.',
    ),
    ...['api', 'cli', 'desktop'].map((folder) =>
      onlyOurs(
        `${folder}-imports-runs`,
        folder,
        ['^src/(core|settings|runs|mapping)/', interfaces],
        'A way in calls the use cases; it speaks no SQL and names no shop.',
      ),
    ),
    {
      name: 'one-door-per-adapter',
      comment:
        'From outside only index.ts of an adapter is seen, so everything behind it can change; only the composition root and the registries open that door. fake.ts is the second door, for what runs without the real thing. The peers of the desktop’s SnelStart are played in test/snelstart-desktop, for every part behind the door by itself.',
      severity: 'error',
      from: { path: '^(src|bench|scripts|test)/', pathNot: [adapters, '\\.test\\.ts$', '^test/snelstart-desktop/'] },
      to: { path: adapters, pathNot: '/(index|fake)\\.ts$' },
    },
    {
      name: 'adapters-are-put-together-in-one-place',
      comment:
        'Which real parts there are stands in the composition root and the registries; elsewhere one writes against the interface.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          adapters,
          test,
          '^src/(main|demo-scene|serve-program)\\.ts$',
          '^src/(shops|accounting)/registry\\.ts$',
        ],
      },
      to: { path: adapters },
    },
    {
      name: 'web-imports-core',
      comment:
        'The page decides and formats with the core’s own words and knows the rest only by what the API sends; of the API it takes the types, which cost nothing.',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { path: '^src/', pathNot: '^src/(core|settings)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-takes-types-of-the-api-only',
      comment:
        'Nothing of a run, a store or an adapter reaches the browser, not even as a type: it goes through the API.',
      severity: 'error',
      from: { path: '^web/src/' },
      to: { path: '^src/', pathNot: '^src/(core|settings|api)/' },
    },
    {
      name: 'page-is-built-apart',
      comment: 'The program serves the built page as files and never imports it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^web/' },
    },
    {
      name: 'product-without-tests',
      comment: 'What is shipped may not need what is left at home.',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { path: ['^(test|bench|scripts)/', test] },
    },
    {
      name: 'product-without-development-packages',
      comment: 'These are not installed where the product runs.',
      severity: 'error',
      from: { path: '^src/', pathNot: test },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      comment:
        'In a circle nothing can be read or changed by itself, and the order of loading decides what is undefined.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-found',
      comment: 'An import that leads nowhere fails at the user.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
