//! Tags that the sentence as a whole corrects, after the tagger went from word to word. It tags no word anew without a
//! reason that is written here.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::language::base::hashing::{Capitals, Case, Form, capitals};
use crate::language::base::irregular_verbs::{self, IrregularForm, PastKind};
use crate::language::base::tagger;
use crate::language::{NameKind, Tag, Upos, names};
use crate::text::table::WordList;

/// "Ned Dahl": in running text a given name that looks like a past tense is a name before a last name.
pub(super) fn name_given(forms: &[Form], tagged: &mut [tagger::TagId]) {
    let name = tagger::tag_of(Upos::Propn, Tag::SingularName);
    let is_title = |at: usize| forms.get(at).is_some_and(|form| form.case == Case::Title);
    for at in 0..tagged.len() {
        let is_verb = tagged.get(at).is_some_and(|id| joint(id).0 == Upos::Verb);
        let is_before_name = is_title(at + 1) && tagged.get(at + 1) == Some(&name);
        let is_given = || {
            let form = forms.get(at).copied().unwrap_or_default();
            names::lists::of_word(&form) == names::lists::Lists::GIVEN && capitals(forms) == Capitals::Running
        };
        if is_verb
            && is_title(at)
            && is_before_name
            && is_given()
            && let Some(tag) = tagged.get_mut(at)
        {
            *tag = name;
        }
    }
}

/// "Ines Dahl", "Ned Dahl": a capitalized word that is read as the name of a person is not a plural of a thing, and with another one of
/// the same person it is no verb either.
pub(super) fn name_people(forms: &[Form], classes: &[u8], tagged: &mut [tagger::TagId]) {
    let singular = tagger::tag_of(Upos::Noun, Tag::SingularNoun);
    let plural = tagger::tag_of(Upos::Noun, Tag::PluralNoun);
    let name = tagger::tag_of(Upos::Propn, Tag::SingularName);
    let [begins, goes_on] = [true, false].map(|begins| names::class(NameKind::Person, begins));
    for (at, ((form, class), tag)) in forms.iter().zip(classes).zip(tagged).enumerate() {
        let has_more = *class == goes_on || *class == begins && classes.get(at + 1) == Some(&goes_on);
        let is_verb = joint(tag).0 == Upos::Verb && has_more;
        if [begins, goes_on].contains(class)
            && form.case == Case::Title
            && (is_verb || [singular, plural].contains(tag))
        {
            *tag = name;
        }
    }
}

/// A past tense or participle by its [`Form::word`].
pub(super) static PAST: LazyLock<FxHashMap<u64, IrregularForm>> = LazyLock::new(|| {
    irregular_verbs::forms()
        .map(|form| (Form::new(form.form).word, form))
        .collect()
});

/// "A judge froze the accounts": taggers take a past tense that they have not seen for a noun or a preposition.
pub(super) fn find_past_forms(forms: &[Form], tagged: &mut [tagger::TagId]) {
    for at in 0..tagged.len() {
        let known = forms.get(at).filter(|form| form.case == Case::Lower);
        let Some(past) = known.and_then(|form| PAST.get(&form.word)) else {
            continue;
        };
        let read = tagged.get(at).map_or((Upos::X, Tag::None), joint);
        if past.is_ambiguous && !is_read_as_base(tagged, at, past) {
            continue;
        }
        let is_settled = matches!(read.1, Tag::PastTense | Tag::PastParticiple)
            || read.0 == Upos::Aux
            || past.form == past.base && read.0 == Upos::Verb;
        let tag = match past.kind {
            _ if is_settled => None,
            PastKind::Tense => Some(Tag::PastTense),
            PastKind::Either => after_subject(tagged, at),
            PastKind::Participle => None,
        };
        if let (Some(tag), Some(word)) = (tag, tagged.get_mut(at)) {
            *word = tagger::tag_of(Upos::Verb, tag);
        }
    }
}

/// "A dog bit a guard": a past tense that the tagger took for a base form, after a noun. What is a base form of another verb stays.
fn is_read_as_base(tagged: &[tagger::TagId], at: usize, past: &IrregularForm) -> bool {
    static OTHER_VERBS: WordList = WordList::new(include_str!("base_forms_like_pasts.txt"));
    let tag = |at: Option<usize>| at.and_then(|at| tagged.get(at)).map_or(Tag::None, |id| joint(id).1);
    matches!(tag(Some(at)), Tag::BaseVerb | Tag::PresentTense)
        && past.form != past.base
        && !OTHER_VERBS.has(past.form)
        && (is_nominal(tag(at.checked_sub(1)))
            || matches!(tag(at.checked_sub(1)), Tag::Adverb | Tag::WhDeterminer | Tag::WhPronoun))
}

/// How many words before and after a form another verb is looked for.
const NEAR: usize = 40;

/// "A crew dug a trench", "a trench dug by a crew", "had lent": what a form is that can be past tense and participle.
fn after_subject(tagged: &[tagger::TagId], at: usize) -> Option<Tag> {
    let before = (0..at).rev().filter_map(|at| tagged.get(at)).map(joint);
    let (upos, tag) = before.clone().find(|before| before.1 != Tag::Adverb)?;
    if upos == Upos::Aux {
        return Some(Tag::PastParticiple);
    }
    if !is_nominal(tag) && !matches!(tag, Tag::WhDeterminer | Tag::WhPronoun) {
        return None;
    }
    // "Rao dealt with Lund, and Weil left": the verb after a comma is that of another clause.
    let ends = |id: &&tagger::TagId| matches!(joint(id).1, Tag::Comma | Tag::Coordinator | Tag::SentenceEnd);
    let after = tagged.iter().skip(at + 1).take(NEAR).take_while(|id| !ends(id));
    let has_predicate = before
        .take(NEAR)
        .chain(after.map(joint))
        .any(|(_, tag)| tag.is_finite());
    let goes_on = tagged.get(at + 1).map_or(Tag::None, |id| joint(id).1);
    let has_object = !matches!(goes_on, Tag::Preposition | Tag::Adverb | Tag::Comma | Tag::SentenceEnd);
    Some(if has_predicate && !has_object {
        Tag::PastParticiple
    } else {
        Tag::PastTense
    })
}

pub(super) fn joint(id: &tagger::TagId) -> (Upos, Tag) {
    tagger::tags()
        .get(usize::from(*id))
        .copied()
        .unwrap_or((Upos::X, Tag::None))
}

pub(super) fn is_nominal(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::SingularNoun | Tag::PluralNoun | Tag::SingularName | Tag::PluralName | Tag::PersonalPronoun
    )
}
