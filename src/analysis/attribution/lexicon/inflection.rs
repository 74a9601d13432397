//! The inflected forms of the verbs that take a quotation, for words that a tagger read as something else: "writes" as a noun,
//! "Added" as a name. It asks nothing of the sentence, so a form here is a verb only where its place says so.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use smol_str::StrExt as _;

use crate::analysis::attribution::lexicon::cues::speaking_verbs;
use crate::text::table;

/// Irregular forms: form, base form.
const IRREGULAR: &str = include_str!("data/irregular_cues.tsv");

/// A form of a verb that takes a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SpeakingForm {
    /// Its base form.
    pub lemma: &'static str,
    /// Which form it is.
    pub kind: FormKind,
}

/// Which form of a verb a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormKind {
    /// "write"
    Base,
    /// "writes", "wrote"
    Finite,
    /// "writing"
    Gerund,
}

static FORMS: LazyLock<FxHashMap<String, SpeakingForm>> = LazyLock::new(|| {
    let mut forms = FxHashMap::default();
    for [form, lemma] in table::rows(IRREGULAR) {
        forms.insert(
            form.to_owned(),
            SpeakingForm {
                lemma,
                kind: FormKind::Finite,
            },
        );
    }
    for lemma in speaking_verbs() {
        for (form, kind) in regular_forms(lemma) {
            forms.entry(form).or_insert(SpeakingForm { lemma, kind });
        }
    }
    forms
});

/// The verb that takes a quotation and of which a word is a form, whatever its case.
#[must_use]
pub fn speaking_form(word: &str) -> Option<SpeakingForm> {
    let known = FORMS.get(word);
    // Most words are in lowercase, and there is nothing else to look for.
    let other = || FORMS.get(word.to_lowercase_smolstr().as_str());
    let is_capitalized = word.starts_with(char::is_uppercase);
    known.or_else(|| is_capitalized.then(other).flatten()).copied()
}

/// The forms of a regular verb, the final consonant single and doubled, since the tables do not say which doubles it.
fn regular_forms(lemma: &str) -> Vec<(String, FormKind)> {
    let stem = lemma.strip_suffix('e').unwrap_or(lemma);
    let mut forms = vec![
        (lemma.to_owned(), FormKind::Base),
        (format!("{stem}ing"), FormKind::Gerund),
        (format!("{stem}ed"), FormKind::Finite),
        (format!("{lemma}s"), FormKind::Finite),
    ];
    if let Some(stem) = lemma.strip_suffix('y') {
        forms.extend([
            (format!("{stem}ied"), FormKind::Finite),
            (format!("{stem}ies"), FormKind::Finite),
        ]);
    }
    if lemma.ends_with(['s', 'h', 'x', 'z']) {
        forms.push((format!("{lemma}es"), FormKind::Finite));
    }
    if let Some(last) = lemma.chars().next_back().filter(|last| "bdgmnprt".contains(*last)) {
        forms.extend([
            (format!("{lemma}{last}ed"), FormKind::Finite),
            (format!("{lemma}{last}ing"), FormKind::Gerund),
        ]);
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_is_read() {
        assert_eq!(table::malformed::<2>(IRREGULAR).next(), None);
        assert!(table::rows(IRREGULAR).all(|[_, lemma]| speaking_verbs().any(|verb| verb == lemma)));
    }

    #[test]
    fn a_form_names_its_verb() {
        let of = |word| speaking_form(word).map(|form| (form.lemma, form.kind));
        assert_eq!(of("Added"), Some(("add", FormKind::Finite)));
        assert_eq!(of("wrote"), Some(("write", FormKind::Finite)));
        assert_eq!(of("quipped"), Some(("quip", FormKind::Finite)));
        assert_eq!(of("replies"), Some(("reply", FormKind::Finite)));
        assert_eq!(of("tweeting"), Some(("tweet", FormKind::Gerund)));
        assert_eq!(of("write"), Some(("write", FormKind::Base)));
        assert_eq!(of("walked"), None);
    }
}
