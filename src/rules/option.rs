//! The options of rules, by type. A rule declares an option as a constant and reads it through that constant; schema,
//! pages and configuration are made from the same constant. Nothing here knows a rule.

use std::collections::BTreeMap;
use std::fmt::Debug;

/// An option of a rule.
///
/// `T` is the type of its default: `bool`, `usize` for a count, `&[&str]` for a list of strings, or a [`Choice`].
#[derive(Clone, Copy, Debug)]
pub struct RuleOption<T: 'static> {
    /// The name, as in the configuration ("min-words").
    pub name: &'static str,
    /// The value where nothing else is set.
    pub default: T,
    /// One sentence: what it does.
    pub summary: &'static str,
}

/// An option whatever its type: what documentation and configuration need to know about it.
pub trait AnyOption: Debug + Sync {
    /// The name, as in the configuration.
    fn name(&self) -> &'static str;
    /// One sentence: what it does.
    fn summary(&self) -> &'static str;
    /// What may be written.
    fn kind(&self) -> OptionKind;
    /// The value where nothing else is set.
    fn default(&self) -> OptionValue;
}

impl<T: OptionType> AnyOption for RuleOption<T> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn summary(&self) -> &'static str {
        self.summary
    }

    fn kind(&self) -> OptionKind {
        T::kind()
    }

    fn default(&self) -> OptionValue {
        self.default.to_value()
    }
}

/// What may be written for an option.
#[derive(Clone, Copy, Debug)]
pub enum OptionKind {
    /// `true` or `false`.
    Switch,
    /// A whole number, 0 or more.
    Count,
    /// A list of strings.
    List,
    /// One of these words.
    Choice(fn() -> Vec<&'static str>),
}

impl OptionKind {
    /// Whether a value is one that may be written.
    #[must_use]
    pub fn accepts(self, value: &OptionValue) -> bool {
        match (self, value) {
            (OptionKind::Switch, OptionValue::Switch(_))
            | (OptionKind::Count, OptionValue::Count(_))
            | (OptionKind::List, OptionValue::List(_)) => true,
            (OptionKind::Choice(words), OptionValue::Word(word)) => words().contains(&word.as_str()),
            _ => false,
        }
    }

    /// What must be written, to follow “… must be”.
    #[must_use]
    pub fn wanted(self) -> String {
        match self {
            OptionKind::Switch => "true or false".to_owned(),
            OptionKind::Count => "a whole number, 0 or more".to_owned(),
            OptionKind::List => "a list of strings, such as [\"one\", \"two\"]".to_owned(),
            OptionKind::Choice(words) => format!("one of {}", OptionValue::list_of(&words())),
        }
    }
}

/// The value of an option.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum OptionValue {
    Switch(bool),
    Count(usize),
    List(Vec<String>),
    Word(String),
}

impl OptionValue {
    /// The value as it is written in `copydesk.toml`.
    #[must_use]
    pub fn written(&self) -> String {
        match self {
            OptionValue::Switch(on) => on.to_string(),
            OptionValue::Count(count) => count.to_string(),
            OptionValue::List(words) => format!("[{}]", Self::list_of(words)),
            OptionValue::Word(word) => format!("\"{word}\""),
        }
    }

    fn list_of(words: &[impl AsRef<str>]) -> String {
        let quoted: Vec<String> = words.iter().map(|word| format!("\"{}\"", word.as_ref())).collect();
        quoted.join(", ")
    }
}

/// The options that are set for one rule, by name.
pub type OptionValues = BTreeMap<&'static str, OptionValue>;

/// A type that an option can have.
pub trait OptionType: Copy + Debug + Sync + 'static {
    /// What a rule gets to read.
    type Read<'a>;

    /// What may be written.
    fn kind() -> OptionKind;

    /// This as a value.
    fn to_value(self) -> OptionValue;

    /// The value that is set; `self`, the default, where there is none.
    fn read<'a>(self, set: Option<&'a OptionValue>) -> Self::Read<'a>;
}

impl OptionType for bool {
    type Read<'a> = bool;

    fn kind() -> OptionKind {
        OptionKind::Switch
    }

    fn to_value(self) -> OptionValue {
        OptionValue::Switch(self)
    }

    fn read(self, set: Option<&OptionValue>) -> bool {
        match set {
            Some(OptionValue::Switch(on)) => *on,
            _ => self,
        }
    }
}

impl OptionType for usize {
    type Read<'a> = usize;

    fn kind() -> OptionKind {
        OptionKind::Count
    }

    fn to_value(self) -> OptionValue {
        OptionValue::Count(self)
    }

    fn read(self, set: Option<&OptionValue>) -> usize {
        match set {
            Some(OptionValue::Count(count)) => *count,
            _ => self,
        }
    }
}

impl OptionType for &'static [&'static str] {
    type Read<'a> = Vec<&'a str>;

    fn kind() -> OptionKind {
        OptionKind::List
    }

    fn to_value(self) -> OptionValue {
        OptionValue::List(self.iter().map(|&word| word.to_owned()).collect())
    }

    fn read(self, set: Option<&OptionValue>) -> Vec<&str> {
        match set {
            Some(OptionValue::List(words)) => words.iter().map(String::as_str).collect(),
            _ => self.to_vec(),
        }
    }
}

/// A type with named values in the configuration.
pub trait Choice: Copy + Debug + PartialEq + Sync + 'static {
    /// Every value with its name, in the order in which they are listed.
    const NAMES: &'static [(&'static str, Self)];
}

impl<C: Choice> OptionType for C {
    type Read<'a> = C;

    fn kind() -> OptionKind {
        OptionKind::Choice(|| C::NAMES.iter().map(|(name, _)| *name).collect())
    }

    fn to_value(self) -> OptionValue {
        let name = C::NAMES.iter().find(|(_, value)| *value == self);
        OptionValue::Word(name.map_or("", |(name, _)| *name).to_owned())
    }

    fn read(self, set: Option<&OptionValue>) -> C {
        let named = |word: &str| C::NAMES.iter().find(|(name, _)| *name == word);
        match set {
            Some(OptionValue::Word(word)) => named(word).map_or(self, |(_, value)| *value),
            _ => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Copy, Debug, PartialEq)]
    enum Side {
        Left,
        Right,
    }

    impl Choice for Side {
        const NAMES: &'static [(&'static str, Self)] = &[("left", Side::Left), ("right", Side::Right)];
    }

    const fn option<T>(default: T) -> RuleOption<T> {
        RuleOption {
            name: "sample",
            default,
            summary: "Is a sample.",
        }
    }

    #[test]
    fn what_is_set_is_read_and_the_default_otherwise() {
        let words = OptionValue::List(vec!["one".to_owned()]);
        assert!(false.read(Some(&OptionValue::Switch(true))));
        assert_eq!(6.read(Some(&OptionValue::Count(9))), 9);
        assert_eq!((&["two"][..]).read(Some(&words)), ["one"]);
        assert_eq!(
            Side::Left.read(Some(&OptionValue::Word("right".to_owned()))),
            Side::Right
        );
        assert_eq!(6.read(None), 6);
        assert_eq!((&["two"][..]).read(None), ["two"]);
    }

    #[test]
    fn an_option_says_what_may_be_written_and_what_is_the_default() {
        let options: [(&dyn AnyOption, &str, &str); 4] = [
            (&option(true), "true or false", "true"),
            (&option(6), "a whole number, 0 or more", "6"),
            (
                &option(&["a", "b"][..]),
                "a list of strings, such as [\"one\", \"two\"]",
                "[\"a\", \"b\"]",
            ),
            (&option(Side::Right), "one of \"left\", \"right\"", "\"right\""),
        ];
        for (option, wanted, default) in options {
            assert_eq!(option.kind().wanted(), wanted);
            assert_eq!(option.default().written(), default);
            assert!(option.kind().accepts(&option.default()));
        }
        let other = OptionValue::Word("up".to_owned());
        assert!(options.iter().all(|(option, ..)| !option.kind().accepts(&other)));
    }
}
