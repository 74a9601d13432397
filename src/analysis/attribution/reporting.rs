//! Verbs that report what somebody says, whether or not anything was found that they report. For whoever must not overlook a
//! source; it does not ask who speaks.

use crate::analysis::attribution::lexicon::cue;
use crate::language::{Language, Upos};
use crate::text::Span;

/// The words of a block that report what is said, written or asked in a clause without marks ("said"), or lead to a source
/// ("according"), in order. Verbs that report only next to a quotation ("opened") are left out. Linear.
pub fn reporting_words(language: &Language) -> impl Iterator<Item = Span> + '_ {
    let reports = |lemma: &str| cue(lemma).is_some_and(|class| class.that && (class.speaks() || class.document));
    let words = language.words.iter().filter(move |word| match word.upos {
        Upos::Verb => reports(&word.lemma) || word.lemma == "accord",
        _ => word.lemma.eq_ignore_ascii_case("according"),
    });
    words.map(|word| word.span)
}
