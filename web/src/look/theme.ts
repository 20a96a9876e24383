// The page's own colours. Mantine's defaults stay below 4.5:1 for dimmed, error and placeholder text, so these are set here,
// for both schemes, each checked against the surface it stands on (axe runs on every page in the tests).
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

const accent: MantineColorsTuple = [
  '#e8f4f5',
  '#d0e7e9',
  '#a3d1d5',
  '#74bac1',
  '#4ba3ac',
  '#2c8791',
  '#1a7480',
  '#126570',
  '#0d515a',
  '#083c44',
]

const red: MantineColorsTuple = [
  '#fdeceb',
  '#f9d5d2',
  '#f2aaa5',
  '#ea7d75',
  '#e2574d',
  '#d6392e',
  '#c62e24',
  '#b3261e',
  '#8f1d17',
  '#6b1511',
]

/** Borders of fields (4) have 3:1 on what they stand on. */
const gray: MantineColorsTuple = [
  '#f6f8f9',
  '#eef1f3',
  '#e2e7ea',
  '#cdd4da',
  '#87919a',
  '#707b85',
  '#566069',
  '#454e56',
  '#2f373e',
  '#1b242b',
]

const dark: MantineColorsTuple = [
  '#e2e7ea',
  '#b3bdc5',
  '#98a4ad',
  '#7b8791',
  '#687680',
  '#333e47',
  '#20282f',
  '#1a2127',
  '#161c21',
  '#12171b',
]

const systemFonts = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'

export const theme = createTheme({
  colors: { accent, red, gray, dark },
  primaryColor: 'accent',
  primaryShade: 7,
  fontFamily: systemFonts,
  headings: { fontFamily: systemFonts, fontWeight: '600' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    // Help stands under the field, where it is read when the field is not clear.
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    // Lists and menus belong to the place that they open from, also for a screen reader.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, withinPortal: false } },
    Combobox: { defaultProps: { withinPortal: false } },
    // They go by themselves; a button without a name would be in the way of who hears the page.
    Notification: { defaultProps: { withCloseButton: false } },
    // Its header is no banner of the page.
    Modal: { defaultProps: { centered: true, attributes: { header: { role: 'presentation' } } } },
  },
})

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#1b242b',
    '--mantine-color-dimmed': '#566069',
    '--mantine-color-placeholder': '#626c75',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': '#0f5c66',
    '--mantine-color-body': '#ffffff',
    '--mantine-color-default-border': '#87919a',
    '--mantine-color-accent-light': '#e3f0f1',
    '--mantine-color-accent-light-hover': '#d5e8ea',
    '--mantine-color-accent-light-color': '#0d515a',
    '--mantine-color-accent-outline': '#126570',
    '--ground': '#f3f5f6',
    '--sheet': '#ffffff',
    '--sunk': '#f6f8f9',
    '--line': '#dbe1e5',
    '--well': '#1a6334',
    '--well-ground': '#e5f4ea',
    '--attention': '#804000',
    '--attention-ground': '#fdf0d9',
    '--failed': '#a3211a',
    '--failed-ground': '#fce9e7',
    '--quiet': '#4d5861',
    '--quiet-ground': '#e9edf0',
  },
  dark: {
    '--mantine-color-text': '#e2e7ea',
    '--mantine-color-dimmed': '#a7b2ba',
    '--mantine-color-placeholder': '#98a4ad',
    '--mantine-color-error': '#ff9a8f',
    '--mantine-color-anchor': '#7cc9d1',
    '--mantine-color-body': '#1a2127',
    '--mantine-color-default': '#20282f',
    '--mantine-color-default-hover': '#28323a',
    '--mantine-color-default-border': '#687680',
    '--mantine-color-accent-filled': '#176f7b',
    '--mantine-color-accent-filled-hover': '#1a7986',
    '--mantine-primary-color-filled': '#176f7b',
    '--mantine-primary-color-filled-hover': '#1a7986',
    '--mantine-color-accent-light': '#1d373d',
    '--mantine-color-accent-light-hover': '#23434a',
    '--mantine-color-accent-light-color': '#a3d8de',
    '--mantine-color-accent-outline': '#7cc9d1',
    '--ground': '#12171b',
    '--sheet': '#1a2127',
    '--sunk': '#161c21',
    '--line': '#333e47',
    '--well': '#7ed39b',
    '--well-ground': '#15301f',
    '--attention': '#f3c174',
    '--attention-ground': '#372813',
    '--failed': '#ffa198',
    '--failed-ground': '#3b1e1c',
    '--quiet': '#b3bdc5',
    '--quiet-ground': '#262f37',
  },
})
