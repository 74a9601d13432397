//! The irregular verbs of English, each with its forms. It looks at no other word.

use crate::text::table::rows;

/// A past tense or a past participle that ends in no "-ed" of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IrregularForm {
    /// The form: "froze".
    pub form: &'static str,
    /// Its base form: "freeze".
    pub base: &'static str,
    /// What it is.
    pub kind: PastKind,
    /// Whether it is often a word of another kind, or of another verb: "bit", "found".
    pub is_ambiguous: bool,
}

/// What a form of the past is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PastKind {
    /// "froze"
    Tense,
    /// "frozen"
    Participle,
    /// "dug": both.
    Either,
}

/// All forms of the table, those of a verb together.
pub fn forms() -> impl Iterator<Item = IrregularForm> {
    rows(include_str!("irregular_verbs.tsv")).flat_map(|[base, tense, participle, ambiguous]| {
        let is_in = |forms: &'static str, form: &str| forms.split(' ').any(|other| other == form);
        let tenses = tense.split(' ').map(move |form| {
            let is_both = is_in(participle, form);
            (form, if is_both { PastKind::Either } else { PastKind::Tense })
        });
        let participles = participle.split(' ').filter(move |form| !is_in(tense, form));
        tenses
            .chain(participles.map(|form| (form, PastKind::Participle)))
            .map(move |(form, kind)| IrregularForm {
                form,
                base,
                kind,
                is_ambiguous: is_in(ambiguous, form),
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_gives_its_forms() {
        let of = |base: &str| -> Vec<_> {
            forms()
                .filter(|form| form.base == base)
                .map(|form| (form.form, form.kind, form.is_ambiguous))
                .collect()
        };
        assert_eq!(
            of("freeze"),
            [
                ("froze", PastKind::Tense, false),
                ("frozen", PastKind::Participle, false)
            ]
        );
        assert_eq!(of("dig"), [("dug", PastKind::Either, false)]);
        assert_eq!(
            of("bite"),
            [("bit", PastKind::Tense, true), ("bitten", PastKind::Participle, false)]
        );
        assert_eq!(of("cut"), [("cut", PastKind::Either, true)]);
    }
}
