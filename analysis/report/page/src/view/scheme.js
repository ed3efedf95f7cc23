// Light or dark?
import {element} from './dom.js';

const KEY = 'ccmsim-scheme';
const CHOICES = [
  ['auto', 'Auto'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

/// The choice of light or dark, kept by the browser where it allows that; `changed` is called when the colours change.
export function schemeSwitch(changed) {
  const preferred = window.matchMedia('(prefers-color-scheme: dark)');
  let chosen = stored();
  let printing = false;
  const dark = () => !printing && (chosen === 'dark' || (chosen === 'auto' && preferred.matches));
  const apply = () => {
    document.documentElement.dataset.scheme = dark() ? 'dark' : 'light';
    changed();
  };
  const select = element(
    'select',
    {
      id: 'scheme',
      on: {
        change: () => {
          chosen = select.value;
          store(chosen);
          apply();
        },
      },
    },
    CHOICES.map(([value, label]) => element('option', {value, selected: value === chosen}, label)),
  );
  preferred.addEventListener('change', apply);
  document.documentElement.dataset.scheme = dark() ? 'dark' : 'light';
  const print = (now) => {
    printing = now;
    document.documentElement.dataset.scheme = dark() ? 'dark' : 'light';
  };
  return {dark, print, view: element('div', {class: 'scheme'}, element('label', {for: 'scheme'}, 'Colours'), select)};
}

function stored() {
  try {
    const value = window.localStorage.getItem(KEY);
    return CHOICES.some(([choice]) => choice === value) ? value : 'auto';
  } catch {
    return 'auto';
  }
}

function store(value) {
  try {
    window.localStorage.setItem(KEY, value);
  } catch {
    /* The choice holds until the page is closed. */
  }
}
