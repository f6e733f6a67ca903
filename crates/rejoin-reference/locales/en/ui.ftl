# Labels, headings and sentences with variables. Literals stand between backticks.

reconnect-heading = Reconnect?
