// How a profile is called: its own description, else the two sides that it links.
import type { ProfileView, Text } from '../api/types.ts'

type Named = Pick<ProfileView, 'id' | 'description'> & {
  readonly shop: { title: Text }
  readonly accounting: { title: Text }
}

export const profileName = ({ description, shop, accounting }: Named, language: 'nl' | 'en'): string =>
  description === '' ? `${shop.title[language]} – ${accounting.title[language]}` : description
