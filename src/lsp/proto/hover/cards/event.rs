//! The card of an event, line by line.

use crate::analysis::{EventStatus, Group};
use crate::engine::{EventCard, EventLine, Excerpt};
use crate::lsp::proto::hover::cards::parts::{LONGEST_WORDS, joined};
use crate::lsp::proto::hover::line::{Line, Piece, one_line};

/// The lines of the card of an event.
pub(super) fn event(card: &EventCard) -> Vec<Line> {
    let line = &card.line;
    // “Other” says nothing to whoever reads a card.
    let mut about = match line.group == Group::Other.name() {
        true => line.status.name().to_owned(),
        false => format!("{}, {}", line.group, line.status.name()),
    };
    if card.background {
        about.push_str(", background");
    }
    let mut lines = vec![Line::Title(one_line(&line.headline, LONGEST_WORDS), about)];
    for (label, names) in [("Who", &card.who), ("Whom", &card.whom), ("Also", &card.others)] {
        if !names.is_empty() {
            let names: Vec<String> = names.iter().map(|name| one_line(name, LONGEST_WORDS)).collect();
            lines.push(Line::Fact(label, vec![Piece::text(names.join(", "))]));
        }
    }
    let mut when = line.when.join(", ");
    if let Some(days) = line.days.filter(|_| !when.is_empty()) {
        when.push_str(&format!(" ({})", days.in_words()));
    }
    if !when.is_empty() {
        lines.push(Line::Fact("When", vec![Piece::text(when)]));
    }
    let linked = |excerpts: &mut dyn Iterator<Item = &Excerpt>| {
        let links = excerpts.map(|excerpt| vec![Piece::Link(one_line(&excerpt.text, LONGEST_WORDS), excerpt.span)]);
        joined(links, ", ")
    };
    for (label, pieces) in [
        ("Where", linked(&mut card.places.iter())),
        ("Source", linked(&mut card.source.iter())),
    ] {
        if !pieces.is_empty() {
            lines.push(Line::Fact(label, pieces));
        }
    }
    if !card.other_tellings.is_empty() {
        let places = card.other_tellings.iter().map(|other| vec![Piece::LineOf(other.span)]);
        lines.push(Line::Fact("Also reported in", joined(places, ", ")));
    }
    lines
}

/// An event in one line.
pub(super) fn event_line(event: &EventLine) -> Vec<Piece> {
    let mut pieces = vec![Piece::Link(
        one_line(&event.headline, LONGEST_WORDS),
        event.trigger.span,
    )];
    if let Some(days) = event.days {
        pieces.push(Piece::text(format!(", {}", days.in_short())));
    } else if !event.when.is_empty() {
        pieces.push(Piece::text(format!(", {}", event.when.join(", "))));
    }
    // What has happened is what a reader takes for granted.
    if event.status != EventStatus::Done {
        pieces.push(Piece::text(format!(" ({})", event.status.name())));
    }
    pieces
}
