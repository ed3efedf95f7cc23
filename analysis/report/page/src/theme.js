// Which colours and letters do charts have?

// Without quotes, which would end the attribute in which SVG files name it.
const FONT = 'system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif';

// After Okabe and Ito, whose colours the colour-blind can tell apart; darker on white, lighter on dark.
const LIGHT = {
  dark: false,
  background: '#ffffff',
  ink: '#1c2530',
  muted: '#56616d',
  line: '#cfd5db',
  faint: '#e9ecef',
  blue: '#0072b2',
  vermilion: '#d55e00',
  green: '#00896a',
  orange: '#d98e04',
  purple: '#b3588f',
  sky: '#4ba3d8',
  grey: '#6b7580',
};
const DARK = {
  dark: true,
  background: '#14191f',
  ink: '#e7ebef',
  muted: '#a3adb8',
  line: '#3b4550',
  faint: '#252d36',
  blue: '#5fb2ea',
  vermilion: '#ff8c4f',
  green: '#3fc49b',
  orange: '#f0b840',
  purple: '#e29cc6',
  sky: '#a3d8f7',
  grey: '#a0a9b3',
};

/// Colours and measures of a chart of `width` pixels.
export function chartTheme({dark = false, width = 900, opaque = false} = {}) {
  const colours = dark ? DARK : LIGHT;
  const {blue, vermilion, green, orange, purple, sky, grey, background} = colours;
  return {
    ...colours,
    width,
    font: FONT,
    narrow: width < 620,
    background: opaque ? background : 'transparent',
    paper: background,
    palette: [blue, vermilion, green, orange, purple, sky, grey],
    types: {price_taker: blue, negotiator: vermilion, bargainer: green},
    kinds: {material: blue, energy: orange, system: green, waste: vermilion},
  };
}
