//! A pattern of a newsroom, bounded: it comes with the drafts, and nobody has vouched for it. It is compiled here and used
//! elsewhere.

use regex::{Regex, RegexBuilder};

/// The bytes that a pattern may have when it is written.
const LONGEST: usize = 500;

/// The bytes that a pattern may have when it is compiled. The time of a search grows with it.
const LARGEST: usize = 128 << 10;

/// How deep a pattern may be nested.
const DEEPEST: u32 = 20;

/// A regular expression of a bounded size.
#[derive(Clone)]
pub struct Pattern {
    text: String,
    regex: Regex,
}

impl Pattern {
    /// Compiles a pattern, in the syntax of the crate `regex`: it has no look-around and no back references, and takes linear
    /// time. The error says what is wrong, to follow a colon.
    pub fn new(text: &str) -> Result<Self, String> {
        if text.len() > LONGEST {
            return Err(format!("it is longer than {LONGEST} bytes"));
        }
        let regex = RegexBuilder::new(text)
            .size_limit(LARGEST)
            .dfa_size_limit(4 * LARGEST)
            .nest_limit(DEEPEST)
            .build()
            .map_err(|error| reason(&error))?;
        if regex.is_match("") {
            return Err("it fits where nothing is written".to_owned());
        }
        let text = text.to_owned();
        Ok(Self { text, regex })
    }

    /// The compiled pattern.
    pub(super) fn regex(&self) -> &Regex {
        &self.regex
    }
}

/// What is wrong with a pattern, on one line.
fn reason(error: &regex::Error) -> String {
    match error {
        regex::Error::CompiledTooBig(_) => "it is too large; use fewer repetitions and classes".to_owned(),
        error => {
            let text = error.to_string();
            let last = text.lines().last().unwrap_or_default();
            last.strip_prefix("error: ").unwrap_or(last).to_owned()
        }
    }
}

impl std::fmt::Debug for Pattern {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:?}", self.text)
    }
}

impl PartialEq for Pattern {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_cost_much_is_refused_with_a_reason() {
        for (text, said) in [
            (r"(\w{1,50}\s){50}", "too large"),
            ("(a", "unclosed group"),
            (r"(?<!the )mayor", "look-around"),
            ("a*", "nothing is written"),
            (&"a".repeat(501), "longer"),
            (&format!("{}a{}", "(".repeat(100), ")".repeat(100)), "nest"),
        ] {
            let error = Pattern::new(text).unwrap_err();
            assert!(error.contains(said) && !error.contains('\n'), "{text}: {error}");
        }
        for text in [r"(?i)\bco-?operat\w+", r"\b[Pp]er\s?cent\b", r"\b\d+ ?%"] {
            assert!(Pattern::new(text).is_ok(), "{text}");
        }
    }
}
