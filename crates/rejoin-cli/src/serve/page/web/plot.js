// Plots as SVG: a line over the last two minutes, and a bar.

/** Draws values over time; `restarts` are marked, and named once. */
export function plot(svg, points, { now, restart, restarts }) {
  const end = points.at(-1).at;
  const top = niceTop(Math.max(...points.map(({ value }) => value)));
  const x = (at) => LEFT + (WIDTH - LEFT - RIGHT) * (1 - (end - at) / SPAN);
  const y = (value) => HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * (value / top);
  const parts = [];
  for (const share of [0, 0.5, 1]) {
    const value = top * share;
    parts.push(shape('line', { class: 'grid', x1: LEFT, x2: WIDTH - RIGHT, y1: y(value), y2: y(value) }));
    parts.push(words(String(value), { x: LEFT - 8, y: y(value) + 5, 'text-anchor': 'end' }));
  }
  parts.push(words(`−${SPAN / 1000} s`, { x: LEFT, y: HEIGHT - 4 }));
  parts.push(words(now, { x: WIDTH - RIGHT, y: HEIGHT - 4, 'text-anchor': 'end' }));
  for (const at of restarts) {
    parts.push(shape('line', { class: 'mark', x1: x(at), x2: x(at), y1: TOP, y2: HEIGHT - BOTTOM }));
  }
  if (restarts.length > 0) {
    const last = x(restarts.at(-1));
    const anchor = last > WIDTH / 2 ? 'end' : 'start';
    const beside = anchor === 'end' ? last - 6 : last + 6;
    parts.push(words(restart, { class: 'mark-text', x: beside, y: TOP + 4, 'text-anchor': anchor }));
  }
  const line = points.map(({ at, value }) => `${round(x(at))},${round(y(value))}`).join(' ');
  const [first, last] = [round(x(points[0].at)), round(x(end))];
  parts.push(shape('polygon', { class: 'area', points: `${first},${y(0)} ${line} ${last},${y(0)}` }));
  parts.push(shape('polyline', { class: 'line', points: line }));
  svg.replaceChildren(...parts);
}

/** A bar of that share of its width. */
export function bar(share) {
  const svg = shape('svg', { class: 'bar', viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  svg.append(shape('rect', { width: round(Math.max(share * 100, 1)), height: 10, rx: 1 }));
  return svg;
}

// The end of the axis: 2, 4, 10, 20, 40, 100 .., so that its half is a whole number.
function niceTop(most) {
  let top = 2;
  for (const factors = [2, 2.5, 2]; top < most; factors.push(factors[0])) top *= factors.shift();
  return top;
}

function shape(tag, attributes) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

function words(content, attributes) {
  const made = shape('text', attributes);
  made.textContent = content;
  return made;
}

function round(number) {
  return Math.round(number * 10) / 10;
}

const [WIDTH, HEIGHT] = [640, 170];

const [LEFT, RIGHT, TOP, BOTTOM] = [48, 8, 12, 26];

const SPAN = 120_000;
