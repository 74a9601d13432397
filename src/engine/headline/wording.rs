//! Verbs and word lists as headlines have them: present for what happened, "to" for what is planned. It knows English
//! endings and no draft.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::EventStatus;
use crate::text::table;

/// How an event noun reads with a verb.
#[derive(Debug)]
pub struct Wording {
    /// The verb in the third person, with what belongs to it ("holds talks").
    pub verb: &'static str,
    /// The word between the verb and its object; empty for none.
    pub link: &'static str,
}

static WORDINGS: LazyLock<FxHashMap<&'static str, Wording>> = LazyLock::new(|| {
    table::rows::<3>(include_str!("wordings.tsv"))
        .map(|[noun, verb, link]| {
            let link = if link == "-" { "" } else { link };
            (noun, Wording { verb, link })
        })
        .collect()
});

/// Words that a headline leaves out before a noun.
static LEFT_OUT: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("left_out.txt")).collect());

/// Words that no line ends with.
static LOOSE_ENDS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("loose_ends.txt")).collect());

/// Whether a headline leaves a word out before a noun: "the old harbor".
#[must_use]
pub fn is_left_out(word: &str) -> bool {
    LEFT_OUT.contains(word.to_lowercase().as_str())
}

/// A line that was cut, without the ellipsis and the prepositions before it.
#[must_use]
pub fn without_loose_end(line: &str) -> String {
    let Some(mut kept) = line.strip_suffix('…') else {
        return line.to_owned();
    };
    while let Some((before, last)) = kept.rsplit_once(' ') {
        if !LOOSE_ENDS.contains(last) {
            break;
        }
        kept = before;
    }
    kept.to_owned()
}

/// The verb for an event noun, if the table has one.
#[must_use]
pub fn wording(noun: &str) -> Option<&'static Wording> {
    WORDINGS.get(noun)
}

/// A verb phrase in the third person, turned for plural subjects, plans, possibilities and denials.
#[must_use]
pub fn inflected(third: &str, status: EventStatus, plural: bool) -> String {
    let (verb, rest) = third.split_once(' ').map_or((third, ""), |(verb, rest)| (verb, rest));
    let base = base_form(verb);
    let turned = match status {
        EventStatus::Planned => format!("to {base}"),
        EventStatus::Possible => format!("may {base}"),
        EventStatus::Denied if plural => format!("do not {base}"),
        EventStatus::Denied => format!("does not {base}"),
        EventStatus::Done | EventStatus::Ongoing if plural => {
            if base == "be" {
                "are".to_owned()
            } else {
                base
            }
        }
        EventStatus::Done | EventStatus::Ongoing => verb.to_owned(),
    };
    join(&[&turned, rest])
}

/// A verb in the third person singular, from its base form.
#[must_use]
pub fn third_person(lemma: &str) -> String {
    let consonant_y = lemma.ends_with('y') && !["ay", "ey", "oy", "uy"].iter().any(|end| lemma.ends_with(end));
    match lemma {
        "be" => "is".to_owned(),
        "have" => "has".to_owned(),
        _ if consonant_y => format!("{}ies", lemma.trim_end_matches('y')),
        _ if ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| lemma.ends_with(end)) => format!("{lemma}es"),
        _ => format!("{lemma}s"),
    }
}

/// The base form of a verb in the third person singular.
#[must_use]
pub fn base_form(third: &str) -> String {
    match third {
        "has" => return "have".to_owned(),
        "is" => return "be".to_owned(),
        "dies" | "ties" | "lies" => return third.trim_end_matches('s').to_owned(),
        _ => {}
    }
    if let Some(stem) = third.strip_suffix("ies") {
        return format!("{stem}y");
    }
    let stem = third.strip_suffix('s').unwrap_or(third);
    match stem.strip_suffix('e') {
        Some(shorter)
            if ["ss", "x", "ch", "sh", "o", "zz"]
                .iter()
                .any(|end| shorter.ends_with(end)) =>
        {
            shorter.to_owned()
        }
        _ => stem.to_owned(),
    }
}

/// Names in a row: two with "and", more as "one and others".
#[must_use]
pub fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [one, other] => format!("{one} and {other}"),
        [one, ..] => format!("{one} and others"),
    }
}

/// The parts that are not empty, with spaces between.
#[must_use]
pub fn join(parts: &[&str]) -> String {
    parts
        .iter()
        .filter(|part| !part.is_empty())
        .copied()
        .collect::<Vec<_>>()
        .join(" ")
}

/// With a capital at the beginning.
#[must_use]
pub fn capitalised(text: impl AsRef<str>) -> String {
    let text = text.as_ref();
    let mut chars = text.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// `text` on one line, cut after `limit` characters at the last space.
#[must_use]
pub fn one_line(text: &str, limit: usize) -> String {
    let mut line = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let more = word.chars().count();
        if !line.is_empty() {
            if length + more >= limit {
                line.push('…');
                return line;
            }
            line.push(' ');
            length += 1;
        }
        line.push_str(word);
        length += more;
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        let wordings = include_str!("wordings.tsv");
        assert_eq!(table::malformed::<3>(wordings).next(), None);
        assert_eq!(table::lines(wordings).count(), WORDINGS.len(), "a noun is there twice");
    }

    #[test]
    fn no_line_ends_with_a_preposition() {
        assert_eq!(without_loose_end("with harbour dues on…"), "with harbour dues");
        assert_eq!(without_loose_end("with harbour dues"), "with harbour dues");
    }

    #[test]
    fn long_text_is_cut_between_words() {
        assert_eq!(one_line("“We had\n  no choice”", 60), "“We had no choice”");
        assert_eq!(one_line("one two three four", 10), "one two…");
    }

    #[test]
    fn verbs_turn_with_subject_and_status() {
        assert_eq!(inflected(&third_person("meet"), EventStatus::Done, false), "meets");
        assert_eq!(inflected(&third_person("meet"), EventStatus::Done, true), "meet");
        assert_eq!(
            inflected(&third_person("carry"), EventStatus::Planned, false),
            "to carry"
        );
        assert_eq!(
            inflected(&third_person("crash"), EventStatus::Possible, true),
            "may crash"
        );
        assert_eq!(
            inflected("holds talks", EventStatus::Denied, false),
            "does not hold talks"
        );
        assert_eq!(
            inflected(&third_person("impose"), EventStatus::Planned, false),
            "to impose"
        );
        assert_eq!(inflected(&third_person("die"), EventStatus::Planned, false), "to die");
        assert_eq!(inflected(&third_person("be"), EventStatus::Done, true), "are");
    }
}
