// The mapping document of a profile, with what its settings decide put into it.
import { readFileSync } from 'node:fs'
import { SettingsWrong } from '../../core/failures.ts'
import { type Mapping, readMapping } from '../../mapping/index.ts'
import type { MyShopSettings } from './settings.ts'

/** Both house dialects with the field names of neighbouring messages; which a shop really sends is not published. */
export function builtInMapping(): string {
  return readFileSync(new URL('./mapping.json', import.meta.url), 'utf8')
}

/** Zone and prices are settings, so these count above the document. Throws SettingsWrong 'mapping.wrong'. */
export function toMapping(settings: Pick<MyShopSettings, 'mapping' | 'timeZone' | 'priceEntry'>): Mapping {
  const read = readMapping(settings.mapping.trim() === '' ? builtInMapping() : settings.mapping)
  if (!read.ok)
    throw new SettingsWrong('mapping.wrong', 'the mapping is not right', {
      setting: 'mapping',
      issues: read.issues.slice(0, 3).join('; '),
    })
  const { mapping } = read
  const fixed = { paths: [], fixed: settings.priceEntry === 'incl' ? '1' : '0', prefix: '', cut: null }
  const order = settings.priceEntry === 'auto' ? mapping.order : { ...mapping.order, pricesIncludeVat: fixed }
  return { ...mapping, zone: settings.timeZone, order }
}
