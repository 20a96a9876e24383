// Both keys travel in the address of every call (reference/mijnwebwinkel.md, 1), so an answer, a redirect or a network error
// can repeat them. Nothing of these is shown or kept before it went through here.

/** `said` without the secrets, written plainly or as in an address; other `token=` values are taken out as well. */
export function redact(said: string, secrets: readonly string[]): string {
  const spellings = secrets.filter((secret) => secret !== '').flatMap((secret) => [secret, encodeURIComponent(secret)])
  const hidden = [...new Set(spellings)]
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, secret) => text.replaceAll(secret, '***'), said)
  return hidden.replace(/((?:partner_)?token=)[^&\s"'<>]+/gi, '$1***')
}
