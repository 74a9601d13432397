//! Says whether a draft is a live blog, by what is above its text: fields, headings, the first line.

use crate::markup::{BlockKind, Markup};
use crate::text::table::WordList;

/// Whether the draft is a live blog, by a field of its front matter, a heading, or a line above it.
#[must_use]
pub fn is_live(markup: &Markup) -> bool {
    let fields = markup.front.fields.iter();
    let mut fields = fields.filter(|field| field.value.len() < LONGEST);
    let says_so = |key: &str| {
        let key = key.replace(['-', '_', ' '], "").to_lowercase();
        matches!(key.as_str(), "live" | "liveblog" | "islive")
    };
    let blocks = || markup.blocks.iter();
    let heads = || {
        blocks().filter(|block| {
            matches!(
                block.kind,
                BlockKind::Heading(_) | BlockKind::Field(_) | BlockKind::Furniture(_)
            )
        })
    };
    fields
        .any(|field| says_live(&field.value) || says_so(&field.key) && field.value != "false" || says_so(&field.value))
        || heads().any(|block| says_live(&block.text))
        || heads().any(|block| block.text.to_lowercase().contains("newsletter"))
        || blocks()
            .next()
            .is_some_and(|block| block.text.len() < LONGEST && says_live(&block.text))
        || heads()
            .filter(|block| is_time_stamp(&block.text))
            .nth(STAMPS - 1)
            .is_some()
}

/// Longer values are prose.
const LONGEST: usize = 160;

/// So many headings that begin with a clock time make a live blog.
const STAMPS: usize = 2;

/// “Live updates: …”, “Live election results”, “Election live blog”, “as it happened”.
fn says_live(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty());
    const AS_IT_GOES: [&str; 5] = [
        "liveblog",
        "as it happened",
        "as it happens",
        "minute by minute",
        "hour by hour",
    ];
    let joined = lower.replace('-', " ");
    // "Budget day live: …"; "Where the rich live: …" is a story.
    let asks = ["where", "how", "why", "who", "what"]
        .iter()
        .any(|word| lower.starts_with(word));
    lower.starts_with("live:")
        || !asks && lower.contains(" live: ")
        || AS_IT_GOES.iter().any(|mark| joined.contains(mark))
        || words.any(|word| word == "live")
            && words
                .take(NEAR)
                .take_while(|word| !SMALL.has(word))
                .any(|word| FORMS.has(word))
}

/// How many words after “live” the form may come: “live primary election updates”.
const NEAR: usize = 3;

/// Words that end the name of a form: “live with the results”.
static SMALL: WordList = WordList::new(include_str!("small_words.txt"));

/// What is written live.
static FORMS: WordList = WordList::new(include_str!("forms.txt"));

/// “4:30 p.m.”, “Thursday, 10.15 am: …”, “14:05”: what a live blog puts over an entry.
fn is_time_stamp(text: &str) -> bool {
    text.split_whitespace().take(NEAR).any(|word| {
        let figures = word.trim_matches(|letter: char| !letter.is_ascii_digit());
        let parts = figures.split_once([':', '.']);
        parts.is_some_and(|(hour, minutes)| {
            hour.len() <= 2 && minutes.len() == 2 && minutes.bytes().all(|byte| byte.is_ascii_digit())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_live_blog_says_so() {
        for text in [
            "Live election updates: Weil wins",
            "Storm live blog",
            "The trial, hour by hour",
            "Live: the count",
            "Count night live: ballots pour in",
        ] {
            assert!(says_live(text), "{text}");
        }
        for text in [
            "Where the rich live",
            "How nurses live: a diary",
            "Live music returns to Kessel",
            "They live with the results",
        ] {
            assert!(!says_live(text), "{text}");
        }
        assert!(is_time_stamp("Thursday, 4:30 p.m.") && is_time_stamp("14.05") && !is_time_stamp("The 3.5 percent"));
    }
}
