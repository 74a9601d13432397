//! The model that every draft is read with. It is a value: the same words give the same annotation on every machine.

use std::sync::LazyLock;

use crate::language::base::hashing::{Capitals, Case, Form, capitals};
use crate::language::base::weights::{Weights, WeightsError};
use crate::language::base::{gazetteer, is_no_name, labels, lemma, morphology, names, parser, polish, tagger};
use crate::language::{Model, Name, NameKind, Relation, ShapeModel, Tag, Upos, Word};

static BYTES: &[u8] = include_bytes!("../weights/english.bin");
static EMBEDDED: LazyLock<Result<Embedded, WeightsError>> = LazyLock::new(|| Embedded::read(BYTES));

/// Tagger, parser, relations and names with their weights.
#[derive(Clone, Copy, Debug)]
pub struct Embedded {
    weights: Weights<'static>,
}

/// The embedded model; one that knows only shapes where the weights do not fit, see [`try_embedded`].
#[must_use]
pub fn embedded() -> &'static dyn Model {
    match try_embedded() {
        Ok(model) => model,
        Err(_) => &ShapeModel,
    }
}

/// The embedded model.
///
/// # Errors
///
/// The weights that were built in do not fit this program; a front end says so and does not start.
pub fn try_embedded() -> Result<&'static Embedded, WeightsError> {
    EMBEDDED.as_ref().map_err(|error| *error)
}

impl Embedded {
    /// Reads weights.
    ///
    /// # Errors
    ///
    /// The weights do not fit this program.
    pub fn read(bytes: &'static [u8]) -> Result<Self, WeightsError> {
        Weights::read(bytes).map(|weights| Self { weights })
    }

    /// The weights.
    #[must_use]
    pub fn weights(&self) -> &Weights<'static> {
        &self.weights
    }
}

impl Model for Embedded {
    fn annotate(&self, text: &str, words: &mut [Word]) -> Vec<Name> {
        let forms: Vec<Form> = words.iter().map(|word| Form::new(word.span.of(text))).collect();
        let mut tagged = tagger::tag(&self.weights.tagger, &self.weights.again, &forms);
        let mut classes = names::classify(&self.weights.names, &forms, &tagged);
        name_people(&forms, &classes, &mut tagged);
        if !self.weights.parser.is_empty() {
            find_predicate(&forms, &mut tagged);
        }
        for (word, &tag) in words.iter_mut().zip(&tagged) {
            let Some(&(upos, tag)) = tagger::tags().get(usize::from(tag)) else {
                continue;
            };
            let form = word.span.of(text);
            word.upos = upos;
            word.tag = tag;
            word.lemma = lemma::lemma(form, upos, tag);
            word.morph = morphology::of(form, upos, tag);
        }
        if !self.weights.parser.is_empty() {
            self.parse(&forms, &tagged, &classes, words);
        }
        mark_passives(text, words);
        let breaks: Vec<bool> = words
            .iter()
            .scan(words.first().map_or(0, |word| word.span.start), |end, word| {
                let gap = text.get(*end..word.span.start).unwrap_or("");
                *end = word.span.end;
                let is_dash = matches!(word.span.of(text), "-" | "–" | "—" | "--") && !gap.is_empty();
                Some(gap.contains('\n') || is_dash)
            })
            .collect();
        mark_peoples(words, &forms, &mut classes);
        mark_sites(text, words, &mut classes);
        polish::polish(&forms, &breaks, &mut classes)
    }
}

impl Embedded {
    fn parse(&self, forms: &[Form], tagged: &[tagger::TagId], kinds: &[u8], words: &mut [Word]) {
        let arcs = parser::parse(&self.weights.parser, forms, tagged, kinds);
        let heads: Vec<usize> = arcs.iter().map(|arc| arc.head).collect();
        let labels = labels::label(&self.weights.labels, forms, tagged, kinds, &heads);
        for (place, word) in words.iter_mut().enumerate() {
            let Some(arc) = arcs.get(place) else { continue };
            let is_root = arc.head == place;
            word.head = (!is_root).then_some(arc.head);
            word.certainty = parser::certainty(arc.margin);
            word.relation = if is_root {
                Relation::Root
            } else if word.upos == Upos::Punct {
                Relation::Punct
            } else {
                let label = labels.get(place).map_or(usize::MAX, |label| usize::from(*label));
                labels::relations().get(label).copied().unwrap_or(Relation::Dep)
            };
        }
    }
}

/// "Ines Dahl": a capitalised word that is read as the name of a person is no plural of a thing.
fn name_people(forms: &[Form], classes: &[u8], tagged: &mut [tagger::TagId]) {
    static TAGS: LazyLock<[tagger::TagId; 3]> = LazyLock::new(|| {
        let noun = |tag| tagger::tag_of(Upos::Noun, tag);
        [
            noun(Tag::SingularNoun),
            noun(Tag::PluralNoun),
            tagger::tag_of(Upos::Propn, Tag::SingularName),
        ]
    });
    let [noun, plural, name] = *TAGS;
    let people = [true, false].map(|begins| names::class(NameKind::Person, begins));
    for ((form, class), tag) in forms.iter().zip(classes).zip(tagged) {
        if people.contains(class) && form.case == Case::Title && [noun, plural].contains(tag) {
            *tag = name;
        }
    }
}

/// "Guards arrested Ana Orbel.": in a sentence with a full stop and without a finite verb, a participle between a noun and a
/// name, a pronoun or an article is the verb. Headlines ("Orbel arrested Monday") have no full stop, and behind a participle that
/// is one a day may stand ("filed this morning", "taken May 4").
fn find_predicate(forms: &[Form], tagged: &mut [tagger::TagId]) {
    static STOP: LazyLock<u64> = LazyLock::new(|| Form::new(".").word);
    let tag = |id: &tagger::TagId| tagger::tags().get(usize::from(*id)).map_or(Tag::None, |tag| tag.1);
    let ends = forms.iter().rev().take(2).any(|form| form.word == *STOP);
    let is_predicate = |id: &tagger::TagId| tag(id).is_finite() || tag(id) == Tag::BaseVerb;
    if !ends || tagged.iter().any(is_predicate) {
        return;
    }
    let found = tagged.windows(3).zip(forms.iter().skip(2)).position(|(three, form)| {
        let [before, word, behind] = three else { return false };
        tag(word) == Tag::PastParticiple
            && matches!(
                tag(before),
                Tag::SingularNoun | Tag::PluralNoun | Tag::SingularName | Tag::PluralName | Tag::PersonalPronoun
            )
            && matches!(
                tag(behind),
                Tag::SingularName | Tag::PersonalPronoun | Tag::PossessivePronoun | Tag::Determiner
            )
            && !opens_day(form)
    });
    if let Some(word) = found.and_then(|at| tagged.get_mut(at + 1)) {
        *word = tagger::tag_of(Upos::Verb, Tag::PastTense);
    }
}

/// Whether a day may begin with this word.
fn opens_day(form: &Form) -> bool {
    const DAYS: &str = "this that monday tuesday wednesday thursday friday saturday sunday \
        january february march april may june july august september october november december";
    static WORDS: LazyLock<Vec<u64>> = LazyLock::new(|| DAYS.split(' ').map(|word| Form::new(word).word).collect());
    WORDS.contains(&form.word)
}

/// "Velda.com": a site with a capital letter is an organisation.
fn mark_sites(text: &str, words: &[Word], classes: &mut [u8]) {
    for (word, class) in words.iter().zip(classes) {
        let form = word.span.of(text);
        let is_site = form.starts_with(char::is_uppercase)
            && form.len() < 32
            && [".com", ".org", ".net", ".ca", ".co.uk", ".tv"].iter().any(|domain| {
                form.strip_suffix(domain)
                    .is_some_and(|name| name.chars().all(char::is_alphanumeric))
            });
        if is_site && *class == names::OUTSIDE {
            *class = names::class(NameKind::Organization, true);
        }
    }
}

/// "The Mountaineers won": a capitalised plural behind "the" that no list knows is a team or a band.
fn mark_peoples(words: &[Word], forms: &[Form], classes: &mut [u8]) {
    static THE: LazyLock<u64> = LazyLock::new(|| Form::new("the").word);
    if capitals(forms) != Capitals::Running {
        return;
    }
    let is_capital = |at: usize| {
        forms
            .get(at)
            .is_some_and(|form| !matches!(form.case, Case::Lower | Case::Mark | Case::Figure))
    };
    for at in 1..forms.len() {
        let fits = words
            .get(at)
            .is_some_and(|word| word.upos == Upos::Propn && word.tag == Tag::PluralName)
            && forms.get(at - 1).is_some_and(|form| form.word == *THE)
            && forms.get(at).is_some_and(|form| {
                form.case == Case::Title && !is_no_name(form) && gazetteer::look_up(&[*form]) == [0]
            })
            && !is_capital(at + 1);
        if let Some(class) = classes.get_mut(at).filter(|class| fits && **class == names::OUTSIDE) {
            *class = names::class(NameKind::Organization, true);
        }
    }
}

/// Marks the participles that a form of "be" or "get" makes passive, and those that stand alone behind a noun.
fn mark_passives(text: &str, words: &mut [Word]) {
    for at in 0..words.len() {
        let Some((before, rest)) = words.split_at_mut_checked(at) else {
            continue;
        };
        let Some(word) = rest
            .first_mut()
            .filter(|word| word.tag == Tag::PastParticiple && word.upos == Upos::Verb)
        else {
            continue;
        };
        let auxiliary = before.iter().rev().map(|word| (word.span.of(text), word.upos));
        word.morph.passive = word.relation == Relation::Acl || morphology::follows_be_or_get(auxiliary);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a participle behind the first word becomes.
    fn predicate(text: &str, before: Tag, behind: Tag) -> Tag {
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
        tagged[2] = if behind == Tag::Determiner {
            tag(Upos::Det, behind)
        } else {
            tag(noun(behind), behind)
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
