//! What does a key by itself do? Nothing in a text field, with a modifier, or while an input method composes.

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    Next,
    Previous,
    NextHit,
    PreviousHit,
    Back,
    Search,
    Filters,
    Larger,
    Smaller,
    Theme,
    Elder,
    Aloud,
    Take,
    Help,
}

/// A key as it was pressed.
#[derive(Clone, Debug)]
pub struct Press {
    /// What it types: `j`, `?`, `Enter`.
    pub key: String,
    /// With Ctrl, Alt or Meta.
    pub modified: bool,
    pub composing: bool,
    /// Where letters are typed or chosen by, or a dialog is open.
    pub taken: bool,
}

impl Command {
    /// Each with its keys, in the order of the help.
    pub const KEYS: [(Self, &'static [&'static str]); 14] = [
        (Self::Next, &["j", "n"]),
        (Self::Previous, &["k", "p"]),
        (Self::NextHit, &["."]),
        (Self::PreviousHit, &[","]),
        (Self::Back, &["u"]),
        (Self::Search, &["/"]),
        (Self::Filters, &["f"]),
        (Self::Larger, &["+", "="]),
        (Self::Smaller, &["-"]),
        (Self::Theme, &["t"]),
        (Self::Elder, &["e"]),
        (Self::Aloud, &["r"]),
        (Self::Take, &["s"]),
        (Self::Help, &["?"]),
    ];

    pub fn of(press: &Press) -> Option<Self> {
        if press.modified || press.composing || press.taken {
            return None;
        }
        // With Caps Lock on, a letter is the same key; a Chinese input method types ？ and 。.
        let key = match press.key.as_str() {
            "？" => "?".to_owned(),
            "、" | "／" => "/".to_owned(),
            "。" | "．" => ".".to_owned(),
            "，" => ",".to_owned(),
            key => key.to_ascii_lowercase(),
        };
        Self::KEYS
            .iter()
            .find(|(_, keys)| keys.contains(&key.as_str()))
            .map(|(command, _)| *command)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: &str) -> Press {
        Press { key: key.to_owned(), modified: false, composing: false, taken: false }
    }

    #[test]
    fn every_key_has_one_meaning() {
        for (command, keys) in Command::KEYS {
            for key in keys {
                assert_eq!(Command::of(&press(key)), Some(command), "{key}");
            }
        }
        assert_eq!(Command::of(&press("J")), Some(Command::Next));
        assert_eq!(Command::of(&press("？")), Some(Command::Help));
        assert_eq!(Command::of(&press("。")), Some(Command::NextHit));
        assert_eq!(Command::of(&press("Enter")), None);
        assert_eq!(Command::of(&press("")), None);
    }

    #[test]
    fn a_key_that_belongs_elsewhere_is_left_alone() {
        assert_eq!(Command::of(&Press { modified: true, ..press("f") }), None);
        assert_eq!(Command::of(&Press { composing: true, ..press("j") }), None);
        assert_eq!(Command::of(&Press { taken: true, ..press("/") }), None);
    }
}
