// The countries of the default administration: Dutch name, two letters, three letters, and whether it is in the EU.

const eu = `
België BE BEL|Bulgarije BG BGR|Cyprus CY CYP|Denemarken DK DNK|Duitsland DE DEU|Estland EE EST|Finland FI FIN|Frankrijk FR FRA
Griekenland GR GRC|Hongarije HU HUN|Ierland IE IRL|Italië IT ITA|Kroatië HR HRV|Letland LV LVA|Litouwen LT LTU|Luxemburg LU LUX
Malta MT MLT|Nederland NL NLD|Oostenrijk AT AUT|Polen PL POL|Portugal PT PRT|Roemenië RO ROU|Slovenië SI SVN|Slowakije SK SVK
Spanje ES ESP|Tsjechië CZ CZE|Zweden SE SWE`
const others = `
Albanië AL ALB|Andorra AD AND|Argentinië AR ARG|Aruba AW ABW|Australië AU AUS|Bosnië en Herzegovina BA BIH|Brazilië BR BRA
Canada CA CAN|Caribisch Nederland BQ BES|Chili CL CHL|China CN CHN|Curaçao CW CUW|Egypte EG EGY|Groenland GL GRL|Hongkong HK HKG
IJsland IS ISL|India IN IND|Indonesië ID IDN|Israël IL ISR|Japan JP JPN|Liechtenstein LI LIE|Maleisië MY MYS|Marokko MA MAR
Mexico MX MEX|Monaco MC MCO|Nieuw-Zeeland NZ NZL|Noord-Macedonië MK MKD|Noorwegen NO NOR|Oekraïne UA UKR|Rusland RU RUS
San Marino SM SMR|Saudi-Arabië SA SAU|Servië RS SRB|Singapore SG SGP|Suriname SR SUR|Taiwan TW TWN|Thailand TH THA|Turkije TR TUR
Verenigd Koninkrijk GB GBR|Verenigde Arabische Emiraten AE ARE|Verenigde Staten US USA|Zuid-Afrika ZA ZAF|Zuid-Korea KR KOR
Zwitserland CH CHE`

type Country = { readonly naam: string; readonly landcode: string; readonly landcodeISO: string }

const read = (text: string): Country[] =>
  text
    .trim()
    .split(/[|\n]/)
    .map((line) => {
      const [, naam, landcode, landcodeISO] = /^(.+) (\w{2}) (\w{3})$/.exec(line.trim())!
      return { naam: naam!, landcode: landcode!, landcodeISO: landcodeISO! }
    })

const euCountries = read(eu)
const euCodes = new Set(euCountries.map(({ landcode }) => landcode))

export const countries: readonly Country[] = [...euCountries, ...read(others)]
export const isInEu = (landcode: string): boolean => euCodes.has(landcode)
/** Three letters for two, for the lists that are keyed so. */
export const isoOf = (landcode: string): string =>
  countries.find((country) => country.landcode === landcode)?.landcodeISO ?? landcode
