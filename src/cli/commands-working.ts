// `lists`, `test`, `shop`, `import`, `log` and `orders`, as they stand on the command line. What a command does stands in the
// file of its name.
import { chooseOrderCustomer } from './choose-customer.ts'
import { type Commands, mostListed, whole, wordsOf } from './commands.ts'
import { compareCommand } from './compare.ts'
import { readShop, showLists, test } from './connections.ts'
import { importCommand } from './import.ts'
import { showLog } from './log.ts'
import { showOffer } from './offers.ts'
import { dismissOrders, listOrders, orderStates, retryOrders } from './orders.ts'
import { showOrder } from './show-order.ts'

export function addConnectionCommands(commands: Commands): void {
  const { root, run } = commands
  const say = wordsOf(commands)
  root
    .command(say('lists [lijst]', 'lists [list]'))
    .description(
      say(
        'de lijsten waaruit instellingen kiezen: sjablonen, omzetgroepen, orderstatussen; sqlServers en administrations worden gezocht met wat al is ingevuld',
        'the lists that settings choose from: templates, revenue groups, order statuses; sqlServers and administrations are looked for with what is filled in already',
      ),
    )
    .action((list: string | undefined) =>
      run((console) => (list === undefined ? showLists(console) : showOffer(console, list))),
    )
  root
    .command('test')
    .description(say('verbinding testen, stap voor stap', 'test the connections, step by step'))
    .option('--accounting', say('alleen SnelStart', 'only SnelStart'), false)
    .option('--shop', say('alleen de webshop', 'only the shop'), false)
    .action((given: { accounting: boolean; shop: boolean }) =>
      run((console) => test(console, given.accounting === given.shop ? 'both' : given.shop ? 'shop' : 'accounting')),
    )
  const shop = root.command('shop').description(say('de webshop zelf', 'the shop itself')).helpCommand(false)
  shop
    .command('read', { isDefault: true })
    .description(
      say(
        'orders als JSON, één per regel; schrijft en onthoudt niets',
        'orders as JSON, one per line; writes and remembers nothing',
      ),
    )
    .option(
      say('--from <datum|nummer>', '--from <date|number>'),
      say('vanaf deze dag, dit tijdstip of dit ordernummer', 'from this day, this moment or this order number'),
    )
    .option(
      say('--limit <aantal>', '--limit <count>'),
      say('hoogstens zoveel', 'at most so many'),
      whole(commands, 1, mostListed),
    )
    .action((given: { from?: string; limit?: number }) =>
      run((console) => readShop(console, { from: given.from ?? null, limit: given.limit ?? null })),
    )
}

export function addImportCommands(commands: Commands): void {
  const { root, run } = commands
  const say = wordsOf(commands)
  root
    .command('import')
    .description(
      say(
        'orders importeren, of met --preview laten zien wat er zou gebeuren',
        'import orders, or with --preview show what would happen',
      ),
    )
    .option(
      '--preview',
      say('alleen laten zien, niets in SnelStart maken', 'only show, make nothing in SnelStart'),
      false,
    )
    .option(
      say('--order <nummer>', '--order <number>'),
      say('alleen deze order (met --preview)', 'only this order (with --preview)'),
    )
    .option(
      '--no-read',
      say('lees de webshop niet; alleen wat al wacht', 'do not read the shop; only what waits already'),
    )
    .action((given: { preview: boolean; order?: string; read: boolean }) =>
      run((console) =>
        importCommand(console, { preview: given.preview, read: given.read, order: given.order ?? null }),
      ),
    )
  root
    .command('compare')
    .description(
      say(
        'webshop en SnelStart vergelijken: per periode, btw-tarief en regio, met de orders bij elk verschil',
        'compare shop and SnelStart: per period, VAT rate and region, with the orders of each difference',
      ),
    )
    .requiredOption(say('--from <dag>', '--from <day>'), say('eerste dag (2026-01-01)', 'first day (2026-01-01)'))
    .requiredOption(say('--to <dag>', '--to <day>'), say('laatste dag', 'last day'))
    .option(say('--by <periode>', '--by <period>'), 'month, quarter, year', 'month')
    .option(say('--xlsx <bestand>', '--xlsx <file>'), say('ook als Excel-bestand', 'as an Excel file as well'))
    .action((given: { from: string; to: string; by: string; xlsx?: string }) =>
      run((console) => compareCommand(console, { ...given, xlsx: given.xlsx ?? null })),
    )
  root
    .command('log')
    .description(say('informatie: wat er is gedaan', 'what was done'))
    .option('--extended', say('uitgebreid, met elke stap', 'extended, with every step'), false)
    .option(say('--order <nummer>', '--order <number>'), say('alleen van deze order', 'only of this order'))
    .option(
      say('--limit <aantal>', '--limit <count>'),
      say('de laatste zoveel regels (gewoonlijk 200)', 'the last so many lines (usually 200)'),
      whole(commands, 1, mostListed),
      200,
    )
    .action((given: { extended: boolean; order?: string; limit: number }) =>
      run((console) => showLog(console, { ...given, order: given.order ?? null })),
    )
}

export function addOrderCommands(commands: Commands): void {
  const { root, run } = commands
  const say = wordsOf(commands)
  const several = say('<nummers...>', '<numbers...>')
  const orders = root
    .command('orders')
    .description(say('het postvak met orders', 'the inbox of orders'))
    .helpCommand(false)
  orders
    .command('list', { isDefault: true })
    .description(
      say('orders die wachten, oudste eerst; met --all alle', 'orders that wait, oldest first; with --all every one'),
    )
    .option(say('--state <staat>', '--state <state>'), orderStates.join(', '))
    .option('--all', say('alle orders', 'all orders'), false)
    .option(
      say('--limit <aantal>', '--limit <count>'),
      say('hoogstens zoveel (gewoonlijk 1000)', 'at most so many (usually 1000)'),
      whole(commands, 1, mostListed),
      1000,
    )
    .action((given: { state?: string; all: boolean; limit: number }) =>
      run((console) => listOrders(console, { ...given, state: given.state ?? null })),
    )
  orders
    .command(say('show <nummer>', 'show <number>'))
    .description(
      say(
        'één order: wat ervan is gemaakt, en hoe elke keuze tot stand kwam',
        'one order: what was made of it, and how each choice was made',
      ),
    )
    .option('--raw', say('ook precies wat de webshop stuurde', 'with exactly what the shop sent'), false)
    .action((number: string, given: { raw: boolean }) => run((console) => showOrder(console, number, given)))
  orders
    .command(`retry ${several}`)
    .description(say('opnieuw aanbieden bij de volgende import', 'offer again at the next import'))
    .option(
      '--absent',
      say(
        'ook als onzeker was of SnelStart hem kreeg: u hebt gekeken, hij staat er niet',
        'also where it was in doubt whether SnelStart got it: you have looked, it is not there',
      ),
      false,
    )
    .action((numbers: string[], given: { absent: boolean }) => run((console) => retryOrders(console, numbers, given)))
  orders
    .command(say('choose-customer <nummer> [klantcode]', 'choose-customer <number> [customer-code]'))
    .description(
      say(
        'zelf kiezen van welke klant een order is; met --automatic herkent S-Connect hem weer',
        'choose yourself whose an order is; with --automatic S-Connect recognises the customer again',
      ),
    )
    .option('--automatic', say('weer zelf laten herkennen', 'have it recognised again'), false)
    .action((number: string, code: string | undefined, { automatic }: { automatic: boolean }) =>
      run((console) => chooseOrderCustomer(console, number, { code: code ?? null, automatic })),
    )
  orders
    .command(`dismiss ${several}`)
    .description(
      say('afhandelen zonder er een verkooporder van te maken', 'dismiss without making a sales order of it'),
    )
    .requiredOption(say('--reason <tekst>', '--reason <text>'), say('waarom', 'why'))
    .action((given: string[], { reason }: { reason: string }) =>
      run((console) => dismissOrders(console, given, reason)),
    )
}
