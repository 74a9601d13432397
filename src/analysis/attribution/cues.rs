//! Cue words as data: which words report words, thoughts or descriptions, and in what form. It decides nothing about a sentence.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// What a cue verb can do; a verb can do several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cue {
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

impl Cue {
    /// Whether a whole quotation may stand beside the verb as its object.
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
    /// An infinitive behind a passive: is expected to go.
    PassiveTo,
    /// A clause behind a passive: it is believed that.
    PassiveThat,
}

impl Complement {
    /// Whether it is a clause with a verb of its own that is finite.
    #[must_use]
    pub fn is_clause(self) -> bool {
        matches!(
            self,
            Complement::That | Complement::Zero | Complement::Wh | Complement::PassiveThat
        )
    }
}

/// The complements that a cue takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Complements {
    forms: u16,
    prepositions: u16,
    /// Whether a listener may stand between the cue and its clause.
    pub listener: bool,
}

/// The prepositions and particles that the tables use.
const PREPOSITIONS: [&str; 10] = ["about", "of", "for", "on", "with", "in", "at", "against", "out", "over"];

impl Complements {
    /// Whether the cue takes this form.
    #[must_use]
    pub fn takes(self, form: Complement) -> bool {
        self.forms & (1 << form as u16) != 0
    }

    /// Whether the cue takes a noun phrase behind this preposition or particle.
    #[must_use]
    pub fn takes_preposition(self, word: &str) -> bool {
        PREPOSITIONS
            .iter()
            .position(|known| known.eq_ignore_ascii_case(word))
            .is_some_and(|at| self.prepositions & (1 << at) != 0)
    }

    /// Whether the cue takes nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.forms == 0
    }

    /// Adds what a word of the tables names; `false` where it names nothing.
    fn add(&mut self, name: &str) -> bool {
        let form = match name {
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
            "listener" => {
                self.listener = true;
                return true;
            }
            "-" => return true,
            _ => {
                let Some(at) = PREPOSITIONS.iter().position(|known| *known == name) else {
                    return false;
                };
                self.prepositions |= 1 << at;
                Complement::Preposition
            }
        };
        self.forms |= 1 << form as u16;
        true
    }
}

#[derive(Clone, Copy, Default)]
struct Row {
    cue: Option<Cue>,
    complements: Complements,
}

static VERBS: LazyLock<FxHashMap<&'static str, Row>> = LazyLock::new(|| {
    rows(include_str!("../data/cues.tsv"))
        .filter_map(|mut fields| {
            let lemma = fields.next()?;
            let cue = classes(fields.next()?)?;
            Some((
                lemma,
                Row {
                    cue: (cue != Cue::default()).then_some(cue),
                    complements: complements_of(fields.next()?)?,
                },
            ))
        })
        .collect()
});

static NOUNS: LazyLock<FxHashMap<&'static str, Complements>> = LazyLock::new(|| {
    rows(include_str!("../data/noun_cues.tsv"))
        .filter_map(|mut fields| Some((fields.next()?, complements_of(fields.next()?)?)))
        .collect()
});

fn rows(table: &'static str) -> impl Iterator<Item = std::str::Split<'static, char>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t'))
}

fn classes(field: &str) -> Option<Cue> {
    let mut cue = Cue::default();
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
        .all(|name| complements.add(name))
        .then_some(complements)
}

/// The cue classes of a verb's base form; `None` for a verb that reports nothing in marks.
#[must_use]
pub fn cue(lemma: &str) -> Option<Cue> {
    VERBS.get(lemma).and_then(|row| row.cue)
}

/// What a verb reports without marks, by its base form.
#[must_use]
pub fn complements(lemma: &str) -> Complements {
    VERBS.get(lemma).copied().unwrap_or_default().complements
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
        for (table, read) in [
            (include_str!("../data/cues.tsv"), VERBS.len()),
            (include_str!("../data/noun_cues.tsv"), NOUNS.len()),
        ] {
            let lemmas: Vec<&str> = rows(table).filter_map(|mut fields| fields.next()).collect();
            assert!(lemmas.iter().all(|lemma| *lemma == lemma.trim().to_lowercase()));
            assert!(lemmas.is_sorted(), "the table is in order");
            assert_eq!(
                lemmas.len(),
                read,
                "a row is double or names an unknown class or complement"
            );
        }
        assert!(cue("say").unwrap().speaks());
        assert!(cue("walk").is_none());
        assert!(complements("urge").takes(Complement::ObjectTo));
        assert!(complements("call").takes_preposition("for"));
        assert!(noun_complements("claim").takes(Complement::That));
    }
}
