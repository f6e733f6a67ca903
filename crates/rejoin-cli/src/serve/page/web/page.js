// What the server put into the page: its texts, in the reader's language, and where it is.

const data = JSON.parse(element('page-data').textContent);

/** Where the WebSocket is. */
export const url = data.url;

/** What allows this page to ask for a restart; null if it may not. */
export const token = data.token;

/** The element of that id, which is there. */
export function element(id) {
  return document.getElementById(id);
}

/** The text of that id with its variables filled in, each kept apart from the text around it. */
export function text(id, variables = {}) {
  return data.texts[id].replace(/\{(\w+)\}/g, (_, name) => `\u2068${variables[name]}\u2069`);
}

const numbers = new Intl.NumberFormat(data.language, { maximumFractionDigits: 1 });
const tenths = new Intl.NumberFormat(data.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A number as the reader writes it. */
export function number(value) {
  return numbers.format(value);
}

/** Milliseconds as seconds with one decimal. */
export function seconds(milliseconds) {
  return tenths.format(milliseconds / 1000);
}

/** A new element with this class and text; text of a peer is made inert by who passes it. */
export function make(tag, className = '', content = '') {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.textContent = content;
  return made;
}

/** Shows a message in an element that is hidden without one. */
export function show(id, message) {
  const shown = element(id);
  shown.textContent = message ?? '';
  shown.hidden = !message;
}
