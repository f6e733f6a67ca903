// The restart of the service: asked for here, and followed from the Close to the return.

import { element, seconds, show, text, token as firstToken } from './page.js';

/** What this page knows of a restart. */
export class Restart {
  #token = firstToken;
  #asked = null;
  #pid = null;

  constructor(conversation) {
    element('restart-button')?.addEventListener('click', () => this.#ask());
    conversation.addEventListener('closed', ({ detail }) => {
      if (detail.code === 1012) this.#closed();
    });
    conversation.addEventListener('waiting', ({ detail }) => {
      this.#reached('step-waiting', text('live-step-for', { seconds: seconds(detail.delay) }));
    });
    conversation.addEventListener('open', () => this.#back());
  }

  /** The server's latest word. */
  know({ pid, restart }) {
    // Another process has another token.
    this.#token = restart?.token ?? this.#token;
    if (restart?.failure && this.#asked !== null) this.#failed(text('live-restart-failed', { why: restart.failure }));
    if (this.#pid !== null && pid !== this.#pid && this.#asked === null) this.#settle();
    this.#pid = pid;
  }

  async #ask() {
    element('restart-button').disabled = true;
    show('restart-error', null);
    this.#begin();
    this.#reached('step-asked');
    try {
      const answer = await fetch('/restart', { method: 'POST', headers: { 'Rejoin-Token': this.#token } });
      if (!answer.ok) this.#failed(text('live-restart-refused', { why: (await answer.json()).error }));
    } catch {
      this.#failed(text('live-restart-unreached'));
    }
  }

  // A restart that somebody else asked for begins here.
  #closed() {
    if (this.#asked === null) this.#begin();
    this.#reached('step-closed', this.#since());
  }

  #back() {
    if (this.#asked === null) return;
    this.#reached('step-back', this.#since());
    this.#settle();
  }

  #begin() {
    this.#asked = performance.now();
    element('restart-steps').hidden = false;
    for (const step of element('restart-steps').children) {
      step.classList.remove('done');
      step.querySelector('span').textContent = '';
    }
  }

  #reached(id, told = '') {
    if (this.#asked === null) return;
    element(id).classList.add('done');
    element(id).querySelector('span').textContent = told;
  }

  #since() {
    return text('live-step-after', { seconds: seconds(performance.now() - this.#asked) });
  }

  #failed(told) {
    show('restart-error', told);
    element('restart-steps').hidden = true;
    this.#settle();
  }

  #settle() {
    this.#asked = null;
    const button = element('restart-button');
    if (button) button.disabled = false;
  }
}
