//! Tags that the sentence as a whole corrects, after the tagger went from word to word. It tags no word anew without a
//! reason that is written here.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::base::hashing::{Case, Form, word};
use crate::language::base::tagger;
use crate::language::{NameKind, Tag, Upos, names};
use crate::text::calendar::{self, CalendarForm};

/// "Ines Dahl": a capitalized word that is read as the name of a person is not a plural of a thing.
pub(super) fn name_people(forms: &[Form], classes: &[u8], tagged: &mut [tagger::TagId]) {
    let singular = tagger::tag_of(Upos::Noun, Tag::SingularNoun);
    let plural = tagger::tag_of(Upos::Noun, Tag::PluralNoun);
    let name = tagger::tag_of(Upos::Propn, Tag::SingularName);
    let people = [true, false].map(|begins| names::class(NameKind::Person, begins));
    for ((form, class), tag) in forms.iter().zip(classes).zip(tagged) {
        if people.contains(class) && form.case == Case::Title && [singular, plural].contains(tag) {
            *tag = name;
        }
    }
}

/// "Guards arrested Ana Orbel.": in a sentence with a period and without a finite verb, a participle between a noun and a
/// name, a pronoun or an article is the verb. Headlines ("Orbel arrested Monday") have no period, and after a participle that
/// is one a day may stand ("filed this morning", "taken May 4").
pub(super) fn find_predicate(forms: &[Form], tagged: &mut [tagger::TagId]) {
    const STOP: u64 = word(".");
    let tag = |id: &tagger::TagId| tagger::tags().get(usize::from(*id)).map_or(Tag::None, |tag| tag.1);
    let ends = forms.iter().rev().take(2).any(|form| form.word == STOP);
    let is_predicate = |id: &tagger::TagId| tag(id).is_finite() || tag(id) == Tag::BaseVerb;
    if !ends || tagged.iter().any(is_predicate) {
        return;
    }
    let found = tagged.windows(3).zip(forms.iter().skip(2)).position(|(three, form)| {
        let [before, word, after] = three else { return false };
        tag(word) == Tag::PastParticiple
            && matches!(
                tag(before),
                Tag::SingularNoun | Tag::PluralNoun | Tag::SingularName | Tag::PluralName | Tag::PersonalPronoun
            )
            && matches!(
                tag(after),
                Tag::SingularName | Tag::PersonalPronoun | Tag::PossessivePronoun | Tag::Determiner
            )
            && !opens_day(form)
    });
    if let Some(word) = found.and_then(|at| tagged.get_mut(at + 1)) {
        *word = tagger::tag_of(Upos::Verb, Tag::PastTense);
    }
}

/// Whether a day may begin with this word: "Monday", "May (4)", "this (morning)".
fn opens_day(form: &Form) -> bool {
    static WORDS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| {
        calendar::words()
            .filter(|word| word.form == CalendarForm::Full)
            .map(|word| word.word)
            .chain(["this", "that"])
            .map(|word| Form::new(word).word)
            .collect()
    });
    WORDS.contains(&form.word)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a participle after the first word becomes.
    fn predicate(text: &str, before: Tag, after: Tag) -> Tag {
        let forms: Vec<Form> = text.split(' ').map(Form::new).collect();
        let tag = |upos, tag| tagger::tag_of(upos, tag);
        let mut tagged = vec![tag(Upos::Punct, Tag::SentenceEnd); forms.len()];
        let noun = |tag| {
            if tag == Tag::SingularName {
                Upos::Propn
            } else {
                Upos::Noun
            }
        };
        tagged[0] = tag(noun(before), before);
        tagged[1] = tag(Upos::Verb, Tag::PastParticiple);
        tagged[2] = if after == Tag::Determiner {
            tag(Upos::Det, after)
        } else {
            tag(noun(after), after)
        };
        find_predicate(&forms, &mut tagged);
        tagger::tags()[usize::from(tagged[1])].1
    }

    #[test]
    fn a_sentence_without_a_finite_verb_finds_one() {
        assert_eq!(
            predicate("Guards arrested Holub .", Tag::PluralNoun, Tag::SingularName),
            Tag::PastTense
        );
        assert_eq!(
            predicate("Guards arrested the treasurer .", Tag::PluralNoun, Tag::Determiner),
            Tag::PastTense
        );
        assert_eq!(
            predicate("Guards arrested Holub", Tag::PluralNoun, Tag::SingularName),
            Tag::PastParticiple
        );
        assert_eq!(
            predicate("Picture taken November 11 .", Tag::SingularNoun, Tag::SingularName),
            Tag::PastParticiple
        );
        assert_eq!(
            predicate("Papers filed this morning .", Tag::PluralNoun, Tag::Determiner),
            Tag::PastParticiple
        );
    }
}
