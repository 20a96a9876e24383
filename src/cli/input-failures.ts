// The words for what is wrong with how a command was given.
import type { FailureCatalogue } from '../core/problem.ts'

export const inputFailures = {
  'input.list': {
    spec: 'SNEL-2',
    text: { nl: 'Er is geen lijst ‘{list}’.', en: 'There is no list ‘{list}’.' },
    todo: {
      nl: 'Kies een van: {lists}; of laat de naam weg voor alle lijsten van de administratie.',
      en: 'Choose one of: {lists}; or leave the name out for all lists of the administration.',
    },
  },
  'input.day': {
    spec: 'BEY-5',
    text: { nl: '‘{text}’ is geen dag.', en: '‘{text}’ is not a day.' },
    todo: { nl: 'Geef een dag als 2026-03-31.', en: 'Give a day such as 2026-03-31.' },
  },
  'input.missing': {
    spec: 'BEY-5',
    text: { nl: 'Er kwam geen waarde voor {setting} binnen.', en: 'No value for {setting} came in.' },
    todo: {
      nl: 'Geef de waarde na de vraag, via --stdin of via --from-env NAAM.',
      en: 'Give the value at the prompt, through --stdin or through --from-env NAME.',
    },
  },
  'input.sourceSeveral': {
    spec: 'BEY-5',
    text: {
      nl: 'De waarde voor {setting} kan maar op één manier worden gegeven.',
      en: 'The value for {setting} can be given in one way only.',
    },
    todo: {
      nl: 'Kies de waarde zelf, --stdin of --from-env.',
      en: 'Choose the value itself, --stdin or --from-env.',
    },
  },
  'input.language': {
    spec: 'BEY-5',
    text: { nl: 'S-Connect spreekt geen ‘{asked}’.', en: 'S-Connect does not speak ‘{asked}’.' },
    todo: {
      nl: 'Kies nl of en (--lang, of S_CONNECT_LANG).',
      en: 'Choose nl or en (--lang, or S_CONNECT_LANG).',
    },
  },
  'input.dataFolder': {
    spec: 'BEY-5',
    text: { nl: 'Bij --data ontbreekt de map.', en: 'The folder of --data is missing.' },
    todo: { nl: 'Geef een map, of laat --data weg.', en: 'Give a folder, or leave --data out.' },
  },
  'input.fileMissing': {
    spec: 'BEY-5',
    text: { nl: 'Het bestand {file} is er niet.', en: 'There is no file {file}.' },
    todo: { nl: 'Controleer de naam en de map.', en: 'Check the name and the folder.' },
  },
  'input.fileUnreadable': {
    spec: 'BEY-5',
    text: { nl: 'Het bestand {file} mag niet worden gelezen.', en: 'The file {file} may not be read.' },
    todo: { nl: 'Geef een bestand dat u mag lezen.', en: 'Give a file that you may read.' },
  },
  'input.fileNoJson': {
    spec: 'BEY-5',
    text: { nl: 'Het bestand {file} is geen geldige JSON{nl}.', en: 'The file {file} is no valid JSON{en}.' },
    todo: { nl: 'Verbeter het bestand.', en: 'Correct the file.' },
  },
  'input.fileContent': {
    spec: 'BEY-5',
    text: { nl: 'Het bestand {file} klopt niet: {nl}.', en: 'The file {file} is not right: {en}.' },
    todo: {
      nl: 'Verbeter het bestand; de vorm staat beschreven bij de simulator.',
      en: 'Correct the file; the form is described with the simulator.',
    },
  },
  'input.portTaken': {
    spec: 'BEY-5',
    text: { nl: 'Poort {port} is al in gebruik.', en: 'Port {port} is in use already.' },
    todo: { nl: 'Kies een andere met --port.', en: 'Choose another with --port.' },
  },
  'input.portDenied': {
    spec: 'BEY-5',
    text: { nl: 'Poort {port} mag u niet openen.', en: 'You may not open port {port}.' },
    todo: { nl: 'Kies er een boven 1023 met --port.', en: 'Choose one above 1023 with --port.' },
  },
  'input.orderWithoutPreview': {
    spec: 'BEY-2',
    text: { nl: '--order werkt alleen samen met --preview.', en: '--order works only together with --preview.' },
    todo: { nl: 'Laat --order weg om alles te importeren.', en: 'Leave --order out to import everything.' },
  },
  'input.from': {
    spec: 'SHOP-1',
    text: { nl: '‘{from}’ is geen datum en geen ordernummer.', en: '‘{from}’ is no date and no order number.' },
    todo: {
      nl: 'Schrijf een datum als 2026-03-01 of 2026-03-01 14:30.',
      en: 'Write a date as 2026-03-01 or 2026-03-01 14:30.',
    },
  },
  'input.state': {
    spec: 'BEY-1',
    text: { nl: 'Er is geen staat ‘{state}’.', en: 'There is no state ‘{state}’.' },
    todo: { nl: 'Kies een van: {states}.', en: 'Choose one of: {states}.' },
  },
  'input.customer': {
    spec: 'USE-2',
    text: { nl: 'Er is niet gezegd welke klant het is.', en: 'It was not said which customer it is.' },
    todo: {
      nl: 'Geef een klantcode, of --automatic om S-Connect de klant weer te laten herkennen.',
      en: 'Give a customer code, or --automatic to have S-Connect recognise the customer again.',
    },
  },
  'input.notConfirmed': {
    spec: 'BEY-5',
    text: {
      nl: 'Dit verwijdert {what}, en dat is niet terug te draaien.',
      en: 'This removes {what}, and that cannot be undone.',
    },
    todo: { nl: 'Weet u het zeker, geef dan --yes mee.', en: 'If you are sure, add --yes.' },
  },
} as const satisfies FailureCatalogue
