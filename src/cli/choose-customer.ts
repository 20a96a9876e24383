// `orders choose-customer`: whose one order is, where recognition cannot tell or is wrong.
import { SettingsWrong } from '../core/failures.ts'
import { chooseCustomer } from '../runs/choose-customer.ts'
import { chooseProfile } from './choose-profile.ts'
import { type Console, type ExitCode, inLanguage } from './console.ts'
import { findOrder } from './order-text.ts'

/** Throws SettingsWrong 'input.customer', 'order.unknownNumber', 'order.customerUnknown', 'order.customerFixed'. */
export async function chooseOrderCustomer(
  console: Console,
  number: string,
  { code, automatic }: { readonly code: string | null; readonly automatic: boolean },
): Promise<ExitCode> {
  if ((code === null) !== automatic) throw new SettingsWrong('input.customer', 'a code or --automatic')
  const program = await console.program()
  const profile = await chooseProfile(console, program)
  const entry = await findOrder(program, profile, number)
  const chosen = await chooseCustomer(program, profile, entry, { code, by: 'cli' })
  if (console.json) console.printJson({ number, chosen })
  else if (chosen === null)
    console.print(
      inLanguage(
        console,
        `De klant van order ${number} wordt bij de volgende import weer herkend.`,
        `The customer of order ${number} is recognised again at the next import.`,
      ),
    )
  else
    console.print(
      inLanguage(
        console,
        `Order ${number} wordt bij de volgende import gemaakt voor klant ${chosen.code} ${chosen.name}.`,
        `Order ${number} is made for customer ${chosen.code} ${chosen.name} at the next import.`,
      ),
    )
  return 0
}
