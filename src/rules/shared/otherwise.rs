//! What the notes have otherwise than a quotation, as a sentence. It judges no difference.

use crate::verify::{Change, Weight};

/// What is different, as a sentence.
pub fn difference(change: &Change) -> String {
    let (written, said) = (&change.written, &change.said);
    if let Some(before) = said_before(said, written) {
        return format!("The notes have “{before}” before these words");
    }
    match said_after(change) {
        Some("?") => return "In the notes, this is a question".to_owned(),
        Some(after) => return format!("The notes go on: “{after}”"),
        None => {}
    }
    // An ellipsis.
    let is_gap = !written.is_empty() && !written.contains(char::is_alphanumeric);
    match (written.is_empty(), said.is_empty()) {
        _ if is_gap => format!(
            "The ellipsis leaves out “{}”",
            said.split_whitespace().collect::<Vec<_>>().join(" ")
        ),
        (true, _) => format!("The notes have “{said}” here; the quotation leaves it out"),
        (_, true) => format!("“{written}” is not in the notes here"),
        _ => format!("The notes have “{said}”, not “{written}”"),
    }
}

/// What is said before the one word that is written.
fn said_before<'a>(said: &'a str, written: &str) -> Option<&'a str> {
    let bare = written.trim_matches(|letter: char| !letter.is_alphanumeric());
    let (before, last) = said.rsplit_once(char::is_whitespace)?;
    (last.to_lowercase() == bare.to_lowercase()).then_some(before)
}

/// What is said after the one word that is written, on which it depends; a question mark by itself.
fn said_after(change: &Change) -> Option<&str> {
    let rest = change.said.strip_prefix(change.written.as_str())?;
    (rest == "?" || change.weight == Weight::Frame).then(|| rest.trim())
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::with_notes;

    #[test]
    fn what_takes_the_words_back_is_told() {
        let told = |said: &str, draft: &str| {
            let findings = with_notes(draft, &format!("LUND: {said}"), true);
            let found = findings.iter().filter(|finding| finding.code == "quote-mismatch");
            found
                .map(|finding| format!("{}: {}", finding.level.name(), finding.message))
                .collect::<Vec<_>>()
        };
        let draft = "“We will close the harbor,” Ana Lund said.";
        for (said, expected) in [
            (
                "I don't think that we will close the harbor.",
                "The notes have “I don't think that” before these words",
            ),
            (
                "If the board agrees, we will close the harbor.",
                "The notes have “If the board agrees,” before these words",
            ),
            (
                "We will close the harbor if the board agrees.",
                "The notes go on: “if the board agrees”",
            ),
            (
                "Do you think we will close the harbor?",
                "The notes have “you think” before these words",
            ),
            (
                "Haskell says we will close the harbor.",
                "The notes have “Haskell says” before these words",
            ),
        ] {
            assert_eq!(told(said, draft), [format!("warning: {expected}")], "{said}");
        }
        assert_eq!(
            told("We will close the harbor?", draft),
            ["info: In the notes, this is a question"]
        );
        // The writer says it.
        for (said, draft) in [
            (
                "If the board agrees, we will close the harbor.",
                "“We will close the harbor,” Ana Lund said, if the board agrees.",
            ),
            (
                "I don't think we will close the harbor.",
                "“I don't think,” Ana Lund said, “we will close the harbor.”",
            ),
            (
                "If the board agrees, we will close the harbor.",
                "“If the board agrees,” Ana Lund said, “we will close the harbor.”",
            ),
            (
                "We will not close the harbor now.",
                "“We will not,” Ana Lund said, “close the harbor now.”",
            ),
        ] {
            assert_eq!(told(said, draft), [""; 0], "{draft}");
        }
    }
}
