// The address of the shop as people type it, and the two doors behind it.
import { failing } from './failing.ts'

/** With a slash at the end; a missing scheme means https. Throws 'prestashop.badUrl'. */
export function toShopUrl(setting: string): string {
  const text = setting.trim()
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`)
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '')
    throw failing('prestashop.badUrl', { url: text })
  const path = url.pathname.replace(/\/(index\.php|api)?\/?$/, '')
  return `${url.origin}${path}/`
}

/** Works whether or not friendly URLs are on. */
export const toModuleUrl = (shopUrl: string): string =>
  `${shopUrl}index.php?fc=module&module=sconnect&controller=bridge`

/** The shop's address that a redirect leads to, without what we asked for behind it. */
export function redirectTarget(location: string, url: string): string {
  const to = URL.parse(location, url)
  return to === null
    ? '?'
    : toShopUrl(to.href.replace(/[?#].*$/, '').replace(/(index\.php|(\w\w\/)?module\/.*|api\/.*)$/, ''))
}
