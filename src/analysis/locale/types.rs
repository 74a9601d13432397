//! American and British English, and what of a block is in one of them. Plain data, and it never says which words are which.

/// Which English a draft is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Locale {
    /// "color", "Thursday, June 12, 2031". Where nothing in the draft says otherwise.
    #[default]
    American,
    /// "colour", "Thursday 12 June 2031".
    British,
}

impl Locale {
    /// Both, in the order of their names.
    pub const ALL: [Locale; 2] = [Locale::British, Locale::American];

    /// The name as a configuration writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Locale::American => "en-US",
            Locale::British => "en-GB",
        }
    }

    /// The locale of a name, whatever its case.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|locale| locale.name().eq_ignore_ascii_case(name))
    }
}

/// How many words and dates of a block are written in the American and in the British way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LocaleHints {
    /// "color", "June 12".
    pub american: usize,
    /// "colour", "12 June".
    pub british: usize,
}
