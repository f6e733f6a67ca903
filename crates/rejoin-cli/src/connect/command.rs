//! What a person may type at the prompt.

use rejoin::{CloseCode, CloseFrame};

/// A line, understood.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Command {
    /// Close with this code and reason.
    Close(CloseCode, String),
    /// List the commands.
    Help,
    /// Measure a round trip.
    Ping,
    /// Send this text.
    Send(String),
}

impl Command {
    /// Reads a line.
    ///
    /// # Errors
    ///
    /// What is wrong with it, in one line for the person who typed it.
    pub(super) fn parse(line: &str) -> Result<Self, String> {
        let Some(command) = line.strip_prefix('/') else {
            return Ok(Self::Send(line.to_owned()));
        };
        if command.starts_with('/') {
            return Ok(Self::Send(command.to_owned()));
        }
        let (name, rest) = command
            .split_once(char::is_whitespace)
            .unwrap_or((command, ""));
        let rest = rest.trim();
        match (name, rest) {
            ("close", _) => close(rest),
            ("help", "") => Ok(Self::Help),
            ("ping", "") => Ok(Self::Ping),
            ("help" | "ping", _) => Err(format!("/{name} stands alone")),
            _ => Err(format!(
                "no command /{name}; /help lists them, // sends a leading slash"
            )),
        }
    }
}

fn close(rest: &str) -> Result<Command, String> {
    if rest.is_empty() {
        return Ok(Command::Close(CloseCode::NORMAL_CLOSURE, String::new()));
    }
    let (code, reason) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let reason = reason.trim_start();
    let code: u16 = code
        .parse()
        .map_err(|_| "write it as /close CODE REASON, such as /close 1000 bye".to_owned())?;
    let code = CloseCode::new(code).map_err(|error| error.to_string())?;
    CloseFrame::new(code, reason).map_err(|error| error.to_string())?;
    Ok(Command::Close(code, reason.to_owned()))
}

/// What `/help` shows of `/ping`, where there is that.
pub(super) const HELP_ON_PING: &str = "/ping               measure a round trip";

/// What `/help` shows.
pub(super) const HELP: &str = "\
/close              close with 1000
/close CODE REASON  close with a code of 1000-1003, 1007-1011 or 3000-4999, and a reason
/help               this list
//text              send /text
anything else       send it; arrow keys for what was typed before, Ctrl-D to close and leave";

#[cfg(test)]
mod tests {
    use super::*;

    fn close(code: u16, reason: &str) -> Command {
        Command::Close(
            CloseCode::new(code).expect("a code that may be sent"),
            reason.to_owned(),
        )
    }

    #[test]
    fn lines_without_a_slash_are_sent_as_they_are() {
        for line in ["hi", "", " /ping", "a // b"] {
            assert_eq!(Command::parse(line), Ok(Command::Send(line.to_owned())));
        }
    }

    #[test]
    fn two_slashes_send_one() {
        assert_eq!(
            Command::parse("//ping"),
            Ok(Command::Send("/ping".to_owned()))
        );
        assert_eq!(Command::parse("//"), Ok(Command::Send("/".to_owned())));
    }

    #[test]
    fn close_takes_a_code_and_a_reason() {
        assert_eq!(Command::parse("/close"), Ok(close(1000, "")));
        assert_eq!(Command::parse("/close 4001"), Ok(close(4001, "")));
        assert_eq!(
            Command::parse("/close 3000  two words "),
            Ok(close(3000, "two words"))
        );
        assert_eq!(Command::parse("/close 4999 再見"), Ok(close(4999, "再見")));
    }

    #[test]
    fn close_explains_what_cannot_be_sent() {
        let refused = |line: &str| Command::parse(line).expect_err(line);
        assert!(refused("/close 1005").contains("local use"));
        assert!(refused("/close 70000").contains("/close CODE REASON"));
        assert!(refused("/close bye").contains("/close CODE REASON"));
        assert!(refused(&format!("/close 1000 {}", "x".repeat(124))).contains("123"));
    }

    #[test]
    fn an_unknown_command_points_to_the_list() {
        let error = Command::parse("/quit now").expect_err("no such command");
        assert!(
            error.contains("/quit") && error.contains("/help"),
            "{error}"
        );
        assert_eq!(Command::parse("/help"), Ok(Command::Help));
        assert_eq!(Command::parse("/ping"), Ok(Command::Ping));
        assert!(Command::parse("/ping me").is_err());
        assert!(Command::parse("/").is_err());
    }
}
