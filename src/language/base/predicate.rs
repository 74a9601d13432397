//! The verb that makes a clause of a sentence, where the tagger left it without one: participles and nouns that can only be a past
//! tense. It changes no sentence that has a verb already.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::language::base::hashing::{Case, Form, bytes, word};
use crate::language::base::irregular_verbs::PastKind;
use crate::language::base::retag::{PAST, is_nominal, joint};
use crate::language::base::tagger;
use crate::language::{Tag, Upos};
use crate::text::calendar::{self, CalendarForm};
use crate::text::table;

/// How many words a sentence may have that is looked at as a whole.
const LONGEST: usize = 150;

/// "Guards arrested Ana Orbel.": in a sentence with a period and without a finite verb, a participle between a noun and what
/// can be its object is the verb. Headlines ("Orbel arrested Monday") have no period, and after a participle that is one a day may
/// stand ("filed this morning", "taken May 4"). Of two participles without an object ("the trial of a man accused of theft
/// opened in Velden.") the last is the verb.
pub(super) fn find_predicate(forms: &[Form], tagged: &mut [tagger::TagId]) {
    const STOP: u64 = word(".");
    let led_in = end_of_clause(forms, tagged);
    let is_predicate = |at: &usize| {
        let tag = tagged.get(*at).map_or(Tag::None, |id| joint(id).1);
        let is_inside = || follows_relative(tagged, *at) || *at < led_in;
        (tag.is_finite() || tag == Tag::BaseVerb) && !is_inside()
    };
    if tagged.len() > LONGEST || !forms.iter().rev().take(2).any(|form| form.word == STOP) {
        return;
    }
    let limit = match (0..tagged.len()).find(is_predicate) {
        // "A storm closed schools and grounded flights.": a verb is joined to another one.
        Some(verb) if verb > 0 && tagged.get(verb - 1).is_some_and(|id| joint(id).1 == Tag::Coordinator) => verb,
        Some(_) => return,
        None => tagged.len(),
    };
    let found = {
        let candidates = || (1..limit).filter(|at| may_be_past(forms, tagged, *at));
        let with_object = candidates().find(|at| has_object(forms, tagged, *at));
        let last = || {
            let mut bare = candidates().filter(|at| !is_by(forms, *at + 1));
            let first = bare.next()?;
            let last = bare.next_back().or(Some(first).filter(|at| is_only_verb(tagged, *at)));
            last.filter(|_| limit == tagged.len())
        };
        with_object.or_else(last)
    };
    if let Some(word) = found.and_then(|at| tagged.get_mut(at)) {
        *word = tagger::tag_of(Upos::Verb, Tag::PastTense);
    }
}

/// "In a statement Monday, the company apologized to customers.": whether the noun before a word comes after a comma that closes what
/// leads the sentence in.
fn begins_after_phrase(tagged: &[tagger::TagId], at: usize) -> bool {
    let tag = |at: usize| tagged.get(at).map_or(Tag::None, |id| joint(id).1);
    let is_of_noun =
        |at: usize| is_nominal(tag(at)) || matches!(tag(at), Tag::Determiner | Tag::Adjective | Tag::PossessivePronoun);
    let first = (0..at).rev().take_while(|at| is_of_noun(*at)).last();
    tag(0) == Tag::Preposition && first.is_some_and(|first| first > 0 && tag(first - 1) == Tag::Comma)
}

/// Whether a sentence can have no other verb than this one.
fn is_only_verb(tagged: &[tagger::TagId], at: usize) -> bool {
    let has_relative = |verb: usize| {
        tagged.get(verb).is_some_and(|id| joint(id).1.is_finite())
            && relative_before(tagged, verb).is_some_and(|who| who > 0)
    };
    begins_after_phrase(tagged, at) || (0..at).any(has_relative)
}

/// "which lost": the verb of a clause that describes a noun is not that of the sentence.
fn follows_relative(tagged: &[tagger::TagId], verb: usize) -> bool {
    relative_before(tagged, verb).is_some()
}

/// "Even as prices fell, stores raised wages.": where a clause at the head of a sentence ends, at the comma that closes it.
fn end_of_clause(forms: &[Form], tagged: &[tagger::TagId]) -> usize {
    static OPENERS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| {
        let words = table::lines(include_str!("openers.txt"));
        words.map(|word| Form::new(word).word).collect()
    });
    let opens = forms.iter().take(2).any(|form| OPENERS.contains(&form.word));
    let comma = tagged.iter().position(|id| joint(id).1 == Tag::Comma);
    comma.filter(|_| opens).unwrap_or(0)
}

/// How many words between "who" or "where" and its verb are looked at: the subject, adverbs, auxiliaries.
const IN_RELATIVE: usize = 5;

/// The word that opens the clause of a verb, if that describes the noun before it: "that" of "the clinic that Weil runs".
fn relative_before(tagged: &[tagger::TagId], verb: usize) -> Option<usize> {
    let at = |at: usize| tagged.get(at).map_or((Upos::X, Tag::None), joint);
    let is_between = |(upos, tag): (Upos, Tag)| {
        upos == Upos::Aux
            || is_nominal(tag)
            || matches!(
                tag,
                Tag::Adverb | Tag::Determiner | Tag::Adjective | Tag::PossessivePronoun
            )
    };
    let opener = (1..verb).rev().take(IN_RELATIVE).find(|word| !is_between(at(*word)))?;
    let follows_noun = is_nominal(at(opener - 1).1) || at(opener - 1).1 == Tag::Comma;
    (follows_noun && at(opener).1.is_wh()).then_some(opener)
}

/// "The woman whose son drowned in the canal sued.": a participle is the verb of a clause that has none.
pub(super) fn find_relative_verbs(tagged: &mut [tagger::TagId]) {
    for at in 2..tagged.len().min(LONGEST) {
        let tag = |at: usize| tagged.get(at).map_or((Upos::X, Tag::None), joint);
        if tag(at).1 != Tag::PastParticiple || tag(at).0 != Upos::Verb {
            continue;
        }
        let Some(opener) = relative_before(tagged, at) else {
            continue;
        };
        let has_auxiliary = (opener..at).any(|at| tag(at).0 == Upos::Aux);
        // "when asked" leaves its subject out.
        let is_subject = opener + 1 == at && tag(opener).1 != Tag::WhAdverb;
        let follows_subject = is_subject || is_nominal(tag(at - 1).1);
        if !has_auxiliary
            && follows_subject
            && let Some(word) = tagged.get_mut(at)
        {
            *word = tagger::tag_of(Upos::Verb, Tag::PastTense);
        }
    }
}

/// Whether a word after a noun may be its verb in the past: a participle, what looks like one ("closed" as an adjective), or a
/// past tense that is a noun elsewhere ("bit").
fn may_be_past(forms: &[Form], tagged: &[tagger::TagId], at: usize) -> bool {
    const ED: u64 = bytes(b"ed");
    let Some((form, id)) = forms.get(at).zip(tagged.get(at)) else {
        return false;
    };
    let before = |back: usize| {
        at.checked_sub(back)
            .and_then(|at| tagged.get(at))
            .map_or(Tag::None, |id| joint(id).1)
    };
    // "The bank, which lost millions last year, cut jobs.": the comma closes a clause.
    let closes = || {
        let tags = || tagged.iter().take(at).map(|id| joint(id).1);
        before(1) == Tag::Comma && tags().any(|tag| matches!(tag, Tag::WhDeterminer | Tag::WhPronoun))
    };
    let is_verb = |at: usize| tagged.get(at).is_some_and(|id| joint(id).0 == Upos::Verb);
    let is_after_relative = || before(1).is_finite() && is_verb(at - 1) && follows_relative(tagged, at - 1);
    let follows_noun = is_nominal(before(1)) || closes() || is_after_relative();
    let is_form = match joint(id).1 {
        Tag::PastParticiple => true,
        Tag::Adjective => form.suffixes.get(1) == Some(&ED),
        Tag::SingularNoun => PAST
            .get(&form.word)
            .is_some_and(|past| past.kind != PastKind::Participle),
        _ => false,
    };
    follows_noun && is_form && form.case == Case::Lower
}

/// Whether what follows a word can be its object: a name, a pronoun, an article, a number, or a bare noun with what describes it.
fn has_object(forms: &[Form], tagged: &[tagger::TagId], at: usize) -> bool {
    let tag = |at: usize| tagged.get(at).map_or(Tag::None, |id| joint(id).1);
    let Some(next) = forms.get(at + 1) else { return false };
    let begins_object = match tag(at + 1) {
        Tag::SingularName
        | Tag::PluralName
        | Tag::PersonalPronoun
        | Tag::PossessivePronoun
        | Tag::Determiner
        | Tag::PluralNoun => true,
        Tag::Number => tag(at + 2) == Tag::PluralNoun && !forms.get(at + 2).is_some_and(opens_day),
        Tag::Adjective | Tag::SingularNoun => {
            next.case == Case::Title || matches!(tag(at + 2), Tag::SingularNoun | Tag::PluralNoun)
        }
        _ => false,
    };
    begins_object && !opens_day(next)
}

fn is_by(forms: &[Form], at: usize) -> bool {
    const BY: u64 = word("by");
    forms.get(at).is_some_and(|form| form.word == BY)
}

/// Whether a day or a stretch of time may begin with this word: "Monday", "May (4)", "this (morning)", "(10) days (ago)".
fn opens_day(form: &Form) -> bool {
    static WORDS: LazyLock<FxHashSet<u64>> = LazyLock::new(|| {
        calendar::words()
            .filter(|word| word.form == CalendarForm::Full)
            .map(|word| word.word)
            .chain(table::lines(include_str!("opens_day.txt")))
            .map(|word| Form::new(word).word)
            .collect()
    });
    WORDS.contains(&form.word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::base::retag::find_past_forms;

    /// The tags of a sentence ("form/TAG") after all steps, joined.
    fn corrected(marked: &str) -> String {
        let pairs: Vec<(&str, &str)> = marked.split(' ').map(|pair| pair.rsplit_once('/').unwrap()).collect();
        let forms: Vec<Form> = pairs.iter().map(|(form, _)| Form::new(form)).collect();
        let id = |name: &str| {
            let tag = Tag::from_name(name).unwrap();
            let fits = |(upos, other): &(Upos, Tag)| *other == tag && (!tag.is_verb() || *upos == Upos::Verb);
            tagger::tags().iter().position(fits).unwrap() as u8
        };
        let mut tagged: Vec<u8> = pairs.iter().map(|(_, tag)| id(tag)).collect();
        find_past_forms(&forms, &mut tagged);
        find_relative_verbs(&mut tagged);
        find_predicate(&forms, &mut tagged);
        tagged.iter().map(|id| joint(id).1.name()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_past_tense_that_is_seldom_seen_is_a_verb() {
        assert_eq!(corrected("A/DT gale/NN tore/NN roofs/NNS off/IN"), "DT NN VBD NNS IN");
        assert_eq!(corrected("A/DT crew/NN dug/NN a/DT trench/NN"), "DT NN VBD DT NN");
        assert_eq!(corrected("the/DT rebuilt/JJ wall/NN"), "DT JJ NN");
        assert_eq!(corrected("a/DT bit/NN of/IN salt/NN"), "DT NN IN NN");
        assert_eq!(corrected("A/DT goat/NN bit/NN a/DT guard/NN ./."), "DT NN VBD DT NN .");
    }

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

    #[test]
    fn a_clause_that_describes_has_a_verb_of_its_own() {
        assert_eq!(
            corrected("The/DT widow/NN whose/WP$ son/NN drowned/VBN sued/VBD ./."),
            "DT NN WP$ NN VBD VBD ."
        );
        assert_eq!(
            corrected("The/DT inn/NN that/WDT Weil/NNP runs/VBZ closed/VBN in/IN May/NNP ./."),
            "DT NN WDT NNP VBZ VBD IN NNP ."
        );
    }

    #[test]
    fn of_two_participles_the_last_is_the_verb() {
        assert_eq!(
            corrected("The/DT trial/NN of/IN a/DT guard/NN accused/VBN of/IN theft/NN opened/VBN in/IN May/NNP ./."),
            "DT NN IN DT NN VBN IN NN VBD IN NNP ."
        );
        assert_eq!(
            corrected("A/DT storm/NN closed/JJ schools/NNS and/CC grounded/VBD flights/NNS ./."),
            "DT NN VBD NNS CC VBD NNS ."
        );
        assert_eq!(
            corrected("As/IN prices/NNS fell/VBD ,/, shops/NNS raised/VBN fees/NNS ./."),
            "IN NNS VBD , NNS VBD NNS ."
        );
        assert_eq!(
            corrected("In/IN a/DT letter/NN ,/, the/DT bank/NN apologized/VBN to/IN us/PRP ./."),
            "IN DT NN , DT NN VBD IN PRP ."
        );
    }
}
