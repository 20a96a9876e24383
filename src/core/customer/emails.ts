// Reads e-mail addresses out of the texts that shops and SnelStart hold.

/** What SnelStart would take too (REL-0061): one '@', a domain with a dot, no spaces or signs that divide lists. */
const isEmail = (text: string): boolean => /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/.test(text)

/**
 * The addresses in a text, lower case, each once, in order: 'Jan <jan@x.nl>; info@x.nl' gives two. Parts that are no
 * address are left out, so an empty list means that there is none.
 */
export function readEmails(text: string): readonly string[] {
  const found = new Set<string>()
  for (const part of text.toLowerCase().split(/[;,\n]/)) {
    const address = (/<([^<>]*)>/.exec(part)?.[1] ?? part).trim().replace(/^mailto:/, '')
    if (isEmail(address)) found.add(address)
  }
  return [...found]
}
