# Why was I closed? The questions and the answers.
