//! Keys typed, and the line that comes of them.

use super::*;

/// Types keys: a letter is itself, `^x` is control-x, and names in angle brackets are other keys.
fn type_into(editor: &mut Editor, keys: &str) -> Vec<Action> {
    let mut actions = Vec::new();
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        let (key, length) = if let Some(named) = rest.strip_prefix('<') {
            let (name, _) = named.split_once('>').expect("a closed name");
            let code = match name {
                "left" => KeyCode::Left,
                "right" => KeyCode::Right,
                "up" => KeyCode::Up,
                "down" => KeyCode::Down,
                "home" => KeyCode::Home,
                "end" => KeyCode::End,
                "back" => KeyCode::Backspace,
                "del" => KeyCode::Delete,
                "enter" => KeyCode::Enter,
                "f1" => KeyCode::F(1),
                other => unreachable!("no key {other}"),
            };
            (KeyEvent::new(code, KeyModifiers::NONE), name.len() + 2)
        } else if let Some(letter) = rest.strip_prefix('^') {
            let letter = letter.chars().next().expect("a letter");
            (
                KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL),
                1 + letter.len_utf8(),
            )
        } else {
            (
                KeyEvent::new(KeyCode::Char(first), KeyModifiers::NONE),
                first.len_utf8(),
            )
        };
        actions.push(editor.key(key));
        rest = &rest[length..];
    }
    actions
}

/// The line that comes of these keys, followed by Enter.
fn typed(keys: &str) -> String {
    let mut editor = Editor::default();
    type_into(&mut editor, keys);
    let action = editor.key(KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE));
    let Action::Submit(line) = action else {
        unreachable!("Enter gave {action:?}");
    };
    line
}

#[test]
fn keys_edit_the_line() {
    for (keys, line) in [
        ("hello", "hello"),
        ("ac<left>b", "abc"),
        ("bc<home>a<end>d", "abcd"),
        ("abc<back><back>", "a"),
        ("abc<home><del>", "bc"),
        ("<back><del><left><right><up><down><f1>a", "a"),
        ("one two  ^w", "one "),
        ("one^w", ""),
        ("abc<left>^u", "c"),
        ("abc<left>^k", "ab"),
        ("bc^aa^ed", "abcd"),
        ("ab^b^b^f-", "a-b"),
        ("abc<home>^d", "bc"),
        ("abc^h", "ab"),
        ("abc^c", ""),
        ("a\u{1b}b\u{7}", "ab"),
    ] {
        assert_eq!(typed(keys), line, "{keys}");
    }
}

#[test]
fn the_cursor_moves_by_what_is_seen_as_one_character() {
    assert_eq!(typed("a👩\u{200d}🚀<back>b"), "ab");
    assert_eq!(typed("e\u{301}x<left><left>y"), "ye\u{301}x");
    assert_eq!(typed("日本<left>語"), "日語本");
    // A joiner typed between two makes them one; nothing is cut in the middle.
    assert_eq!(typed("👩🚀<left>\u{200d}<left><del>"), "");
}

#[test]
fn lines_are_recalled_and_the_draft_comes_back() {
    let mut editor = Editor::default();
    type_into(&mut editor, "one<enter>two<enter>two<enter><enter>");
    type_into(&mut editor, "draft<up>");
    assert_eq!(editor.view(80).text, "two");
    type_into(&mut editor, "<up>");
    assert_eq!(
        editor.view(80).text,
        "one",
        "repeated and empty lines are kept once and not at all"
    );
    type_into(&mut editor, "<up>");
    assert_eq!(editor.view(80).text, "one");
    type_into(&mut editor, "<down><down>");
    assert_eq!(editor.view(80).text, "draft");
    type_into(&mut editor, "<down>");
    assert_eq!(editor.view(80).text, "draft");
}

#[test]
fn the_history_is_bounded() {
    let mut editor = Editor::default();
    for number in 0..MAX_HISTORY + 5 {
        type_into(&mut editor, &format!("{number}<enter>"));
    }
    assert_eq!(editor.history.len(), MAX_HISTORY);
    assert_eq!(editor.history.first().map(String::as_str), Some("5"));
}

#[test]
fn leaving_takes_an_empty_line() {
    let mut editor = Editor::default();
    assert_eq!(type_into(&mut editor, "a^d"), [Action::Draw, Action::Draw]);
    assert_eq!(
        type_into(&mut editor, "^c^c"),
        [Action::Draw, Action::Leave]
    );
    assert_eq!(type_into(&mut editor, "^d"), [Action::Leave]);
    assert_eq!(
        type_into(&mut editor, "a^j"),
        [Action::Draw, Action::Submit("a".to_owned())]
    );
}

#[test]
fn the_view_never_is_wider_than_the_terminal_and_has_the_cursor_in_it() {
    let mut editor = Editor::default();
    type_into(&mut editor, "0123456789日本語");
    assert_eq!(
        editor.view(80),
        View {
            text: "0123456789日本語",
            cursor: 16
        }
    );
    assert_eq!(
        editor.view(8),
        View {
            text: "9日本語",
            cursor: 7
        }
    );
    assert_eq!(
        editor.view(6),
        View {
            text: "本語",
            cursor: 4
        }
    );
    type_into(&mut editor, "<home>");
    assert_eq!(
        editor.view(8),
        View {
            text: "0123456",
            cursor: 0
        }
    );
    for columns in 0..4 {
        let view = editor.view(columns);
        assert!(
            view.text.width() <= columns && view.cursor <= columns,
            "{columns}: {view:?}"
        );
    }
}
