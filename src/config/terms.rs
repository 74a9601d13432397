//! `[[terms]]`, the newsroom's own list of words: read, checked, and made into what rules take. A list comes with the drafts and
//! is not trusted, so everything in it has a limit.

use toml::Spanned;
use toml::de::DeValue;

use crate::config::options::TermOptions;
use crate::config::problem::{Problem, suggestion};
use crate::config::values::{Reader, in_order};
use crate::rules::{Level, Pattern, Term, TermScope};

/// More entries than this are not read.
const MOST: usize = 5_000;

/// More patterns than this are not read: each is looked for in every paragraph.
const MOST_PATTERNS: usize = 100;

/// The letters that words, replacements and messages may have.
const LONGEST: usize = 200;

/// The words, or the replacements, that one entry may have.
const MOST_WORDS: usize = 1_000;

/// The keys of an entry.
pub(super) const TERM_KEYS: [&str; 10] = [
    "clean",
    "flagged",
    "inflect",
    "level",
    "message",
    "pattern",
    "replacement",
    "safe",
    "scope",
    "words",
];

/// Reads `[[terms]]`.
pub(super) fn read(reader: &mut Reader, value: &Spanned<DeValue<'_>>) -> Vec<TermOptions> {
    const WANTED: &str = "a list of tables, each with “words” or a “pattern”";
    let Some(list) = value.get_ref().as_array() else {
        reader.wrong("terms", value, WANTED);
        return Vec::new();
    };
    let mut terms = Vec::new();
    for value in list.iter() {
        if terms.len() == MOST {
            let message = format!("“terms” has {} entries; only the first {MOST} are used", list.len());
            reader.warn(value.span().start, "terms", message);
            break;
        }
        match value.get_ref().as_table() {
            Some(_) => terms.push(term(reader, value)),
            None => reader.wrong("terms", value, WANTED),
        }
    }
    terms
}

fn term(reader: &mut Reader, value: &Spanned<DeValue<'_>>) -> TermOptions {
    let entries = value.get_ref().as_table().map(in_order).unwrap_or_default();
    let first = entries.first().map_or(value.span().start, |(key, _)| key.span().start);
    let mut term = TermOptions {
        line: reader.line(first),
        ..TermOptions::default()
    };
    for (key, value) in entries {
        let name = format!("terms.{}", key.get_ref());
        match key.get_ref().as_ref() {
            "words" => term.words = reader.list(&name, value).unwrap_or_default(),
            "pattern" => term.pattern = reader.text(&name, value),
            "inflect" => term.inflect = reader.switch(&name, value),
            "level" => term.level = reader.level(&name, value),
            "message" => term.message = reader.text(&name, value),
            "replacement" => term.replacement = reader.one_or_more(&name, value),
            "scope" => term.scope = reader.text(&name, value),
            "safe" => term.is_safe = reader.switch(&name, value),
            "flagged" => term.flagged = reader.list(&name, value).unwrap_or_default(),
            "clean" => term.clean = reader.list(&name, value).unwrap_or_default(),
            unknown => {
                let hint = suggestion(unknown, TERM_KEYS);
                reader.warn(key.span().start, &name, format!("unknown key “{name}”{hint}"));
            }
        }
    }
    term
}

/// The terms as rules take them, after those that are known already. An entry that cannot be used is left out and reported.
#[must_use]
pub fn terms_of(mut terms: Vec<Term>, written: &[TermOptions], problems: &mut Vec<Problem>) -> Vec<Term> {
    let mut patterns = terms.iter().filter(|term| term.pattern.is_some()).count();
    for one in written {
        patterns += usize::from(one.pattern.is_some());
        let made = match patterns > MOST_PATTERNS && one.pattern.is_some() {
            true => Err(("pattern", format!("there are more than {MOST_PATTERNS} patterns"))),
            false => made(one),
        };
        match made {
            Ok(Some(term)) => terms.push(term),
            // It is turned off.
            Ok(None) => {}
            Err((key, message)) => {
                let message = format!("“terms.{key}”: {message}");
                problems.push(Problem::new(one.line, &format!("terms.{key}"), message, true));
            }
        }
    }
    terms
}

type Wrong = (&'static str, String);

fn made(one: &TermOptions) -> Result<Option<Term>, Wrong> {
    if one.words.is_empty() == one.pattern.is_none() {
        return Err(("words", "an entry has either words or a pattern".to_owned()));
    }
    for word in &one.words {
        if !word.starts_with(char::is_alphanumeric) {
            let message = format!("“{word}” does not begin with a letter or a figure; a pattern can look for it");
            return Err(("words", message));
        }
    }
    for (key, texts) in [
        ("words", &one.words),
        ("replacement", &one.replacement),
        ("message", &one.message.iter().cloned().collect()),
    ] {
        check_texts(key, texts)?;
    }
    let pattern = one.pattern.as_deref().map(Pattern::new).transpose();
    let scope = one.scope.as_deref().unwrap_or(TermScope::NAMES[0].0);
    let scope = TermScope::NAMES.into_iter().find(|(name, _)| *name == scope);
    let level = one.level.as_deref().map_or(Some(Level::Warning), Level::from_name);
    let Some(level) = level else { return Ok(None) };
    Ok(Some(Term {
        words: one.words.clone(),
        pattern: pattern.map_err(|error| ("pattern", error))?,
        inflect: one.inflect,
        level,
        message: one.message.clone(),
        replacements: one.replacement.clone(),
        scope: scope
            .ok_or_else(|| ("scope", "it is one of \"outside\", \"inside\" and \"both\"".to_owned()))?
            .1,
        is_safe: one.is_safe,
    }))
}

fn check_texts(key: &'static str, texts: &Vec<String>) -> Result<(), Wrong> {
    if texts.len() > MOST_WORDS {
        return Err((key, format!("it has more than {MOST_WORDS} entries")));
    }
    for text in texts {
        if text.trim().is_empty() || text.contains(char::is_control) {
            return Err((key, "it is empty, or has line ends or other controls in it".to_owned()));
        }
        if text.len() > LONGEST {
            return Err((key, format!("it is longer than {LONGEST} bytes")));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::config::options::Options;
    use crate::rules::{Level, TermScope};

    use super::terms_of;

    #[test]
    fn every_key_of_an_entry_is_read() {
        let text = "[[terms]]\nwords = [\"utilize\"]\nreplacement = \"use\"\ninflect = true\nlevel = \"error\"\n\
                    message = \"Plain words\"\nscope = \"both\"\nsafe = true\nflagged = [\"We utilize it.\"]\n\
                    clean = [\"We use it.\"]\n\n[[terms]]\npattern = '\\d+ ?%'\nreplacement = [\"percent\", \"per cent\"]\n\
                    [[terms]]\nwords = [\"mob\"]\nlevel = \"off\"\n";
        let (options, problems) = Options::read(text);
        assert_eq!(problems, []);
        assert_eq!(
            options.terms.iter().map(|term| term.line).collect::<Vec<_>>(),
            [2, 13, 16]
        );
        assert_eq!(options.terms[0].flagged, ["We utilize it."]);
        assert_eq!(options.terms[0].clean, ["We use it."]);
        let mut problems = Vec::new();
        let terms = terms_of(Vec::new(), &options.terms, &mut problems);
        assert_eq!(problems, []);
        let [word, pattern] = terms.as_slice() else {
            panic!("{terms:?}")
        };
        assert_eq!((word.level, word.scope), (Level::Error, TermScope::Both));
        assert!(word.inflect && word.is_safe && word.pattern.is_none());
        assert_eq!(word.message.as_deref(), Some("Plain words"));
        assert_eq!((pattern.level, pattern.scope), (Level::Warning, TermScope::Outside));
        assert_eq!(pattern.replacements, ["percent", "per cent"]);
    }

    #[test]
    fn what_cannot_be_used_is_told_with_its_line() {
        for (entry, said) in [
            ("replacement = \"use\"", "either words or a pattern"),
            ("words = [\"a\"]\npattern = \"b\"", "either words or a pattern"),
            ("words = [\"@desk\"]", "does not begin with a letter"),
            ("words = [\"a\\nb\"]", "line ends"),
            ("words = [\"a\"]\nreplacement = \"\"", "empty"),
            ("pattern = \"(a\"", "unclosed group"),
            ("words = [\"a\"]\nscope = \"all\"", "one of"),
        ] {
            let (options, problems) = Options::read(&format!("[[terms]]\n{entry}\n"));
            assert_eq!(problems, [], "{entry}");
            let mut problems = Vec::new();
            assert_eq!(terms_of(Vec::new(), &options.terms, &mut problems), []);
            let [problem] = problems.as_slice() else {
                panic!("{problems:?}")
            };
            assert!(
                problem.message.contains(said) && problem.line == 2 && problem.is_error,
                "{problem:?}"
            );
        }
        let (_, problems) = Options::read("terms = 3\n[x]\n");
        assert_eq!(problems.len(), 2);
        let (_, problems) = Options::read("[[terms]]\nwords = \"a\"\nsafe = 1\nmesage = \"x\"\nlevel = \"loud\"\n");
        let told: Vec<_> = problems.iter().map(|one| (one.line, one.is_error)).collect();
        assert_eq!(told, [(2, true), (3, true), (4, false), (5, true)]);
    }
}
