//! Quotations whose words the draft quotes from somebody elsewhere: a pull quote, a highlight at the head. It looks at words and at no
//! sentence around them.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::analysis::attribution::types::{Quotation, QuotationKind, QuotationStatus};
use crate::markup::Markup;

/// How many words two quotations begin with that are the same.
const FEWEST: usize = 6;

/// How much less sure a speaker is who is named elsewhere.
const ELSEWHERE: f32 = 0.95;

/// Gives each quotation that names nobody itself the speaker of another one with its words: one of the two is the other or begins it.
/// Where several people say them, all stays as it is. Linear in the words of those quotations.
pub fn lend(markup: &Markup, quotations: &mut [Arc<Quotation>]) {
    if !quotations.iter().any(|quotation| is_open(quotation)) {
        return;
    }
    let mut spoken: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (index, quotation) in quotations.iter().enumerate() {
        if matches!(
            quotation.status,
            QuotationStatus::Attributed | QuotationStatus::Anonymous
        ) && quotation.speaker.is_some()
            && quotation.kind != QuotationKind::Indirect
            && let Some(key) = beginning(markup.text_of(quotation.content))
        {
            spoken.entry(key).or_default().push(index);
        }
    }
    for index in 0..quotations.len() {
        let Some(open) = quotations.get(index).filter(|quotation| is_open(quotation)) else {
            continue;
        };
        let text = markup.text_of(open.content);
        let Some(alike) = beginning(text).and_then(|key| spoken.get(&key)) else {
            continue;
        };
        let same = alike
            .iter()
            .filter_map(|&other| quotations.get(other))
            .filter(|other| one_begins_other(text, markup.text_of(other.content)));
        let Some(found) = only_speaker(same).cloned() else {
            continue;
        };
        if let Some(open) = quotations.get_mut(index) {
            cov_mark::hit!(the_same_words_have_a_speaker_elsewhere);
            repeat(Arc::make_mut(open), &found);
        }
    }
}

/// Whether a quotation has no speaker of its own.
fn is_open(quotation: &Quotation) -> bool {
    quotation.kind == QuotationKind::Direct
        && matches!(
            quotation.status,
            QuotationStatus::Unattributed | QuotationStatus::Carried
        )
}

/// The first of several quotations, unless another one has another speaker.
fn only_speaker<'a>(mut quotations: impl Iterator<Item = &'a Arc<Quotation>>) -> Option<&'a Arc<Quotation>> {
    let name = |quotation: &Quotation| quotation.speaker.as_ref().map(|speaker| speaker.text.clone());
    let first = quotations.next()?;
    quotations.all(|other| name(other) == name(first)).then_some(first)
}

/// Gives a quotation the speaker of another one that has its words.
fn repeat(quotation: &mut Quotation, other: &Quotation) {
    quotation.speaker.clone_from(&other.speaker);
    quotation.cue.clone_from(&other.cue);
    quotation.source = other.source;
    quotation.status = match other.status {
        QuotationStatus::Anonymous => QuotationStatus::Anonymous,
        _ => QuotationStatus::Carried,
    };
    quotation.confidence = other.confidence * ELSEWHERE;
    quotation.contested = false;
    quotation.candidates.clear();
    "the draft has the same words elsewhere and says who speaks".clone_into(&mut quotation.because);
}

/// The words of a quotation in lowercase, without marks.
fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

/// The first words of a quotation; `None` for one that is too short to be told apart.
fn beginning(text: &str) -> Option<String> {
    let first: Vec<String> = words(text).take(FEWEST).collect();
    (first.len() == FEWEST).then(|| first.join(" "))
}

/// Whether all words of the shorter text are at the beginning of the longer one.
fn one_begins_other(one: &str, other: &str) -> bool {
    words(one).zip(words(other)).all(|(one, other)| one == other)
}
