//! Which quotations were added, removed or changed, and whose they are now. Only marked words are compared: where a reported
//! clause ends is not sure enough to say that it changed.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::analysis::QuotationKind;
use crate::analysis::register::key;
use crate::engine::compare::pairing::{Pairing, by_key, by_likeness, plain_words, shared_words};
use crate::engine::compare::types::{Difference, Noted, Topic};
use crate::engine::compare::version::ComparedVersion;
use crate::engine::sources::SourceKind;

/// How many of their words two quotations share if one is the other changed.
const ALIKE: f64 = 0.6;

/// How many of the words that are not small ones they share then: “we will open the school” is no other wording of “we will close
/// the harbor”.
const ALIKE_IN_SUBSTANCE: f64 = 0.4;

/// Words that any two sentences may share.
static SMALL: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| include_str!("../small_words.txt").lines().collect());

/// A quotation with whoever says it.
struct ComparedQuotation {
    noted: Noted,
    words: Vec<String>,
    speaker: ComparedSpeaker,
}

/// Who says it.
#[derive(PartialEq)]
enum ComparedSpeaker {
    Nobody,
    NotClear,
    /// By name, made comparable, or by the words of the draft.
    Somebody(String),
}

/// What differs in the quotations.
pub(super) fn differences(old: &ComparedVersion<'_>, new: &ComparedVersion<'_>) -> Vec<Difference> {
    let words = |quotation: &ComparedQuotation| Some(quotation.words.clone());
    let same_speaker =
        |one: &ComparedQuotation, other: &ComparedQuotation| f64::from(u8::from(one.speaker == other.speaker));
    let same = by_key(quotations(old), quotations(new), words, same_speaker);
    let Pairing {
        both: changed,
        old: removed,
        new: added,
    } = by_likeness(same.old, same.new, ALIKE, |one, other| {
        likeness(&one.words, &other.words)
    });
    let difference = |old: Option<ComparedQuotation>, new: Option<ComparedQuotation>| Difference {
        topic: Topic::Quotation,
        old: old.map(|quotation| quotation.noted),
        new: new.map(|quotation| quotation.noted),
    };
    let speakers = same.both.into_iter().filter_map(speaker_difference);
    let changed = changed.into_iter().map(|(old, new)| difference(Some(old), Some(new)));
    let removed = removed.into_iter().map(|old| difference(Some(old), None));
    let added = added.into_iter().map(|new| difference(None, Some(new)));
    changed.chain(removed).chain(added).chain(speakers).collect()
}

/// How many words two quotations share, from 0 to 1; 0 if what they share are small words. Linear in the words.
fn likeness(one: &[String], other: &[String]) -> f64 {
    let substance = |words: &[String]| -> Vec<String> {
        let weighty = words.iter().filter(|word| !SMALL.contains(word.as_str()));
        weighty.cloned().collect()
    };
    let (one_substance, other_substance) = (substance(one), substance(other));
    let has_any = !one_substance.is_empty() || !other_substance.is_empty();
    match has_any && shared_words(&one_substance, &other_substance) < ALIKE_IN_SUBSTANCE {
        true => 0.0,
        false => shared_words(one, other),
    }
}

/// The same words with another speaker. Where one version leaves open who it is, nothing is said.
fn speaker_difference((old, new): (ComparedQuotation, ComparedQuotation)) -> Option<Difference> {
    let is_open = [&old, &new].iter().any(|one| one.speaker == ComparedSpeaker::NotClear);
    if is_open || old.speaker == new.speaker || is_longer_name(&old.speaker, &new.speaker) {
        return None;
    }
    Some(Difference {
        topic: Topic::Speaker,
        old: Some(old.noted),
        new: Some(new.noted),
    })
}

/// "Weil" and "Rosa Weil": one has the words of the other, so that nobody else need be meant.
fn is_longer_name(old: &ComparedSpeaker, new: &ComparedSpeaker) -> bool {
    let (ComparedSpeaker::Somebody(old), ComparedSpeaker::Somebody(new)) = (old, new) else {
        return false;
    };
    let (old, new) = (format!(" {old} "), format!(" {new} "));
    old.contains(&new) || new.contains(&old)
}

fn quotations(version: &ComparedVersion<'_>) -> Vec<ComparedQuotation> {
    let sources = version.snapshot.sources();
    let mut quotations = Vec::new();
    for source in &sources.list {
        for quotation in &source.quotations {
            let Some(first) = quotation.parts.first() else { continue };
            if !matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed) {
                continue;
            }
            let parts: Vec<&str> = quotation.parts.iter().map(|part| part.text.as_str()).collect();
            let speaker = match source.kind {
                SourceKind::Unattributed => ComparedSpeaker::Nobody,
                SourceKind::Unclear => ComparedSpeaker::NotClear,
                SourceKind::Anonymous => {
                    let words = quotation.speaker.as_ref().map_or("", |speaker| speaker.text.as_str());
                    ComparedSpeaker::Somebody(key(words))
                }
                _ => ComparedSpeaker::Somebody(key(&source.name)),
            };
            let about = match source.kind {
                SourceKind::Anonymous => quotation.speaker.as_ref().map(|speaker| speaker.text.clone()),
                _ => Some(source.name.clone()),
            };
            let last = quotation.parts.last().unwrap_or(first);
            quotations.push(ComparedQuotation {
                words: parts.iter().flat_map(|part| plain_words(part)).collect(),
                noted: version.noted_at(first.span.join(last.span), parts.join(" … "), about.unwrap_or_default()),
                speaker,
            });
        }
    }
    quotations.sort_by_key(|quotation| quotation.noted.span.start);
    quotations
}
