// Words for people, in both languages; the type makes a missing one a compile error.

export type Language = 'nl' | 'en'
export type Text = Readonly<Record<Language, string>>

/** Fills `{name}` places. An unknown place stays visible as it is: better an odd text than a silent gap. */
export function fillIn(template: string, data: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => data[name] ?? place)
}
