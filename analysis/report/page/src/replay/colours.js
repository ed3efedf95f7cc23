// Which colours does the replay draw with?
import {chartTheme} from '../theme.js';

/// The colours of the page's scheme, and those of the map: land, water, borders.
export function coloursOf() {
  const dark = document.documentElement.dataset.scheme === 'dark';
  const theme = chartTheme({dark});
  const map = dark ? {land: '#222b34', water: '#151c24', border: '#46515d', road: '#4d5a67'} :
    {land: '#f5f4ef', water: '#dfe9f0', border: '#b9b6aa', road: '#cfc9b8'};
  return {...theme, ...map, making: theme.orange, waiting: dark ? '#e7ebef' : '#1c2530', onWaiting: dark ? '#14191f' : '#ffffff'};
}
