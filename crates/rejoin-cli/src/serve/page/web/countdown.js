// The wait before the next attempt, counting down.

import { element, number, seconds, text } from './page.js';

class Countdown {
  #end = 0;
  #delay = 0;
  #attempt = 0;
  #ticking = null;

  start(delay, attempt) {
    this.stop();
    [this.#end, this.#delay, this.#attempt] = [performance.now() + delay, delay, attempt];
    element('countdown').hidden = false;
    this.#ticking = setInterval(() => this.#show(), TICK);
    this.#show();
  }

  stop() {
    clearInterval(this.#ticking);
    element('countdown').hidden = true;
  }

  #show() {
    const left = Math.max(this.#end - performance.now(), 0);
    const words = { seconds: seconds(left), attempt: number(this.#attempt) };
    element('countdown-text').textContent = text('live-countdown', words);
    element('countdown-bar').value = this.#delay > 0 ? 1 - left / this.#delay : 1;
  }
}

export const countdown = new Countdown();

const TICK = 100;
