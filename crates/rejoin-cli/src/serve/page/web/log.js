// The log of the conversation: the latest entries, each as text.

import { lookup } from './rejoin.js';
import { inert } from './inert.js';
import { element, make, text } from './page.js';

/** Adds an entry: what it is about (an element or a text), a peer's words, and a remark. */
export function log(kind, what, words = '', remark = '') {
  const [box, list] = [element('log'), element('log-entries')];
  const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 40;
  const entry = make('li');
  entry.dataset.kind = kind;
  const told = make('span', 'told');
  told.append(typeof what === 'string' ? make('span', '', what) : what);
  if (words) told.append(' ', make('bdi', 'what', `“${inert(words).shown}”`));
  if (remark) told.append(' ', make('span', 'hint', remark));
  const mark = make('span', 'mark');
  const arrow = make('span', '', MARKS[kind]);
  arrow.ariaHidden = 'true';
  mark.append(arrow, make('span', 'visually-hidden', text(`live-mark-${kind}`)));
  const time = make('time', '', new Date().toLocaleTimeString(document.documentElement.lang));
  entry.append(time, mark, told);
  list.append(entry);
  while (list.childElementCount > MOST_ENTRIES) list.firstElementChild.remove();
  // Who reads further up is left there.
  if (atEnd) box.scrollTop = box.scrollHeight;
}

/** A code and its name, as a link to what it means. */
export function codeLink(code) {
  const { first, last, title } = lookup(code);
  const link = make('a', '', `${code} ${title}`);
  link.href = first === last ? `#code-${first}` : `#code-${first}-${last}`;
  link.dir = 'ltr';
  return link;
}

const MARKS = { open: '●', closed: '■', sent: '↑', received: '↓', note: '·' };

const MOST_ENTRIES = 500;
