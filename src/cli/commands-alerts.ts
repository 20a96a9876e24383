// `alerts`, as it stands on the command line.
import { Argument } from 'commander'
import { type ChannelName, channelNames, type Senders } from '../runs/alerts/channels.ts'
import { setAlert, showAlerts, testAlerts } from './alerts.ts'
import { addSetCommand, type Commands, wordsOf } from './commands.ts'

export function addAlertCommands(commands: Commands, senders: () => Promise<Senders>): void {
  const { root, run } = commands
  const say = wordsOf(commands)
  const alerts = root
    .command('alerts')
    .description(say('berichten als er iets misgaat (e-mail, webhook)', 'being told of trouble (e-mail, webhook)'))
    .helpCommand(false)
  alerts
    .command('show', { isDefault: true })
    .description(say('wie er bericht krijgt, en waarvan', 'who is told, and of what'))
    .action(() => run(showAlerts))
  addSetCommand(
    commands,
    alerts,
    say('er iets aan wijzigen; naar een geheim wordt gevraagd', 'change it; for a secret you are asked'),
    setAlert,
  )
  alerts
    .command('test')
    .description(say('een proefbericht sturen', 'send a test message'))
    .addArgument(new Argument('[email|webhook]').choices(channelNames))
    .action((channel: ChannelName | undefined) =>
      run(async (console) => testAlerts(console, channel ?? null, await senders())),
    )
}
