import { expect, test } from 'vitest'
import { findTrouble, meaningOf } from './presumed-words.ts'

test.each([
  ['De module Integratie is niet aanwezig in uw licentie.', 'moduleMissing'],
  ['Gebruiker Jan heeft onvoldoende rechten voor deze actie', 'rightMissing'],
  ['U bent niet bevoegd om deze administratie te openen', 'rightMissing'],
  ['Uw licentie is verlopen', 'licence'],
  ['De administratie is gemaakt met een nieuwere versie van SnelStart', 'wrongVersion'],
  ['De administratie moet eerst worden geconverteerd', 'wrongVersion'],
  ['Een andere gebruiker is aangemeld', 'otherUser'],
  ['Het bestand is vergrendeld door een ander proces', 'fileLocked'],
  ['The process cannot access the file because it is being used by another process', 'fileLocked'],
  ['Onjuist wachtwoord', 'loginRefused'],
  ['De administratie bestaat niet', 'noAdministration'],
  ['Onbekende fout 80004005', null],
])('SNEL-6 on opening, ‘%s’ is %s', (text, trouble) => {
  expect(findTrouble(text, true)).toBe(trouble)
})

test.each([
  ['Artikel A1 is in gebruik', null],
  ['Klant niet gevonden', null],
  ['De module ‘Integratie’ ontbreekt', 'moduleMissing'],
  ['Geen rechten op verkooporders', 'rightMissing'],
])('about a record, ‘%s’ is %s', (text, trouble) => {
  expect(findTrouble(text, false)).toBe(trouble)
})

test.each([
  ['Het btw-nummer is niet geldig', 'vatNumber'],
  ['Relatiecode 12 bestaat reeds', 'codeTaken'],
  ['Artikel X is non-actief', 'stale'],
  ['Sjabloon niet gevonden', 'stale'],
  ['Een onbekende fout', 'other'],
])('a refusal ‘%s’ means %s', (text, meaning) => {
  expect(meaningOf(text)).toBe(meaning)
})
