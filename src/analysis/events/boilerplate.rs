//! What a publication says about itself and to its readers: requests for money, sign-up lines, credits, links to other
//! stories. It is no part of the story, and this file reads nothing else out of it.

use std::sync::LazyLock;

use crate::text::Phrases;

/// A block of more characters has a story in it, whatever it asks for besides.
const LONGEST: usize = 900;

/// How a line begins that gives an address.
const CONTACTS: [&str; 6] = ["contact ", "email ", "e-mail ", "reach ", "write to ", "send "];

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(include_str!("boilerplate.txt")));

/// Whether a block is the publication's own. Linear in its text.
#[must_use]
pub fn is_boilerplate(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    // "Contact Quist at quist@courier.example."
    let begins = |verb: &&str| {
        text.get(..verb.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(verb))
    };
    if text.contains('@') && CONTACTS.iter().any(begins) {
        return true;
    }
    PHRASES.find(text).next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_publication_speaks_of_itself() {
        for text in [
            "Help us go further: If you learned something from this story, pay it forward.",
            "Sign up for our free newsletters.",
            "WHILE YOU’RE HERE... become a member of the Courier.",
            "Related: Council sells mill",
            "Photo by Ida Quist",
            "Contact Quist at quist@courier.example.",
        ] {
            assert!(is_boilerplate(text), "{text}");
        }
        for text in [
            "Rosa Weil donated two boats to the museum.",
            "The council will sell the mill.",
            "A telephoto by Quist won the prize.",
        ] {
            assert!(!is_boilerplate(text), "{text}");
        }
    }
}
