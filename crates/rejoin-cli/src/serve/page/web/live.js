// What the server counts, asked for every second while the page is looked at.

import { codeLink } from './log.js';
import { element, make, number, show, text } from './page.js';
import { bar, plot } from './plot.js';
import { History } from './history.js';

/** Tells `figures` with each answer. */
export class Live extends EventTarget {
  #conversation;
  #history = new History();

  constructor(conversation) {
    super();
    this.#conversation = conversation;
  }

  start() {
    const look = async () => {
      if (!document.hidden) await this.#ask();
      setTimeout(look, EVERY);
    };
    look();
  }

  async #ask() {
    try {
      const answer = await fetch(`/live?connection=${this.#conversation.id}`, { signal: AbortSignal.timeout(5_000) });
      if (!answer.ok) throw new Error(answer.status);
      const figures = await answer.json();
      show('unreached', null);
      this.#history.add(figures, performance.now());
      this.#show(figures);
      this.dispatchEvent(new CustomEvent('figures', { detail: figures }));
    } catch {
      show('unreached', text('live-unreached'));
    }
  }

  #show({ pid, predecessor, open }) {
    const { samples, closes, restarts } = this.#history;
    const process = text('live-process', { pid });
    element('process-now').textContent = predecessor ? `${process} ${text('live-predecessor')}` : process;
    element('open-now').textContent = number(open);
    element('messages-now').textContent = number(samples.at(-1).rate);
    const told = { now: text('live-plot-now'), restart: text('live-plot-restart'), restarts };
    plot(element('plot-open'), samples.map(({ at, open: value }) => ({ at, value })), told);
    plot(element('plot-messages'), samples.map(({ at, rate: value }) => ({ at, value })), told);
    this.#showCloses(closes);
  }

  #showCloses(closes) {
    const most = Math.max(...closes.values());
    const rows = [...closes].map(([code, count]) => {
      const row = make('tr');
      const head = make('th');
      head.scope = 'row';
      // Of the ranges in which peers choose, the first code stands for all.
      const link = codeLink(Number(code.replace('xxx', code === '3xxx' ? '001' : '000')));
      const [shown, ...title] = link.textContent.split(' ');
      link.textContent = code.endsWith('xxx') ? code : shown;
      head.append(link);
      const name = make('td');
      const words = make('bdi', '', title.join(' '));
      name.append(words);
      const bars = make('td', 'bars');
      bars.append(bar(count / most));
      row.append(head, name, make('td', 'number', number(count)), bars);
      return row;
    });
    element('closes').tBodies[0].replaceChildren(...rows);
    element('no-closes').hidden = rows.length > 0;
    element('closes').hidden = rows.length === 0;
  }
}

const EVERY = 1_000;
