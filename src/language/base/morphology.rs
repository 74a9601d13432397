//! Number, person, tense, gender and voice, from tags and closed word lists. It guesses nothing that no word marks.

use crate::language::base::lemma::lower;
use crate::language::{Gender, Morph, Number, Person, Tag, Tense, Upos};

/// Words whose end or form names a woman or a man.
const FEMININE: [&str; 34] = [
    "she",
    "her",
    "hers",
    "herself",
    "mrs.",
    "ms.",
    "miss",
    "mrs",
    "ms",
    "madam",
    "lady",
    "woman",
    "girl",
    "mother",
    "wife",
    "daughter",
    "sister",
    "queen",
    "princess",
    "duchess",
    "baroness",
    "actress",
    "waitress",
    "nun",
    "widow",
    "aunt",
    "niece",
    "grandmother",
    "hostess",
    "heroine",
    "mum",
    "mom",
    "mme.",
    "dame",
];
const MASCULINE: [&str; 32] = [
    "he",
    "him",
    "his",
    "himself",
    "mr.",
    "mr",
    "sir",
    "lord",
    "man",
    "boy",
    "father",
    "husband",
    "son",
    "brother",
    "king",
    "prince",
    "duke",
    "baron",
    "actor",
    "waiter",
    "monk",
    "widower",
    "uncle",
    "nephew",
    "grandfather",
    "hero",
    "dad",
    "pope",
    "imam",
    "messrs.",
    "gentleman",
    "guy",
];
const NEUTER: [&str; 4] = ["it", "its", "itself", "'t"];

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

fn pronoun(lower: &str) -> (Option<Person>, Option<Number>) {
    let (person, number) = match lower {
        "i" | "me" | "my" | "mine" | "myself" => (Person::First, Some(Number::Singular)),
        "we" | "us" | "our" | "ours" | "ourselves" | "'s" => (Person::First, Some(Number::Plural)),
        "you" | "your" | "yours" | "yourself" => (Person::Second, None),
        "yourselves" => (Person::Second, Some(Number::Plural)),
        "he" | "him" | "his" | "himself" | "she" | "her" | "hers" | "herself" | "it" | "its" | "itself" => {
            (Person::Third, Some(Number::Singular))
        }
        "they" | "them" | "their" | "theirs" | "themselves" => (Person::Third, Some(Number::Plural)),
        "this" | "that" => return (None, Some(Number::Singular)),
        "these" | "those" => return (None, Some(Number::Plural)),
        _ => return (None, None),
    };
    (Some(person), number)
}

fn gender(lower: &str) -> Option<Gender> {
    if FEMININE.contains(&lower) || lower.ends_with("woman") || lower.ends_with("women") {
        Some(Gender::Feminine)
    } else if MASCULINE.contains(&lower)
        || ["sman", "rman", "eman", "iceman", "lman", "gunman", "kman", "dman"]
            .iter()
            .any(|end| lower.ends_with(end))
            && lower.len() > 5
    {
        Some(Gender::Masculine)
    } else if NEUTER.contains(&lower) {
        Some(Gender::Neuter)
    } else {
        None
    }
}

/// Whether a form of "be" or "get" that makes a participle passive stands before it: `before` are the (lower-case form,
/// tag) pairs from the participle to the left.
#[must_use]
pub fn follows_be_or_get<'a>(before: impl Iterator<Item = (&'a str, Upos)>) -> bool {
    for (form, upos) in before.take(6) {
        match upos {
            Upos::Adv | Upos::Part | Upos::Punct => {}
            Upos::Aux | Upos::Verb => {
                let lower = lower(form);
                return matches!(
                    lower.as_str(),
                    "be" | "is"
                        | "are"
                        | "was"
                        | "were"
                        | "been"
                        | "being"
                        | "am"
                        | "'s"
                        | "'re"
                        | "'m"
                        | "get"
                        | "got"
                        | "gets"
                        | "getting"
                );
            }
            _ => return false,
        }
    }
    false
}
