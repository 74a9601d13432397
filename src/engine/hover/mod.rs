//! What to show for a place in the text, as plain data, one file for each kind of card. It words nothing for a protocol and
//! looks nothing up outside the draft.

mod actor;
mod described;
mod event;
mod names;
mod quotation;
mod time;
mod types;

pub use types::{
    ActorCard, Card, Counterpart, EntryCard, EventCard, EventLine, Excerpt, Hover, QuotationCard, QuotationLine,
    TimeCard,
};

use crate::analysis::Group;
use crate::engine::pointing::{self, Fact};
use crate::engine::types::Snapshot;

/// What is known of the source byte `offset`: the innermost fact there; of facts over the same words the actor, then
/// the time, then the event, then the quotation. A title before a name is a fact about the person who has it. `None` if
/// there is no fact.
pub(super) fn hover(snapshot: &Snapshot, offset: usize) -> Option<Hover> {
    let titled = pointing::titled_at(snapshot, offset);
    let (place, fact) = match (pointing::fact_at(snapshot, offset), titled) {
        (Some((place, _)), Some((title, mention))) if place.span.len() > title.span.len() => {
            (title, Fact::Actor(mention))
        }
        (Some(found), _) => found,
        (None, Some((title, mention))) => (title, Fact::Actor(mention)),
        (None, None) => return None,
    };
    let card = match fact {
        Fact::Actor(mention) => Card::Actor(Box::new(actor::card(snapshot, mention)?)),
        Fact::Time(time) => Card::Time(time::card(snapshot, time)),
        // For a verb of saying, the quotation says more than the bare event.
        Fact::Event(event) => {
            match pointing::quotation_at(snapshot, offset).filter(|_| event.kind.group() == Group::Statement) {
                Some(quotation) => Card::Quotation(quotation::card(snapshot, quotation)),
                // Who takes part would be a guess.
                None if !event.is_sure() => return None,
                None => Card::Event(event::card(snapshot, event)),
            }
        }
        Fact::Quotation(quotation) => Card::Quotation(quotation::card(snapshot, quotation)),
    };
    Some(Hover {
        span: snapshot.source_span(place),
        card,
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::analysis::{
        Actor, ActorId, ActorKind, BlockId, Facts, Mention, MentionForm, MentionId, Place, Quotation, QuotationKind,
        QuotationStatus, Role, Speaker,
    };
    use crate::engine::lines::Lines;
    use crate::engine::{Cache, Draft, analyse};
    use crate::language;
    use crate::markup::{self, Format};
    use crate::text::Span;

    const TEXT: &str = "Mayor Rosa Weil left. “It is over,” she said.";

    fn place(words: &str) -> Place {
        let at = TEXT.find(words).unwrap();
        Place::new(BlockId(0), Span::new(at, at + words.len()))
    }

    fn mention(words: &str, form: MentionForm) -> Mention {
        Mention {
            place: place(words),
            kind: ActorKind::Person,
            form,
            actor: Some(ActorId(0)),
            could_be: Vec::new(),
            reading: None,
            confidence: 0.8,
            because: "only one in reach".into(),
        }
    }

    fn snapshot() -> Snapshot {
        let quotation = Quotation {
            place: place("“It is over,”"),
            content: place("It is over,"),
            kind: QuotationKind::Direct,
            closed: true,
            runs_on: false,
            speaker: Some(Speaker {
                place: place("she"),
                text: "she".to_owned(),
                resolved: Some("Rosa Weil".to_owned()),
                actor: Some(ActorId(0)),
            }),
            cue: None,
            source: None,
            addressee: None,
            status: QuotationStatus::Attributed,
            group: 0,
            confidence: 1.0,
            because: "subject of 'said'".to_owned(),
            insertions: Vec::new(),
            candidates: Vec::new(),
            contested: false,
        };
        let facts = Facts {
            quotations: vec![std::sync::Arc::new(quotation)].into(),
            actors: vec![Arc::new(Actor {
                name: "Rosa Weil".to_owned(),
                kind: ActorKind::Person,
                roles: vec![Role {
                    text: "Mayor".to_owned(),
                    place: place("Mayor"),
                }],
                aliases: vec![("Rosa Weil".to_owned(), 1), ("she".to_owned(), 1)],
                mentions: vec![MentionId(0), MentionId(1)],
                entry: None,
            })]
            .into(),
            mentions: vec![
                mention("Rosa Weil", MentionForm::Named),
                mention("she", MentionForm::Pronoun),
            ]
            .into(),
            ..Facts::default()
        };
        Snapshot {
            text: TEXT.into(),
            markup: markup::read(TEXT, Format::Plain).into(),
            blocks: Vec::new(),
            facts: std::sync::Arc::new(facts),
            register: None,
            findings: Vec::new(),
            suppressed: Vec::new(),
            unread: Vec::new(),
            lines: Lines::default(),
        }
    }

    #[test]
    fn a_pronoun_shows_its_actor_with_role_and_words() {
        let draft = Draft {
            text: TEXT.into(),
            ..Draft::default()
        };
        let snapshot = analyse(&draft, &Cache::default(), language::embedded());
        let hover = snapshot.hover(TEXT.find("she").unwrap()).unwrap();
        assert_eq!(hover.span.of(TEXT), "she");
        let Card::Actor(card) = hover.card else {
            panic!("{hover:?}")
        };
        assert_eq!(card.name, "Rosa Weil");
        assert_eq!(card.mention, "she");
        assert_eq!(card.roles[0].text, "Mayor");
        assert_eq!(card.first_mention.unwrap().text, "Rosa Weil");
        assert_eq!(card.quotation_count, 1);
        assert_eq!(card.quotations[0].words.text, "“It is over,”");
    }

    #[test]
    fn the_innermost_fact_is_shown() {
        let snapshot = snapshot();
        let hover = snapshot.hover(TEXT.find("over").unwrap()).unwrap();
        let Card::Quotation(card) = hover.card else {
            panic!("{hover:?}")
        };
        assert_eq!(card.speaker_name.as_deref(), Some("Rosa Weil"));
        assert_eq!(card.speaker_roles, ["Mayor"]);
        assert_eq!(card.because, "subject of 'said'");
    }

    #[test]
    fn a_title_before_a_name_shows_who_bears_it() {
        let text = "Foreign Minister Rosa Weil left. “We met Mayor Tom Holt and the envoy Ana Ruiz,” Ms. Weil said. The \
                    captain, Ida Lund, agreed.";
        let draft = Draft {
            text: text.into(),
            ..Draft::default()
        };
        let snapshot = analyse(&draft, &Cache::default(), language::embedded());
        let shown = |words: &str| match snapshot.hover(text.find(words).unwrap() + 1) {
            Some(Hover {
                span,
                card: Card::Actor(card),
            }) => format!("{}: {}", span.of(text), card.name),
            other => format!("{other:?}"),
        };
        assert_eq!(shown("Minister"), "Foreign Minister: Rosa Weil");
        assert_eq!(shown("Mayor"), "Mayor: Tom Holt");
        assert_eq!(shown("envoy"), "envoy: Ana Ruiz");
        assert_eq!(shown("Ms."), "Ms.: Rosa Weil");
        assert_eq!(shown("captain"), "The captain: Ida Lund");
        assert_eq!(shown("Holt"), "Tom Holt: Tom Holt");
    }

    #[test]
    fn nothing_is_shown_where_there_is_no_fact() {
        assert_eq!(snapshot().hover(TEXT.find("left").unwrap()), None);
        assert_eq!(snapshot().hover(10_000), None);
    }
}
