//! Drafts that are not in English: copydesk knows only English frames, so it keeps silent on them.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use smol_str::{SmolStr, StrExt};

use crate::markup::Markup;
use crate::text::table;

/// How many bytes of the body are looked at.
const SAMPLE: usize = 3000;

/// Fewer words than this do not show a language.
const FEWEST_WORDS: usize = 20;

/// From one small word in so many on a text is English, whatever its letters suggest.
const ONE_SMALL_WORD_IN: usize = 14;

static SMALL_WORDS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("data/small_words.txt")).collect());

/// The ISO 639-3 code of the draft's language where it is surely not English.
///
/// A field `language` or `lang` of the front matter decides, unless the text is surely English: a field may be left over from
/// a template. Without one, the first paragraphs are looked at.
#[must_use]
pub fn language(markup: &Markup) -> Option<&'static str> {
    language_again(markup, &mut KeptLanguage::default())
}

/// What showed the language of the last version of a draft.
#[derive(Debug, Default)]
pub struct KeptLanguage(Vec<Counted>);

/// The same where the last version is known: the words of a paragraph are counted again only if it changed.
#[must_use]
pub fn language_again(markup: &Markup, kept: &mut KeptLanguage) -> Option<&'static str> {
    let mut last = std::mem::take(&mut kept.0).into_iter();
    kept.0 = sample(markup)
        .map(|(text, taken)| match last.next() {
            Some(known) if known.taken == taken && known.text == *text => known,
            _ => Counted::of(text, taken),
        })
        .collect();
    let counted = &kept.0;
    match declared(markup).as_deref() {
        Some(code) if code.starts_with("en") => None,
        Some(code) => {
            let known = known_code(code).filter(|_| !is_surely_english(counted));
            known.or_else(|| language_of(counted))
        }
        None => language_of(counted),
    }
}

/// A paragraph, as far as it is looked at, with its words.
#[derive(Debug)]
struct Counted {
    text: SmolStr,
    /// How many bytes of it are looked at.
    taken: usize,
    words: usize,
    /// How many of the words are small words of English.
    small: usize,
}

impl Counted {
    fn of(text: &SmolStr, taken: usize) -> Self {
        let is_small = |word: &&str| SMALL_WORDS.contains(word.to_ascii_lowercase_smolstr().as_str());
        let mut counted = Self {
            text: text.clone(),
            taken,
            words: 0,
            small: 0,
        };
        for word in counted.text.get(..taken).unwrap_or("").split_whitespace() {
            counted.words += 1;
            counted.small += usize::from(is_small(&word));
        }
        counted
    }
}

/// The language that the front matter names, in lowercase.
fn declared(markup: &Markup) -> Option<String> {
    let field = markup.front.get(&["language", "lang", "language-code", "locale"])?;
    Some(field.value.trim().to_ascii_lowercase())
}

/// The code of a language that is written in any of the usual ways: "es", "es-MX", "spa".
fn known_code(code: &str) -> Option<&'static str> {
    whatlang::Lang::all()
        .iter()
        .find(|known| code.starts_with(two_letters(known.code())))
        .map(|known| known.code())
}

/// The first paragraphs of the body, with how many bytes of each are looked at.
fn sample(markup: &Markup) -> impl Iterator<Item = (&SmolStr, usize)> {
    let mut left = SAMPLE;
    let body = markup.blocks.iter().filter(|block| block.kind.is_body());
    body.map_while(move |block| {
        let taken = block.text.floor_char_boundary(left);
        let is_looked_at = left > 0;
        // One for the end of the line.
        left = left.saturating_sub(block.text.len() + 1);
        is_looked_at.then_some((&block.text, taken))
    })
}

/// The English name of a language by its code.
#[must_use]
pub fn name_of_language(code: &str) -> &'static str {
    whatlang::Lang::from_code(code).map_or("another language", |language| language.eng_name())
}

/// From one small word in so many on nothing but English is meant.
const SURELY_ONE_IN: usize = 5;

/// Whether a text is long enough to tell, and full of small words of English.
fn is_surely_english(sample: &[Counted]) -> bool {
    let (words, small) = count(sample);
    words >= FEWEST_WORDS && small * SURELY_ONE_IN >= words
}

/// How many words a text has, and how many of them are small words of English.
fn count(sample: &[Counted]) -> (usize, usize) {
    let counts = sample.iter().map(|counted| (counted.words, counted.small));
    counts.fold((0, 0), |sum, of| (sum.0 + of.0, sum.1 + of.1))
}

/// The language of a text where it is long enough to tell, has too few small words of English, and is surely another.
fn language_of(sample: &[Counted]) -> Option<&'static str> {
    let (words, small) = count(sample);
    if words < FEWEST_WORDS || small * ONE_SMALL_WORD_IN >= words {
        return None;
    }
    let parts = sample.iter().flat_map(|counted| [counted.text.as_str(), "\n"]);
    let mut text: String = parts.collect();
    text.truncate(text.floor_char_boundary(SAMPLE));
    let found = whatlang::detect(&text)?;
    (found.is_reliable() && found.lang() != whatlang::Lang::Eng).then(|| found.lang().code())
}

/// The two letters that front matter writes for a language, for those whose three-letter code begins otherwise.
fn two_letters(code: &'static str) -> &'static str {
    match code {
        "deu" => "de",
        "spa" => "es",
        "swe" => "sv",
        "nld" => "nl",
        "por" => "pt",
        "tur" => "tr",
        "pol" => "pl",
        "ces" => "cs",
        "dan" => "da",
        other => other.get(..2).unwrap_or(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::{self, Format};

    fn found(text: &str, format: Format) -> Option<&'static str> {
        language(&markup::read(text, format))
    }

    #[test]
    fn other_languages_are_told_apart_from_english() {
        let german = "Die Fähre kam am Montag wieder zu spät, und niemand sagte den Leuten am Kai, warum sie \
                      warten mussten oder wann das nächste Schiff nach Brandvik fahren würde.";
        let english = "The ferry was late again on Monday, and nobody told the people on the quay why they had to \
                       wait or when the next ship to Brandvik would leave.";
        assert_eq!(found(german, Format::Plain), Some("deu"));
        assert_eq!(found(english, Format::Plain), None);
        assert_eq!(found("Die Fähre kam spät.", Format::Plain), None, "too short to tell");
    }

    #[test]
    fn a_field_that_is_left_over_silences_no_english_draft() {
        let text = "---\nlanguage-code: es\n---\n\nThe ferry was late again on Monday, and nobody told the people on the quay why \
                    they had to wait or when the next ship to Brandvik would leave.\n";
        assert_eq!(found(text, Format::Markdown), None);
    }

    #[test]
    fn the_front_matter_decides() {
        let text = "---\nlanguage: es\n---\n\nThe ferry was late.\n";
        assert_eq!(found(text, Format::Markdown), Some("spa"));
        assert_eq!(name_of_language("spa"), "Spanish");
        assert_eq!(
            found("---\nlang: en-GB\n---\n\nThe ferry was late.\n", Format::Markdown),
            None
        );
    }
}
