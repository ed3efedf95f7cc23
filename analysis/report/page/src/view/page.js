// How does the whole page look: header, contents, sections?
import {TERMS} from '../glossary.js';
import {element} from './dom.js';
import {prepareGlossary, withTerms} from './glossary.js';
import {partView} from './parts.js';

const KINDS = {
  run: 'Report of a run',
  comparison: 'Report of a comparison',
  selection: 'Report of a selection',
  experiment: 'Report of an experiment',
  plan: 'Plan of a simulation study',
};

/// Puts the page into the document.
export function showPage({data, sections, report, scheme}) {
  document.title = data.title;
  const used = new Set();
  const list = element(
    'div',
    {class: 'sections'},
    sections.map((section) => sectionView(section, report, used)),
    terms(used),
  );
  const links = [...sections, ...(used.size > 0 ? [{id: 'terms', title: 'Terms'}] : [])];
  document.body.append(
    element('a', {class: 'skip', href: '#content'}, 'Skip to the content'),
    element(
      'header',
      {class: 'masthead'},
      element('div', {class: 'bar'}, element('p', {class: 'kind'}, KINDS[data.kind]), scheme.view),
      element('h1', {}, data.title),
      data.question && element('p', {class: 'question'}, data.question),
    ),
    element('div', {class: 'columns'}, contents(links), element('main', {id: 'content', tabindex: '-1'}, list)),
  );
  prepareGlossary();
}

function sectionView({id, title, text, parts}, report, used) {
  const seen = new Set();
  const view = element(
    'section',
    {id, class: 'part', 'aria-labelledby': `${id}-title`},
    element('h2', {id: `${id}-title`}, title),
    text.map((sentence) => element('p', {class: 'lead'}, withTerms(sentence, seen))),
    parts.map((part) => partView(part, report, seen)),
  );
  seen.forEach((term) => used.add(term));
  return view;
}

function terms(used) {
  if (used.size === 0) return null;
  return element(
    'section',
    {id: 'terms', class: 'part', 'aria-labelledby': 'terms-title'},
    element('h2', {id: 'terms-title'}, 'Terms'),
    element(
      'dl',
      {class: 'terms'},
      TERMS.filter((term) => used.has(term)).map(({term, meaning}) =>
        element('div', {}, element('dt', {}, term), element('dd', {}, meaning)),
      ),
    ),
  );
}

function contents(links) {
  const items = links.map(({id, title}) => element('li', {}, element('a', {href: `#${id}`}, title)));
  const details = element('details', {}, element('summary', {}, 'Contents'), element('ol', {}, items));
  const wide = window.matchMedia('(min-width: 64em)');
  const fit = () => {
    details.open = wide.matches;
  };
  wide.addEventListener('change', fit);
  fit();
  details.addEventListener('click', ({target}) => target.tagName === 'A' && !wide.matches && (details.open = false));
  return element('nav', {'aria-label': 'Contents'}, details);
}

/// Marks in the contents the section that one reads.
export function followReader() {
  const links = new Map([...document.querySelectorAll('nav a')].map((link) => [link.getAttribute('href').slice(1), link]));
  const visible = new Set();
  const observer = new IntersectionObserver(
    (entries) => {
      entries.forEach(({target, isIntersecting}) => (isIntersecting ? visible.add(target.id) : visible.delete(target.id)));
      const current = [...links.keys()].find((id) => visible.has(id));
      links.forEach((link, id) => (id === current ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current')));
    },
    {rootMargin: '-10% 0px -60% 0px'},
  );
  document.querySelectorAll('section.part').forEach((section) => observer.observe(section));
}
