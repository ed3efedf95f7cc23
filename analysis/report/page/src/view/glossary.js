// How does the reader get the meaning of a term? By pointing at it, by the keyboard, or by touching it.
import {pieces} from '../glossary.js';
import {element} from './dom.js';

let tip = null;
let owner = null;

/// A text as nodes; each term at its first use shows its meaning.
export const withTerms = (text, seen) => pieces(text, seen).map((piece) => (typeof piece === 'string' ? piece : termView(piece)));

function termView({text, term}) {
  const made = element(
    'span',
    {
      role: 'button',
      tabindex: '0',
      class: 'term',
      'aria-expanded': 'false',
      on: {
        pointerenter: ({pointerType}) => pointerType === 'mouse' && show(made, term),
        pointerleave: ({pointerType}) => pointerType === 'mouse' && document.activeElement !== made && hideSoon(),
        focus: () => show(made, term),
        blur: hide,
        click: () => show(made, term),
        keydown: ({key}) => key === 'Enter' && show(made, term),
      },
    },
    text,
  );
  return made;
}

/// Makes the box of meanings; call it once.
export function prepareGlossary() {
  tip = element('div', {id: 'meaning', role: 'tooltip', class: 'meaning', hidden: true, on: {pointerleave: hide}});
  document.body.append(tip);
  document.addEventListener('keydown', ({key}) => key === 'Escape' && hide());
  window.addEventListener('scroll', hide, {passive: true});
}

function show(at, {term, meaning}) {
  if (owner !== at) hide();
  owner = at;
  tip.replaceChildren(element('strong', {}, term), ' ', meaning);
  tip.hidden = false;
  at.setAttribute('aria-describedby', tip.id);
  at.setAttribute('aria-expanded', 'true');
  place(at.getBoundingClientRect());
}

function place({left, bottom, top}) {
  const {width, height} = tip.getBoundingClientRect();
  tip.style.left = `${Math.max(8, Math.min(left, document.documentElement.clientWidth - width - 8))}px`;
  tip.style.top = `${bottom + 6 + height > window.innerHeight ? top - height - 6 : bottom + 6}px`;
}

function hide() {
  if (!owner) return;
  tip.hidden = true;
  owner.removeAttribute('aria-describedby');
  owner.setAttribute('aria-expanded', 'false');
  owner = null;
}

function hideSoon() {
  setTimeout(() => !tip.matches(':hover') && !owner?.matches(':hover') && hide(), 150);
}
