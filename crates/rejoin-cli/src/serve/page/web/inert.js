// What a peer wrote, made harmless: it is only ever shown as text, and what would change how the text
// around it reads is written out.

/** Text of a peer: controls, bidirectional ones too, and invisible characters as \u{202e}. */
export function inert(text, most = MOST_CHARACTERS) {
  const shown = [...text.slice(0, most * 2)].slice(0, most).join('').replace(ACTIVE, written);
  const hidden = text.length - [...text.slice(0, most * 2)].slice(0, most).join('').length;
  return { shown, hidden };
}

/** Bytes as hexadecimal digits. */
export function hex(bytes, most = MOST_BYTES) {
  const shown = Array.from(bytes.subarray(0, most), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return { shown, hidden: Math.max(bytes.length - most, 0) };
}

/** The bytes that hexadecimal digits write, with or without spaces; null if they write none. */
export function fromHex(text) {
  const digits = text.replace(/[\s,:]|0x/gi, '');
  if (digits.length % 2 !== 0 || /[^0-9a-f]/i.test(digits)) return null;
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function written(character) {
  return `\\u{${character.codePointAt(0).toString(16)}}`;
}

// Controls but for line ends and tabs, marks and overrides of direction, separators, and what is invisible
// but for the joiners that scripts and emoji need.
const ACTIVE =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

const MOST_CHARACTERS = 2_000;

const MOST_BYTES = 256;
