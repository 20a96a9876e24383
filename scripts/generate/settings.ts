// docs/reference/settings.md: every setting, from the one place where it is declared.
import { accountingKinds } from '../../src/accounting/registry.ts'
import { alertFields } from '../../src/settings/alerts.ts'
import { type FieldMeta, type Fields, metaOf } from '../../src/settings/field.ts'
import { commonParts } from '../../src/settings/profile.ts'
import { shopKinds } from '../../src/shops/registry.ts'

export function settingsDoc(): string {
  const parts: readonly (readonly [string, string, Fields])[] = [
    ...accountingKinds.map((kind) => [`Koppeling ${kind.title.nl}`, 'accounting', kind.settings] as const),
    ...shopKinds.map((kind) => [`Koppeling ${kind.title.nl}`, 'shop', kind.settings] as const),
    ['Startpunt / start point', 'general', commonParts.general.fields],
    ['Aansluiting SnelStart – Verkopen / sales', 'sales', commonParts.sales.fields],
    ['Aansluiting SnelStart – Artikelen / articles', 'articles', commonParts.articles.fields],
    ['Aansluiting SnelStart – Klanten / customers', 'customers', commonParts.customers.fields],
    ['Aansluiting SnelStart – Financieel / bookkeeping', 'bookkeeping', commonParts.bookkeeping.fields],
    ['Berichten / alerts (of the whole program)', 'alerts', alertFields],
  ]
  const intro =
    'Every setting of a profile with its key for `s-connect settings set KEY VALUE`. Secret ones are asked for, never given as an argument.'
  return `# Settings\n\n${intro}\n${parts.map(([title, part, fields]) => partDoc(title, part, fields)).join('')}`
}

const partDoc = (title: string, part: string, fields: Fields): string =>
  `\n## ${title}\n${Object.entries(fields)
    .map(([name, schema]) => fieldDoc(`${part}.${name}`, metaOf(schema), schema))
    .join('')}`

function fieldDoc(key: string, meta: FieldMeta | null, schema: Fields[string]): string {
  if (meta === null) return ''
  const facts = [
    `kind: ${meta.kind}`,
    `spec: ${meta.spec}`,
    meta.secret === true ? 'secret' : `default: \`${JSON.stringify(schema.parse(undefined))}\``,
    ...(meta.required === true ? ['compulsory'] : []),
    ...(meta.optionsFrom === undefined ? [] : [`options from: ${meta.optionsFrom}`]),
    ...(meta.needsCapability === undefined ? [] : [`needs: ${meta.needsCapability}`]),
    ...(meta.when === undefined ? [] : [`only where ${meta.when.key} is ${meta.when.is.join(' or ')}`]),
  ]
  const choices = (meta.choices ?? []).map((choice) => {
    const needs = choice.needsCapability === undefined ? '' : ` (needs: ${choice.needsCapability})`
    const help = choice.help === undefined ? '' : ` — ${choice.help.nl} / ${choice.help.en}`
    return `- \`${choice.value}\`: ${choice.nl} / ${choice.en}${needs}${help}`
  })
  const choiceText = choices.length === 0 ? '' : `\n${choices.join('\n')}\n`
  return `\n### \`${key}\` ${meta.nl} / ${meta.en}\n\n${facts.join(' · ')}\n\n${meta.help.nl}\n\n${meta.help.en}\n${choiceText}`
}
