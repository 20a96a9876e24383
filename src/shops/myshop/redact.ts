// Signature, ticket and keys travel in the address of a question or can be repeated by an answer. Nothing of these is shown or kept
// before it went through here.

/** `said` without the secrets, written plainly or as in an address, and without the value of any `pk` or `rpc_id`. */
export function redact(said: string, secrets: readonly string[]): string {
  const spellings = secrets.filter((secret) => secret !== '').flatMap((secret) => [secret, encodeURIComponent(secret)])
  const hidden = [...new Set(spellings)]
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, secret) => text.replaceAll(secret, '***'), said)
  return hidden.replace(/\b(pk|rpc_id)=[^&\s"'<>]+/gi, '$1=***')
}
