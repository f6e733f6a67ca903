//! What is told of which code: message ids and sources, no words.
