//! Looks the quotations of a draft up in its notes. What was looked up for the last version is not looked up again.

use std::sync::{Arc, LazyLock};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::analysis::notes::types::Verification;
use crate::analysis::{Quotation, QuotationKind, QuotationStatus};
use crate::markup::{BlockId, Markup, Place};
use crate::text::{Span, table};
use crate::verify::{Checked, Notes, Quoted, denies, verify};

/// What was looked up for the last version of a draft, in which notes.
#[derive(Debug, Default)]
pub struct KeptVerifications {
    notes: Option<Arc<Notes>>,
    known: FxHashMap<Asked, Arc<Checked>>,
}

/// All that the answer depends on, besides the notes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Asked {
    text: String,
    insertions: Vec<(usize, usize)>,
    speaker: Option<String>,
    is_denied: bool,
    is_framed: bool,
}

/// The direct and mixed quotations of a draft and its block quotations, each with what the notes say, in their order. What costs is looking up words that
/// the last version did not quote.
#[must_use]
pub fn fold(
    markup: &Markup,
    quotations: &[Arc<Quotation>],
    notes: &Arc<Notes>,
    kept: &mut KeptVerifications,
) -> Vec<Verification> {
    let is_same = kept.notes.as_ref().is_some_and(|known| Arc::ptr_eq(known, notes));
    let known = std::mem::take(&mut kept.known);
    let known = if is_same { known } else { FxHashMap::default() };
    let mut next = FxHashMap::default();
    let mut translations = Translations::default();
    let marked = quotations
        .iter()
        .enumerate()
        .filter(|(_, quotation)| is_quoted(quotation));
    let marked = marked.map(|(index, quotation)| {
        let words = words_of(markup, quotation.place);
        (Some(index), words, asked(markup, quotation, words))
    });
    let blocks = quoted_blocks(markup, quotations).into_iter();
    let blocks = blocks.map(|words| (None, words, asked_of_block(markup, words)));
    let verified = marked.chain(blocks).map(|(quotation, words, asked)| {
        let checked = known
            .get(&asked)
            .map_or_else(|| Arc::new(looked_up(&asked, notes)), Arc::clone);
        next.insert(asked, Arc::clone(&checked));
        Verification {
            quotation,
            words,
            checked,
            is_translated: translations.are_in(markup, words),
        }
    });
    let mut verified: Vec<Verification> = verified.collect();
    verified.sort_by_key(|one| one.words);
    *kept = KeptVerifications {
        notes: Some(Arc::clone(notes)),
        known: next,
    };
    verified
}

fn is_quoted(quotation: &Quotation) -> bool {
    matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed)
}

/// Words of a block quotation that is looked up.
const FEWEST_OF_BLOCK: usize = 4;

/// The block quotations without marks of their own, without what names their source after a dash.
fn quoted_blocks(markup: &Markup, quotations: &[Arc<Quotation>]) -> Vec<Place> {
    let marked = quotations.iter().filter(|quotation| is_quoted(quotation));
    let marked: FxHashSet<_> = marked.map(|quotation| quotation.place.block).collect();
    let quoted = markup.blocks.iter().enumerate().filter_map(|(index, block)| {
        let id = BlockId(index);
        if !block.in_quote || !block.kind.is_body() || marked.contains(&id) {
            return None;
        }
        let text = block.text.as_str();
        let end = text
            .rfind(['—', '–'])
            .filter(|end| is_signature(text.get(*end..).unwrap_or("")));
        let place = Place::new(id, Span::new(0, end.unwrap_or(text.len())));
        let words = markup.text_of(place);
        let is_told = !words.contains(['“', '”', '"']) && words.split_whitespace().count() >= FEWEST_OF_BLOCK;
        is_told.then(|| words_of(markup, place))
    });
    quoted.collect()
}

/// Whether a text is a dash and a name: “— Ana Lund, harbormaster”.
fn is_signature(text: &str) -> bool {
    let name = text.trim_start_matches(['—', '–', ' ']);
    name.starts_with(char::is_uppercase) && name.split_whitespace().count() <= 6 && !name.ends_with(['.', '!', '?'])
}

fn asked_of_block(markup: &Markup, words: Place) -> Asked {
    let text = markup.text_of(words);
    let brackets = text
        .match_indices('[')
        .filter_map(|(at, _)| Some((at, at + text.get(at..)?.find(']')? + 1)));
    Asked {
        text: text.to_owned(),
        insertions: brackets.collect(),
        speaker: None,
        is_denied: false,
        is_framed: false,
    }
}

fn looked_up(asked: &Asked, notes: &Notes) -> Checked {
    let insertions: Vec<Span> = asked
        .insertions
        .iter()
        .map(|(start, end)| Span::new(*start, *end))
        .collect();
    let quoted = Quoted {
        text: &asked.text,
        insertions: &insertions,
        speaker: asked.speaker.as_deref(),
        is_denied: asked.is_denied,
        is_framed: asked.is_framed,
    };
    verify(&quoted, notes)
}

fn asked(markup: &Markup, quotation: &Quotation, words: Place) -> Asked {
    let inside = quotation
        .insertions
        .iter()
        .filter(|insertion| words.covers(**insertion));
    let from = words.span.start;
    Asked {
        text: markup.text_of(words).to_owned(),
        insertions: inside
            .map(|place| (place.span.start - from, place.span.end - from))
            .collect(),
        speaker: sure_speaker(quotation),
        is_denied: denies(sentence_before(markup, quotation.place)),
        is_framed: is_framed(markup, quotation.place),
    }
}

/// What is before a quotation in the same sentence of the draft, other parts of the quotation included: “We will not,” she said, “close”.
fn sentence_before(markup: &Markup, place: Place) -> &str {
    let text = place.block.of(&markup.blocks).map_or("", |block| block.text.as_str());
    let before = text.get(..place.span.start).unwrap_or("");
    let before = before.get(before.ceil_char_boundary(before.len().saturating_sub(LONGEST_LEAD))..);
    let before = before.unwrap_or("");
    before
        .rfind(". ")
        .map_or(before, |end| before.get(end + 1..).unwrap_or(""))
}

/// Whether the paragraph around a quotation has a word for a condition, a question or another source.
fn is_framed(markup: &Markup, place: Place) -> bool {
    let text = place.block.of(&markup.blocks).map_or("", |block| block.text.as_str());
    let around = [text.get(..place.span.start), text.get(place.span.end..)];
    let mut words = around
        .into_iter()
        .flatten()
        .flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric()));
    words.any(|word| FRAME_WORDS.contains(word.to_lowercase().as_str()))
}

/// Bytes. What is denied farther away is another matter.
const LONGEST_LEAD: usize = 200;

/// The full name of the speaker, where a cue of the quotation's own names one.
fn sure_speaker(quotation: &Quotation) -> Option<String> {
    let is_sure = quotation.status == QuotationStatus::Attributed && quotation.confidence >= SURE;
    quotation.speaker.as_ref().filter(|_| is_sure)?.resolved.clone()
}

/// Below it nothing is said about who spoke.
const SURE: f32 = 0.7;

/// A region without the marks around it.
fn words_of(markup: &Markup, region: Place) -> Place {
    let text = markup.text_of(region);
    let is_mark = |letter: char| letter.is_whitespace() || MARKS.contains(&letter);
    let after_opening = text.trim_start_matches(is_mark);
    let start = text.len() - after_opening.len();
    let length = after_opening.trim_end_matches(is_mark).len();
    Place::new(
        region.block,
        Span::new(start, start + length).shifted(region.span.start),
    )
}

const MARKS: [char; 14] = ['“', '”', '"', '„', '‟', '«', '»', '‹', '›', '‘', '’', '\'', '‚', '`'];

/// Whether paragraphs say that their quotations are translations, each asked once.
#[derive(Default)]
struct Translations {
    last: Option<(crate::markup::BlockId, bool)>,
}

impl Translations {
    fn are_in(&mut self, markup: &Markup, place: Place) -> bool {
        if let Some((_, answer)) = self.last.filter(|(block, _)| *block == place.block) {
            return answer;
        }
        let text = place.block.of(&markup.blocks).map_or("", |block| block.text.as_str());
        let answer = says_translated(text);
        self.last = Some((place.block, answer));
        answer
    }
}

fn says_translated(text: &str) -> bool {
    let mut before = String::new();
    for word in text
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        let word = word.to_lowercase();
        if WORDS.contains(word.as_str()) || before == "in" && LANGUAGES.contains(word.as_str()) {
            return true;
        }
        before = word;
    }
    false
}

static WORDS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("data/translation_words.txt")).collect());

static FRAME_WORDS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("data/frame_words.txt")).collect());

static LANGUAGES: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("data/languages.txt")).collect());

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{self, DraftSettings};
    use crate::language;
    use crate::markup::{self, Format};
    use crate::verify::NotesFormat;

    fn notes(text: &str) -> Arc<Notes> {
        Arc::new(Notes::of_text("notes.txt", text, NotesFormat::Text))
    }

    /// Each quotation with its verdict.
    fn verdicts(draft: &str, notes: &Arc<Notes>, kept: &mut KeptVerifications) -> Vec<String> {
        let markup = markup::read(draft, Format::Plain);
        let blocks = analysis::of_blocks(&markup, language::embedded());
        let facts = analysis::fold(&markup, &blocks, &DraftSettings::default());
        let found = fold(&markup, &facts.quotations, notes, kept);
        found
            .iter()
            .map(|one| format!("{}: {}", markup.text_of(one.words), one.checked.verdict.name()))
            .collect()
    }

    #[test]
    fn marks_are_left_out_and_mentions_are_not_asked() {
        let draft = "“We will not close the harbor,” Ana Lund said.\n\nHer boat, the “Sea Goose”, sank.";
        let notes = notes("LUND: We will not close the harbor.");
        let mut kept = KeptVerifications::default();
        assert_eq!(
            verdicts(draft, &notes, &mut kept),
            ["We will not close the harbor,: exact"]
        );
        assert_eq!(kept.known.len(), 1);
    }

    #[test]
    fn a_block_quotation_is_compared_as_a_whole() {
        let draft = "Ana Lund wrote:\n\n> We will close the harbor this winter.\n> — Ana Lund\n\n\
                     > “It rained all day,” Lund said.\n\n> Too short.\n";
        let markup = markup::read(draft, Format::Markdown);
        let blocks = analysis::of_blocks(&markup, language::embedded());
        let facts = analysis::fold(&markup, &blocks, &DraftSettings::default());
        let notes = notes("LUND: We will not close the harbor this winter. It rained all day.");
        let found = fold(&markup, &facts.quotations, &notes, &mut KeptVerifications::default());
        let told: Vec<_> = found
            .iter()
            .map(|one| (markup.text_of(one.words).trim(), one.checked.verdict.name()))
            .collect();
        assert_eq!(
            told,
            [
                ("We will close the harbor this winter.", "near"),
                ("It rained all day,", "exact")
            ]
        );
    }

    #[test]
    fn what_was_looked_up_is_kept_as_long_as_the_notes_are_the_same() {
        let draft = "“We will not close the harbor,” Ana Lund said.";
        let first = notes("LUND: We will not close the harbor.");
        let mut kept = KeptVerifications::default();
        verdicts(draft, &first, &mut kept);
        let known = kept.known.values().next().unwrap().clone();
        verdicts(&format!("{draft} It rained."), &first, &mut kept);
        assert!(Arc::ptr_eq(&known, kept.known.values().next().unwrap()));
        let other = notes("LUND: We will close the harbor.");
        assert_eq!(
            verdicts(draft, &other, &mut kept),
            ["We will not close the harbor,: near"]
        );
    }

    #[test]
    fn translations_are_known_by_what_the_paragraph_says() {
        assert!(says_translated("“We go,” Lund said in Spanish."));
        assert!(says_translated("“We go,” Lund said through an interpreter."));
        assert!(!says_translated("“We go,” the Spanish minister said in Madrid."));
    }
}
