// The search over the table of codes. Without scripts it is not shown.

const box = document.querySelector(".search");
const input = box.querySelector("input");
const status = box.querySelector("[role=status]");
const list = box.querySelector("ol");
const MOST = 12;

let places = null;
let asked = false;

// The index calls this. A script and no JSON: a page that was opened from a disk may load scripts only.
window.rejoinSearch = (rows) => {
  places = rows.map(([first, last, href, title, line, more]) => ({
    first, last, href, title, line,
    folded: [fold(title), fold(line), ...more].map((text) => ` ${text}`),
  }));
  show();
};

function load() {
  if (asked) return;
  asked = true;
  const script = document.createElement("script");
  script.src = box.dataset.index;
  script.addEventListener("error", () => { asked = false; });
  document.head.append(script);
}

// As the index has it: lower case, a space for what is no letter or digit, no vowel signs of Arabic.
function fold(text) {
  return text
    .toLowerCase()
    .replace(/[\u064b-\u0652\u2066\u2069]/g, "")
    .replace(/[^\p{Alphabetic}\p{N}]+/gu, " ")
    .trim();
}

function singular(word) {
  return /^[a-z0-9]{3,}s$/.test(word) && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

// How well a word fits each text of a place: best in the title, then in the line; better where a word begins.
function fits(place, word) {
  return place.folded.map((text, at) => {
    const weight = [6, 3][at] ?? 2;
    if (text.includes(` ${word}`)) return weight;
    return text.includes(word) ? weight * 0.4 : 0;
  });
}

function sum(values) {
  return values.reduce((all, value) => all + value, 0);
}

function byWords(words) {
  const rarity = words.map((word) => {
    const count = places.filter((place) => fits(place, word).some((value) => value > 0)).length;
    return Math.log(1 + places.length / (1 + count));
  });
  return places
    .map((place) => {
      const told = words.map((word, at) => fits(place, word).map((value) => value * rarity[at]));
      const best = told.map((values) => Math.max(...values));
      // Words that stand in one text belong together.
      const together = place.folded.map((_, text) => sum(told.map((values) => values[text])));
      const share = best.filter((value) => value > 0).length / words.length;
      const score = (sum(best) + Math.max(...together)) * share * share;
      return { place, score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ place }) => place);
}

// The code itself first, then services that give it a meaning, then the range around it.
function byNumber(code) {
  return places
    .filter((place) => place.first <= code && code <= place.last)
    .sort((a, b) => (a.last - a.first) - (b.last - b.first));
}

function comparison(a, b) {
  const [low, high] = [Math.min(a, b), Math.max(a, b)]
    .map((code) => places.find((place) => place.first === code && place.last === code && !place.href.includes("/")));
  if (!low || !high || low === high) return [];
  return [{ href: `compare/${low.first}-${high.first}.html`, title: `${low.title} / ${high.title}`, line: "" }];
}

function search(text) {
  const folded = fold(text);
  const two = /^(\d{1,5}) (\d{1,5})$/.exec(folded);
  if (two) {
    const [a, b] = [Number(two[1]), Number(two[2])];
    return [...comparison(a, b), ...byNumber(a), ...byNumber(b)];
  }
  if (/^\d{4,5}$/.test(folded)) return byNumber(Number(folded));
  const words = folded.split(" ").filter(Boolean).slice(0, 16).map(singular);
  return words.length ? byWords(words) : [];
}

function show() {
  const text = input.value.trim();
  list.replaceChildren();
  if (!places || !text) {
    status.textContent = "";
    return;
  }
  const found = search(text).slice(0, MOST);
  status.textContent = found.length ? box.dataset.found.replace("#", found.length) : box.dataset.none;
  for (const place of found) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = place.href;
    link.textContent = place.title;
    item.append(link);
    if (place.line) {
      const line = document.createElement("span");
      line.textContent = place.line;
      item.append(line);
    }
    list.append(item);
  }
}

input.addEventListener("focus", load);
input.addEventListener("input", () => { load(); show(); });
box.hidden = false;
// The browser may have kept what was typed before.
if (input.value) load();
