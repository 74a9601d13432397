//! Whether the one whom notes label is the one whom a draft names. It says “somebody else” only where that is sure.

use smol_str::SmolStr;

use crate::verify::types::NotesSource;
use crate::verify::words::tables;

/// Whether words under a label are said by somebody else than `name`: the label is that of a person, and the notes label `name`
/// elsewhere, or have no label that may mean `name`; or it is that of whoever asks.
pub fn is_another(label: &str, name: &str, source: &NotesSource) -> bool {
    let labels = &source.labels;
    let fit = fit(label, name);
    if fit == Fit::Same || labels.len() > MOST_LABELS {
        return false;
    }
    if is_asker(label) {
        return labels.keys().any(|known| !is_asker(known));
    }
    let mut others = labels.keys().filter(|known| known.as_str() != label);
    match fit {
        // Of two with one last name, both must be labelled in full: “Harbormaster Lund” and “LUND” may be one.
        Fit::Namesake => others.any(|known| fits_in_full(known, name)),
        _ => {
            is_person(label, source) && others.any(|known| self::fit(known, name) == Fit::Same)
                || is_name(label, source) && !is_labelled(name, source)
        }
    }
}

/// Whether a label of the notes may mean the one with this name.
#[must_use]
pub fn is_labelled(name: &str, source: &NotesSource) -> bool {
    source.labels.keys().any(|label| fit(label, name) != Fit::Other)
}

/// Whether a label names a person, and not an office that anybody may hold, nor initials that may be a short name: “LUND”, “Ana Lund”,
/// “Mayor Lund”, but not “MAYOR”, “Speaker 2” and “BW”. What is written with one capital and comes once may be a topic.
fn is_name(label: &str, source: &NotesSource) -> bool {
    let is_repeated = source.labels.get(label).is_some_and(|count| *count > 1);
    let common = label.to_lowercase();
    let is_plain_word = source
        .text
        .split(|letter: char| !letter.is_alphanumeric())
        .any(|word| word == common);
    let has_form = is_repeated || is_shouted(label) || label.contains(' ');
    let names = words(label);
    let is_short = |last: &str| names.len() == 1 && last.len() < 4;
    let is_office = names
        .last()
        .is_none_or(|last| tables::OFFICES.contains(last.as_str()) || is_short(last))
        || names.iter().any(|word| tables::ASKERS.contains(word.as_str()));
    has_form && !is_office && !is_plain_word && !label.contains(|letter: char| letter.is_ascii_digit())
}

/// Whether a label is all in capitals.
fn is_shouted(label: &str) -> bool {
    label.chars().filter(|letter| letter.is_uppercase()).count() > 1 && !label.contains(char::is_lowercase)
}

/// The labels over the parts of a quotation, each once, if they are surely those of several people; otherwise none.
pub fn several(labels: impl Iterator<Item = SmolStr>, source: &NotesSource) -> Vec<SmolStr> {
    let mut all: Vec<SmolStr> = Vec::new();
    for label in labels {
        if !all.contains(&label) {
            all.push(label);
        }
    }
    let is_known = |label: &str| is_asker(label) || is_person(label, source);
    let are_two = |one: &SmolStr, other: &SmolStr| {
        is_known(one) && is_known(other) && one != other && fit(one, other) == Fit::Other
    };
    let is_crossed = source.labels.len() <= MOST_LABELS
        && all
            .iter()
            .any(|one| all.iter().any(|other| are_two(one, other) && are_two(other, one)));
    if is_crossed { all } else { Vec::new() }
}

/// With more labels than people speak in any talk, what is before the colons is something else.
const MOST_LABELS: usize = 500;

/// Whether a label is that of a person, as far as its form tells: what is before a colon may be a topic as well.
fn is_person(label: &str, source: &NotesSource) -> bool {
    let is_repeated = source.labels.get(label).is_some_and(|count| *count > 1);
    is_repeated || is_shouted(label) || label.contains(' ') || is_dialogue(label, source)
}

/// Whether all that the notes have is labelled, and the label is never written as a common word.
fn is_dialogue(label: &str, source: &NotesSource) -> bool {
    let common = label.to_lowercase();
    let mut words = source.text.split(|letter: char| !letter.is_alphanumeric());
    source.passages.iter().all(|passage| passage.speaker.is_some()) && !words.any(|word| word == common)
}

fn is_asker(label: &str) -> bool {
    tables::ASKERS.contains(label.to_lowercase().as_str())
}

/// What a label says of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    /// It can mean the one with this name.
    Same,
    /// It has the same last name and another first name.
    Namesake,
    /// It means somebody else.
    Other,
}

/// Whether a label can mean the one with this name: by the last name, unless the first names contradict, by the initials, by all words
/// of the shorter one.
fn fit(label: &str, name: &str) -> Fit {
    let (label, name) = (words(label), words(name));
    let (Some((label_last, label_first)), Some((name_last, name_first))) = (label.split_last(), name.split_last())
    else {
        return Fit::Other;
    };
    if label_last == name_last || strsim::osa_distance(label_last, name_last) == 1 && name_last.len() > 4 {
        let is_open = label_first.is_empty() || name_first.is_empty() || agree(label_first, name_first);
        return if is_open { Fit::Same } else { Fit::Namesake };
    }
    let (short, long) = if label.len() <= name.len() {
        (&label, &name)
    } else {
        (&name, &label)
    };
    let initials: String = name.iter().filter_map(|word| word.chars().next()).collect();
    let is_same = short.iter().all(|word| long.contains(word))
        || label.len() == 1 && *label_last == initials
        || label.concat() == initials;
    if is_same { Fit::Same } else { Fit::Other }
}

/// Whether one of the first names may be one of the others: the same, an initial, a short form, a slip.
fn agree(first: &[String], others: &[String]) -> bool {
    let may_be = |one: &str, other: &str| {
        one.starts_with(other) || other.starts_with(one) || one.len() > 2 && strsim::osa_distance(one, other) == 1
    };
    first.iter().any(|one| others.iter().any(|other| may_be(one, other)))
}

/// Whether a label is that of somebody with this first and last name.
fn fits_in_full(label: &str, name: &str) -> bool {
    words(label).len() > 1 && fit(label, name) == Fit::Same
}
/// The words of a name in small letters, without titles and points.
fn words(name: &str) -> Vec<String> {
    let parts = name.split(|letter: char| letter.is_whitespace() || letter == '-');
    let folded = parts.map(|part| {
        part.chars()
            .filter(|letter| letter.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    });
    folded
        .filter(|word| !word.is_empty() && !tables::TITLES.contains(word.as_str()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_mean_names() {
        for label in [
            "Ana Lund",
            "LUND",
            "Mayor Lund",
            "A. Lund",
            "AL",
            "A.L.",
            "Ana",
            "Ana Maria Lund",
            "Anna Lund",
        ] {
            assert_eq!(fit(label, "Ana Lund"), Fit::Same, "{label}");
        }
        // A slip in a longer name.
        assert_eq!(fit("LINDQUIST", "Oskar Lindqvist"), Fit::Same);
        for label in ["Bo Weil", "Q", "Speaker 1", "BW"] {
            assert_eq!(fit(label, "Ana Lund"), Fit::Other, "{label}");
        }
        for label in ["PETER LUND", "B. Lund"] {
            assert_eq!(fit(label, "Ana Lund"), Fit::Namesake, "{label}");
        }
    }
}
