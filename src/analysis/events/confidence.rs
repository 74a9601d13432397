//! How sure it is who takes part in an event, and why: by what the grammar rests on, with numbers counted on annotated news.
//! It changes no event.

use crate::analysis::events::arguments::Argument;
use crate::analysis::events::triggers::Trigger;
use crate::analysis::events::types::Confidence;
use crate::language::{Relation, View};

/// How sure the parser must be of an arc for the better number.
const CERTAIN: f32 = 0.9;

/// How a participant hangs on its event, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Link {
    /// Subject or object of the verb itself.
    Own,
    /// After a preposition: "met with Rao".
    Preposition,
    /// Joined to one of these by "and".
    Joined,
    /// "the man arrested": the noun that a participle or a relative clause describes.
    Described,
    /// The subject of another verb: "came and left", "asked Holub to resign".
    Shared,
    /// "the council's vote", "talks with Rao": in the phrase of an event noun.
    OfNoun,
    /// By its place alone.
    Near,
}

/// How sure the participants of an event are.
#[must_use]
pub fn of(view: View<'_>, trigger: &Trigger, arguments: &[Argument]) -> Confidence {
    let links = arguments.iter().map(|(word, _)| (link(view, trigger, *word), *word));
    let Some((weakest, _)) = links.clone().max_by_key(|(link, _)| *link) else {
        return Confidence {
            value: 0.5,
            because: "names nobody",
        };
    };
    let certain = links.clone().all(|(_, word)| is_certain(view, word));
    let (sure, unsure, because) = match weakest {
        Link::Own => (0.96, 0.81, "subject and object of the verb itself"),
        Link::Preposition => (0.5, 0.5, "after a preposition of the verb"),
        Link::Joined => (0.6, 0.6, "joined to a subject or object by “and”"),
        Link::Described => (0.4, 0.4, "the noun that the verb describes"),
        Link::Shared => (0.65, 0.55, "subject of another verb"),
        Link::OfNoun => (0.5, 0.4, "in the phrase of the noun"),
        Link::Near => (0.4, 0.4, "the nearest in the sentence"),
    };
    Confidence {
        value: if certain { sure } else { unsure },
        because,
    }
}

fn is_certain(view: View<'_>, word: usize) -> bool {
    view.word(word).is_some_and(|word| word.certainty >= CERTAIN)
}

/// What a participant hangs on.
fn link(view: View<'_>, trigger: &Trigger, word: usize) -> Link {
    let verb = trigger.verb();
    if !view.is_parsed(trigger.word) {
        return Link::Near;
    }
    let relation = view.relation(word);
    let head = view.head(word);
    if relation == Relation::Conj && head.is_some_and(|head| head < word && head != trigger.word) {
        return Link::Joined;
    }
    if head == Some(verb) {
        return match relation {
            Relation::Nsubj | Relation::NsubjPass | Relation::Obj | Relation::Iobj | Relation::OblAgent => Link::Own,
            _ => Link::Preposition,
        };
    }
    if trigger.nominal {
        return if head == Some(trigger.word) {
            Link::OfNoun
        } else {
            Link::Near
        };
    }
    if view.head(verb) == Some(word) {
        Link::Described
    } else {
        Link::Shared
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::ParticipantRole::{Agent, Patient};
    use crate::analysis::events::lexicon;
    use crate::language::testing::{ask, parsed};

    fn because(marked: &str, form: &str, arguments: &[Argument]) -> &'static str {
        ask(&parsed(marked), form, |view, at| {
            let trigger = Trigger {
                word: at,
                sense: lexicon::verb(&view.lemma(at)),
                nominal: false,
                light: None,
            };
            of(view, &trigger, arguments).because
        })
    }

    #[test]
    fn the_weakest_link_counts() {
        let marked =
            "Rao/Rao/NNP/2/nsubj met/meet/VBD/0/root Lund/Lund/NNP/2/obj and/and/CC/5/cc left/leave/VBD/2/conj";
        let own = "subject and object of the verb itself";
        assert_eq!(because(marked, "met", &[(0, Agent), (2, Patient)]), own);
        assert_eq!(because(marked, "left", &[(0, Agent)]), "subject of another verb");
        assert_eq!(because(marked, "left", &[]), "names nobody");
    }
}
