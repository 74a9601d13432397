//! Number, person, tense, gender and voice, from tags and closed word lists. It guesses nothing that no word marks.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::language::base::lemma::lower;
use crate::language::{Gender, Morph, Number, Person, Relation, Tag, Tense, Upos, Word};
use crate::text::table::{WordList, rows};

/// Forms of *be* and *get*.
static PASSIVE_AUXILIARIES: WordList = WordList::new(include_str!("passive_auxiliaries.txt"));

/// Words whose end or form names a woman, a man or a thing.
static GENDERS: LazyLock<FxHashMap<&'static str, Gender>> = LazyLock::new(|| {
    rows(include_str!("genders.tsv"))
        .filter_map(|[word, gender]| {
            let gender = match gender {
                "feminine" => Gender::Feminine,
                "masculine" => Gender::Masculine,
                "neuter" => Gender::Neuter,
                _ => return None,
            };
            Some((word, gender))
        })
        .collect()
});

/// Ends of words for men: "spokesman", "fisherman".
const MASCULINE_ENDS: [&str; 8] = ["sman", "rman", "eman", "iceman", "lman", "gunman", "kman", "dman"];

/// What tag and form say. Whether a participle is passive depends on its auxiliary: see [`follows_be_or_get`].
#[must_use]
pub fn of(form: &str, upos: Upos, tag: Tag) -> Morph {
    let mut morph = Morph::default();
    match tag {
        Tag::SingularNoun | Tag::SingularName => morph.number = Some(Number::Singular),
        Tag::PluralNoun | Tag::PluralName => morph.number = Some(Number::Plural),
        Tag::ThirdPerson => {
            morph.number = Some(Number::Singular);
            morph.person = Some(Person::Third);
            morph.tense = Some(Tense::Present);
        }
        Tag::PresentTense => morph.tense = Some(Tense::Present),
        Tag::PastTense => morph.tense = Some(Tense::Past),
        _ => {}
    }
    if !matches!(
        upos,
        Upos::Pron | Upos::Det | Upos::Noun | Upos::Propn | Upos::Aux | Upos::Verb
    ) {
        return morph;
    }
    let lower = lower(form);
    let lower = lower.as_str();
    match upos {
        Upos::Pron | Upos::Det => {
            (morph.person, morph.number) = pronoun(lower);
            morph.gender = gender(lower);
        }
        Upos::Noun | Upos::Propn => morph.gender = gender(lower).filter(|gender| *gender != Gender::Neuter),
        _ => match lower {
            "was" => morph.number = Some(Number::Singular),
            "am" | "'m" => {
                morph.number = Some(Number::Singular);
                morph.person = Some(Person::First);
            }
            _ => {}
        },
    }
    morph
}

/// The person and the number of a pronoun.
type PronounForm = (Option<Person>, Option<Number>);

/// Pronouns with what their form tells.
static PRONOUNS: LazyLock<FxHashMap<&'static str, PronounForm>> = LazyLock::new(|| {
    let read = |[form, person, number]: [&'static str; 3]| {
        let person = match person {
            "first" => Some(Person::First),
            "second" => Some(Person::Second),
            "third" => Some(Person::Third),
            _ => None,
        };
        let number = match number {
            "singular" => Some(Number::Singular),
            "plural" => Some(Number::Plural),
            _ => None,
        };
        (form, (person, number))
    };
    rows(include_str!("pronouns.tsv")).map(read).collect()
});

fn pronoun(lower: &str) -> (Option<Person>, Option<Number>) {
    PRONOUNS.get(lower).copied().unwrap_or_default()
}

fn gender(lower: &str) -> Option<Gender> {
    let by_end = || {
        if lower.ends_with("woman") || lower.ends_with("women") {
            Some(Gender::Feminine)
        } else if lower.len() > 5 && MASCULINE_ENDS.iter().any(|end| lower.ends_with(end)) {
            Some(Gender::Masculine)
        } else {
            None
        }
    };
    GENDERS.get(lower).copied().or_else(by_end)
}

/// How many words before a participle its auxiliary is looked for.
const REACH: usize = 6;

/// Whether a form of "be" or "get" that makes a participle passive comes before it: `before` are the (lowercase form,
/// tag) pairs from the participle to the left.
#[must_use]
pub fn follows_be_or_get<'a>(before: impl Iterator<Item = (&'a str, Upos)>) -> bool {
    for (form, upos) in before.take(REACH) {
        match upos {
            Upos::Adv | Upos::Part | Upos::Punct => {}
            Upos::Aux | Upos::Verb => {
                let lower = lower(form);
                return PASSIVE_AUXILIARIES.has(&lower);
            }
            _ => return false,
        }
    }
    false
}
/// Marks the participles that a form of "be" or "get" makes passive, and those that alone describe a noun: "taken by".
pub fn mark_passives(text: &str, words: &mut [Word]) {
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
        word.morph.passive = word.relation == Relation::Acl || follows_be_or_get(auxiliary);
    }
}
