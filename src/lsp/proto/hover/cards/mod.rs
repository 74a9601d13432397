//! What a card says, line by line. It leaves out what is not known instead of saying so, but for a missing role.

mod actor;
mod event;
mod parts;
mod quotation;
mod said;

use crate::analysis::TimeKind;
use crate::engine::{Card, TimeCard};
use crate::lsp::proto::hover::cards::parts::{LONGEST_WORDS, why};
use crate::lsp::proto::hover::line::{Line, Piece, one_line};

/// The lines of a card.
pub fn lines(card: &Card) -> Vec<Line> {
    match card {
        Card::Actor(card) => actor::actor(card),
        Card::Quotation(card) => quotation::quotation(card),
        Card::Time(card) => time(card),
        Card::Event(card) => event::event(card),
    }
}

fn time(card: &TimeCard) -> Vec<Line> {
    let kind = match card.kind {
        TimeKind::Date => "date",
        TimeKind::Time => "time of day",
        TimeKind::Duration => "duration",
        TimeKind::Set => "recurring time",
    };
    let words = one_line(&card.text, LONGEST_WORDS);
    let mut lines = vec![match card.days {
        Some(days) => Line::Title(days.in_words(), kind.to_owned()),
        None => Line::Title(words.clone(), format!("{kind}, day not known")),
    }];
    if card.days.is_some() {
        lines.push(Line::Fact("In the draft", vec![Piece::text(format!("“{words}”"))]));
    }
    lines.extend(why(card.confidence, &card.because));
    lines
}
