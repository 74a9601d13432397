//! Cue words as data: which words report words, thoughts or descriptions, and in what form. It decides nothing about a sentence.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::text::table;

/// What a cue verb can do; a verb can do several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CueClass {
    /// Reports speech and takes a quotation on either side ("say", "tell").
    pub say: bool,
    /// Reports writing ("write", "tweet").
    pub write: bool,
    /// Asks.
    pub ask: bool,
    /// Reports a thought or a stance ("think", "hope").
    pub think: bool,
    /// Takes a description as its second object ("call", "describe").
    pub describe: bool,
    /// Has documents for subjects ("show", "read").
    pub document: bool,
    /// Takes a bare clause as indirect speech.
    pub that: bool,
}

impl CueClass {
    /// What a phrase or a mark does: it reports speech as "say" does, but takes no clause without *that*.
    pub const SAYS: CueClass = CueClass {
        say: true,
        write: false,
        ask: false,
        think: false,
        describe: false,
        document: false,
        that: false,
    };

    /// Whether a whole quotation may be next to the verb as its object.
    #[must_use]
    pub fn speaks(self) -> bool {
        self.say || self.write || self.ask
    }
}

/// A form in which a cue takes what it reports without marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Complement {
    /// A clause with *that*.
    That,
    /// A clause without *that*.
    Zero,
    /// A clause with *whether*, *how*, *why* and the like.
    Wh,
    /// An infinitive: vowed to go.
    To,
    /// A noun phrase with an infinitive: urged the council to go.
    ObjectTo,
    /// A gerund: suggested going.
    Gerund,
    /// A noun phrase: denied the claim.
    Object,
    /// A noun phrase with what it is taken for: saw the claim as a threat.
    ObjectAs,
    /// *to* with a noun phrase: referred to the claim.
    ToObject,
    /// A preposition or particle with a noun phrase: called for a vote.
    Preposition,
    /// An infinitive after a passive: is expected to go.
    PassiveTo,
    /// A clause after a passive: it is believed that.
    PassiveThat,
}

impl Complement {
    /// The form with this name in the tables, where it has one.
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "that" => Complement::That,
            "zero" => Complement::Zero,
            "wh" => Complement::Wh,
            "to" => Complement::To,
            "obj-to" => Complement::ObjectTo,
            "ing" => Complement::Gerund,
            "obj" => Complement::Object,
            "obj-as" => Complement::ObjectAs,
            "to-obj" => Complement::ToObject,
            "passive-to" => Complement::PassiveTo,
            "passive-that" => Complement::PassiveThat,
            _ => return None,
        })
    }

    /// Whether it is a clause with a verb of its own that is finite.
    #[must_use]
    pub fn is_clause(self) -> bool {
        matches!(
            self,
            Complement::That | Complement::Zero | Complement::Wh | Complement::PassiveThat
        )
    }
}

/// The prepositions and particles that a cue can take, as the tables write them.
const PREPOSITIONS: [&str; 10] = ["about", "of", "for", "on", "with", "in", "at", "against", "out", "over"];

/// The complements that a cue takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Complements {
    /// A bit for each form.
    forms: u16,
    /// A bit for each preposition.
    prepositions: u16,
    /// Whether a listener may be between the cue and its clause.
    pub listener: bool,
}

impl Complements {
    /// Whether the cue takes this form.
    #[must_use]
    pub fn takes(self, form: Complement) -> bool {
        self.forms >> form as u16 & 1 == 1
    }

    /// Whether the cue takes a noun phrase after this preposition or particle.
    #[must_use]
    pub fn takes_preposition(self, word: &str) -> bool {
        let mut known = PREPOSITIONS.iter().enumerate();
        known.any(|(at, preposition)| self.prepositions >> at & 1 == 1 && preposition.eq_ignore_ascii_case(word))
    }

    /// Whether the cue takes nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.forms == 0
    }

    /// Adds what a word of the tables names; `None` where it names nothing.
    fn add(&mut self, name: &str) -> Option<()> {
        match name {
            "-" => return Some(()),
            "listener" => {
                self.listener = true;
                return Some(());
            }
            _ => {}
        }
        let form = match Complement::from_name(name) {
            Some(form) => form,
            None => {
                let at = PREPOSITIONS.iter().position(|known| *known == name)?;
                self.prepositions |= 1 << at;
                Complement::Preposition
            }
        };
        self.forms |= 1 << form as u16;
        Some(())
    }
}

const VERB_TABLE: &str = include_str!("data/cues.tsv");

const NOUN_TABLE: &str = include_str!("data/noun_cues.tsv");

/// What the table says about a verb.
#[derive(Clone, Copy, Debug, Default)]
pub struct CueVerb {
    /// What it can do; `None` for a verb that reports nothing in marks.
    pub class: Option<CueClass>,
    /// What it reports without marks.
    pub complements: Complements,
}

static VERBS: LazyLock<FxHashMap<&'static str, CueVerb>> = LazyLock::new(|| {
    table::rows(VERB_TABLE)
        .filter_map(|[lemma, classes, complements]| {
            let class = classes_of(classes)?;
            let verb = CueVerb {
                class: (class != CueClass::default()).then_some(class),
                complements: complements_of(complements)?,
            };
            Some((lemma, verb))
        })
        .collect()
});

static NOUNS: LazyLock<FxHashMap<&'static str, Complements>> = LazyLock::new(|| {
    table::rows(NOUN_TABLE)
        .filter_map(|[lemma, complements]| Some((lemma, complements_of(complements)?)))
        .collect()
});

fn classes_of(field: &str) -> Option<CueClass> {
    let mut cue = CueClass::default();
    for class in field.split(' ') {
        match class {
            "say" => cue.say = true,
            "write" => cue.write = true,
            "ask" => cue.ask = true,
            "think" => cue.think = true,
            "describe" => cue.describe = true,
            "document" => cue.document = true,
            "that" => cue.that = true,
            "-" => {}
            _ => return None,
        }
    }
    Some(cue)
}

fn complements_of(field: &str) -> Option<Complements> {
    let mut complements = Complements::default();
    field
        .split(' ')
        .all(|name| complements.add(name).is_some())
        .then_some(complements)
}

/// All that the table says about a verb's base form, for those who ask more than one thing of it.
#[must_use]
pub fn cue_verb(lemma: &str) -> CueVerb {
    VERBS.get(lemma).copied().unwrap_or_default()
}

/// The cue classes of a verb's base form; `None` for a verb that reports nothing in marks.
#[must_use]
pub fn cue(lemma: &str) -> Option<CueClass> {
    VERBS.get(lemma).and_then(|verb| verb.class)
}

/// The base forms of the verbs that take a whole quotation.
pub fn speaking_verbs() -> impl Iterator<Item = &'static str> {
    let speaks = |verb: &CueVerb| verb.class.is_some_and(CueClass::speaks);
    VERBS
        .iter()
        .filter(move |(_, verb)| speaks(verb))
        .map(|(lemma, _)| *lemma)
}

/// What a verb reports without marks, by its base form.
#[must_use]
pub fn complements(lemma: &str) -> Complements {
    cue_verb(lemma).complements
}

/// What a noun or an adjective reports without marks ("the claim that", "confident that"), by its base form.
#[must_use]
pub fn noun_complements(lemma: &str) -> Complements {
    NOUNS.get(lemma).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_is_read() {
        assert_eq!(table::malformed::<3>(VERB_TABLE).next(), None);
        assert_eq!(table::malformed::<2>(NOUN_TABLE).next(), None);
        for (table, read) in [(VERB_TABLE, VERBS.len()), (NOUN_TABLE, NOUNS.len())] {
            let lemmas: Vec<&str> = table::lines(table).filter_map(|line| line.split('\t').next()).collect();
            assert!(lemmas.iter().all(|lemma| *lemma == lemma.trim().to_lowercase()));
            assert!(lemmas.is_sorted(), "the table is in order");
            assert_eq!(
                lemmas.len(),
                read,
                "a row is double or names an unknown class or complement"
            );
        }
    }

    #[test]
    fn a_verb_says_what_it_takes() {
        assert!(cue("say").unwrap().speaks());
        assert!(cue("walk").is_none());
        assert!(complements("urge").takes(Complement::ObjectTo));
        assert!(complements("call").takes_preposition("for"));
        assert!(noun_complements("claim").takes(Complement::That));
    }
}
