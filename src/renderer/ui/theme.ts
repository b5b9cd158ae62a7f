import {
  ActionIcon,
  Button,
  Drawer,
  Menu,
  Modal,
  Notification,
  Popover,
  Select,
  Tooltip,
  convertCssVariables,
  createTheme,
  defaultCssVariablesResolver,
  mergeMantineTheme,
  DEFAULT_THEME,
} from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#e9f5f4',
  '#d0e8e6',
  '#a4d3cf',
  '#74bdb8',
  '#4fb0aa',
  '#2b9590',
  '#157a76',
  '#0e6b68',
  '#0a5654',
  '#063f3e',
];

const gray: MantineColorsTuple = [
  '#f6f8f9',
  '#edf1f3',
  '#e1e7ea',
  '#d0d8dd',
  '#b3bec6',
  '#8a96a1',
  '#59656f',
  '#434e58',
  '#2c353d',
  '#182027',
];

const dark: MantineColorsTuple = [
  '#dbe1e6',
  '#bcc6ce',
  '#98a5b1',
  '#6b7884',
  '#3b4650',
  '#2b353e',
  '#1d252c',
  '#151b21',
  '#10151a',
  '#0b0f13',
];

const danger: MantineColorsTuple = [
  '#fdeeed',
  '#fad8d5',
  '#f6b3ad',
  '#f18a81',
  '#ea675c',
  '#dc4a3e',
  '#c2342a',
  '#b3261e',
  '#8f1c16',
  '#6a130f',
];

const warning: MantineColorsTuple = [
  '#fdf3e1',
  '#f9e4c0',
  '#f3cf90',
  '#f0b95c',
  '#e0a035',
  '#c3821a',
  '#a5680a',
  '#8a5200',
  '#6d4100',
  '#4d2e00',
];

/** The look: calm, dense, one accent. Sizes are in rem so that a larger system font is followed. */
export const theme = createTheme({
  colors: { petrol, gray, dark, danger, warning },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  fontFamily:
    "'Inter', 'Segoe UI', -apple-system, 'Cantarell', 'Ubuntu', 'Noto Sans', 'Liberation Sans', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', 'Liberation Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.45' },
    },
  },
  defaultRadius: 'md',
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Select: Select.extend({ defaultProps: { size: 'sm', checkIconPosition: 'right' } }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        openDelay: 350,
        withArrow: true,
        multiline: true,
        events: { hover: true, focus: true, touch: true },
      },
    }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', position: 'bottom-start' } }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md' } }),
    // The page itself never scrolls, so nothing has to lock it (locking would add a style element).
    Modal: Modal.extend({
      defaultProps: { lockScroll: false, centered: true },
      styles: { title: { fontWeight: 600, fontSize: 'var(--mantine-font-size-lg)' } },
    }),
    Drawer: Drawer.extend({ defaultProps: { lockScroll: false } }),
  },
});

const resolver: CSSVariablesResolver = () => ({
  variables: { '--baton-nav-width': '13.5rem', '--baton-row-height': '2.75rem' },
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': 'var(--mantine-color-gray-9)',
    '--mantine-color-dimmed': 'var(--mantine-color-gray-6)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-6)',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-default-border': 'var(--mantine-color-gray-3)',
    '--mantine-color-petrol-light-color': 'var(--mantine-color-petrol-8)',
    '--baton-surface': 'var(--mantine-color-gray-0)',
    '--baton-surface-raised': '#ffffff',
    '--baton-line': 'var(--mantine-color-gray-2)',
    '--baton-hover': 'rgba(24, 60, 70, 0.05)',
    '--baton-selected': '#e3f1f0',
    '--baton-focus': 'var(--mantine-color-petrol-7)',
    '--baton-link': 'var(--mantine-color-petrol-7)',
    '--baton-mark': '#fbe6b5',
    '--mantine-color-warning-light': 'var(--baton-warning-surface)',
    '--mantine-color-warning-light-color': 'var(--baton-warning)',
    '--baton-good': '#1d6b35',
    '--baton-warning': '#8a5200',
    '--baton-warning-surface': '#fdf3e1',
    '--baton-bad': '#b3261e',
    '--baton-bad-surface': '#fdeeed',
  },
  dark: {
    '--mantine-color-text': 'var(--mantine-color-dark-0)',
    '--mantine-color-dimmed': 'var(--mantine-color-dark-2)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-2)',
    '--mantine-color-error': '#ff9c92',
    '--mantine-color-anchor': 'var(--mantine-color-petrol-3)',
    '--mantine-color-default-border': 'var(--mantine-color-dark-4)',
    '--mantine-color-petrol-light': '#173634',
    '--mantine-color-petrol-light-hover': '#1d4441',
    '--mantine-color-petrol-light-color': 'var(--mantine-color-petrol-2)',
    '--baton-surface': 'var(--mantine-color-dark-8)',
    '--baton-surface-raised': 'var(--mantine-color-dark-6)',
    '--baton-line': 'var(--mantine-color-dark-5)',
    '--baton-hover': 'rgba(190, 225, 230, 0.06)',
    '--baton-selected': '#173634',
    '--baton-focus': 'var(--mantine-color-petrol-3)',
    '--baton-link': 'var(--mantine-color-petrol-3)',
    '--baton-mark': '#5a4613',
    '--mantine-color-warning-light': 'var(--baton-warning-surface)',
    '--mantine-color-warning-light-color': 'var(--baton-warning)',
    '--baton-good': '#7fd196',
    '--baton-warning': '#f0b95c',
    '--baton-warning-surface': '#30250f',
    '--baton-bad': '#ff9c92',
    '--baton-bad-surface': '#3a1b1a',
  },
});

/**
 * Puts the theme's variables into an adopted style sheet. A style element would need `'unsafe-inline'` or a
 * nonce in the page's security policy; an adopted sheet needs neither.
 */
export function adoptThemeVariables(): void {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme);
  const base = defaultCssVariablesResolver(merged);
  const own = resolver(merged);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    convertCssVariables({
      variables: { ...base.variables, ...own.variables },
      light: { ...base.light, ...own.light, '--mantine-color-scheme': 'light' },
      dark: { ...base.dark, ...own.dark, '--mantine-color-scheme': 'dark' },
    }),
  );
  document.adoptedStyleSheets.push(sheet);
}
