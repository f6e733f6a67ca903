// The page of a running server: a conversation with it, its restart, and what it counts.

import { Conversation } from './conversation.js';
import { Live } from './live.js';
import { Restart } from './restart.js';

// What needs scripts is shown now that there are some.
document.documentElement.classList.add('has-scripts');

const conversation = new Conversation();
const restart = new Restart(conversation);
const live = new Live(conversation);
live.addEventListener('figures', ({ detail }) => {
  conversation.serverSaw(detail.connection);
  restart.know(detail);
});
live.start();
conversation.connect();
