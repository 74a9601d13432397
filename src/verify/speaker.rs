//! Whether the one whom notes label is the one whom a draft names. It says “somebody else” only where that is sure.

use crate::verify::types::NotesSource;
use crate::verify::words::tables;

/// Whether words under a label are surely said by somebody else than `name`: the notes label `name` elsewhere, and this label
/// more than once.
pub fn is_another(label: &str, name: &str, source: &NotesSource) -> bool {
    if is_same(label, name) {
        return false;
    }
    let labels = &source.labels;
    let is_repeated = labels.get(label).is_some_and(|count| *count > 1) || label.contains(' ');
    is_repeated && labels.len() <= MOST_LABELS && labels.keys().any(|known| is_same(known, name))
}

/// With more labels than people speak in any talk, what stands before the colons is something else.
const MOST_LABELS: usize = 500;

/// Whether a label can mean the one with this name: by the last name, by the initials, by all words of the shorter one.
pub fn is_same(label: &str, name: &str) -> bool {
    let (label, name) = (words(label), words(name));
    let (Some(label_last), Some(name_last)) = (label.last(), name.last()) else {
        return false;
    };
    if label_last == name_last || strsim::osa_distance(label_last, name_last) == 1 && name_last.len() > 4 {
        return true;
    }
    let (short, long) = if label.len() <= name.len() {
        (&label, &name)
    } else {
        (&name, &label)
    };
    if short.iter().all(|word| long.contains(word)) {
        return true;
    }
    let initials: String = name.iter().filter_map(|word| word.chars().next()).collect();
    label.len() == 1 && *label_last == initials || label.concat() == initials
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
        for label in ["Ana Lund", "LUND", "Mayor Lund", "A. Lund", "AL", "A.L.", "Ana"] {
            assert!(is_same(label, "Ana Lund"), "{label}");
        }
        // A slip in a longer name.
        assert!(is_same("LINDQUIST", "Oskar Lindqvist"));
        for label in ["Bo Weil", "Q", "Speaker 1", "BW"] {
            assert!(!is_same(label, "Ana Lund"), "{label}");
        }
    }
}
