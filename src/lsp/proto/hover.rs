//! Hover cards as text: Markdown where the client takes it, plain text else. What is known is decided in the engine.

use tower_lsp::ls_types as lsp;

use crate::analysis::{ActorKind, EventStatus, QuotationKind, QuotationStatus, Reading, TimeKind};
use crate::engine::{ActorCard, Card, EventCard, EventLine, Excerpt, Hover, QuotationCard, TimeCard};
use crate::lsp::proto::{Capabilities, range};
use crate::text::Document;

/// A hover with the stretch of text that it is about.
pub fn hover(hover: &Hover, document: &Document, client: &Capabilities) -> lsp::Hover {
    let lines = lines(&hover.card);
    let (kind, value) = if client.markdown {
        (lsp::MarkupKind::Markdown, markdown(&lines))
    } else {
        (lsp::MarkupKind::PlainText, plain(&lines))
    };
    lsp::Hover {
        contents: lsp::HoverContents::Markup(lsp::MarkupContent { kind, value }),
        range: Some(range(hover.span, document, client.encoding)),
    }
}

/// One line of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Line {
    /// The name of the thing, and what it is.
    Title(String, String),
    /// A labelled fact.
    Fact(&'static str, String),
    /// One of several things under the last fact.
    Item(String),
    /// Why all this is believed.
    Why(String),
}

fn lines(card: &Card) -> Vec<Line> {
    match card {
        Card::Actor(card) => actor(card),
        Card::Quotation(card) => quotation(card),
        Card::Time(card) => time(card),
        Card::Event(card) => event(card),
    }
}

fn actor(card: &ActorCard) -> Vec<Line> {
    let kind = match (card.kind, card.reading) {
        (_, Some(Reading::Government)) => "government",
        (ActorKind::Person, _) => "person",
        (ActorKind::Organization, _) => "organisation",
        (ActorKind::Place, _) => "place",
        (ActorKind::Other, _) => "actor",
    };
    let kind = if card.actor.is_some() {
        kind.to_owned()
    } else {
        format!("{kind}, not resolved")
    };
    let mut lines = vec![Line::Title(card.name.clone(), kind)];
    fact(
        &mut lines,
        "Role",
        join(card.roles.iter().map(|role| role.text.clone()), "; "),
    );
    let aliases = card.aliases.iter().map(|(form, count)| format!("“{form}” {count}×"));
    fact(&mut lines, "In this draft", join(aliases, ", "));
    if card.quotation_count > 0 {
        lines.push(Line::Fact("Quotations", card.quotation_count.to_string()));
        let shown = card.quotations.iter();
        lines.extend(shown.map(|quotation| Line::Item(one_line(&quotation.text, LONGEST_QUOTE))));
    }
    if !card.events.is_empty() {
        lines.push(Line::Fact("Takes part in", String::new()));
        lines.extend(card.events.iter().map(|event| Line::Item(event_line(event))));
    }
    why(&mut lines, card.confidence, &card.because);
    lines
}

fn quotation(card: &QuotationCard) -> Vec<Line> {
    let kind = match card.kind {
        QuotationKind::Direct => "direct quotation",
        QuotationKind::Mixed => "partial quotation",
        QuotationKind::Indirect => "indirect quotation",
        QuotationKind::Mention => "in quotation marks, nobody quoted",
    };
    let status = match card.status {
        QuotationStatus::Attributed | QuotationStatus::None => "",
        QuotationStatus::Carried => ", speaker carried over",
        QuotationStatus::Anonymous => ", speaker not named",
        QuotationStatus::Unattributed => ", no speaker found",
    };
    let speaker = card
        .speaker
        .as_ref()
        .map(|speaker| one_line(&speaker.text, LONGEST_QUOTE));
    let name = card.speaker_name.clone().or_else(|| speaker.clone());
    let mut lines = vec![match name.clone() {
        Some(name) => Line::Title(name, format!("{kind}{status}")),
        None => Line::Title(upper_first(kind), status.trim_start_matches(", ").to_owned()),
    }];
    if let Some(speaker) = speaker.filter(|speaker| Some(speaker) != name.as_ref()) {
        lines.push(Line::Fact("Named here as", format!("“{speaker}”")));
    }
    fact(&mut lines, "Role", card.speaker_roles.join("; "));
    for (label, excerpt) in [
        ("Cue", &card.cue),
        ("Source", &card.source),
        ("Addressee", &card.addressee),
    ] {
        fact(&mut lines, label, excerpt.as_ref().map_or_else(String::new, quoted));
    }
    why(&mut lines, card.confidence, &card.because);
    lines
}

fn time(card: &TimeCard) -> Vec<Line> {
    let kind = match card.kind {
        TimeKind::Date => "date",
        TimeKind::Time => "time of day",
        TimeKind::Duration => "duration",
        TimeKind::Set => "repeated time",
    };
    let mut lines = vec![match &card.days {
        Some((first, last)) if first == last => Line::Title(first.clone(), kind.to_owned()),
        Some((first, last)) => Line::Title(format!("{first} – {last}"), kind.to_owned()),
        None => Line::Title(one_line(&card.text, LONGEST_QUOTE), kind.to_owned()),
    }];
    fact(&mut lines, "Value", card.value.clone());
    why(&mut lines, card.confidence, &card.because);
    lines
}

fn event(card: &EventCard) -> Vec<Line> {
    let line = &card.line;
    let mut about = format!("{}, {}", line.group, status(line.status));
    if card.background {
        about.push_str(", before the story");
    }
    let mut lines = vec![Line::Title(one_line(&line.trigger.text, LONGEST_QUOTE), about)];
    fact(&mut lines, "Who", line.with.join(", "));
    fact(&mut lines, "When", line.when.join(", "));
    let places = card.places.iter().map(|place| one_line(&place.text, LONGEST_QUOTE));
    fact(&mut lines, "Where", join(places, ", "));
    fact(
        &mut lines,
        "Source",
        card.source.as_ref().map_or_else(String::new, quoted),
    );
    lines
}

fn event_line(event: &EventLine) -> String {
    let mut line = one_line(&event.trigger.text, LONGEST_QUOTE);
    for (joint, parts) in [(" with ", &event.with), (", ", &event.when)] {
        if !parts.is_empty() {
            line.push_str(joint);
            line.push_str(&parts.join(", "));
        }
    }
    format!("{line} ({}, {})", event.group, status(event.status))
}

fn status(status: EventStatus) -> &'static str {
    match status {
        EventStatus::Done => "done",
        EventStatus::Ongoing => "ongoing",
        EventStatus::Planned => "planned",
        EventStatus::Possible => "possible",
        EventStatus::Denied => "denied",
    }
}

/// How many characters of somebody's words a card shows.
const LONGEST_QUOTE: usize = 160;

fn fact(lines: &mut Vec<Line>, label: &'static str, text: String) {
    if !text.is_empty() {
        lines.push(Line::Fact(label, text));
    }
}

fn why(lines: &mut Vec<Line>, confidence: f32, because: &str) {
    let sureness = match confidence {
        sure if sure >= 0.9 => "sure",
        likely if likely >= 0.7 => "likely",
        unsure if unsure > 0.0 => "unsure",
        _ => "",
    };
    match (because.is_empty(), sureness.is_empty()) {
        (true, true) => {}
        (true, false) => lines.push(Line::Why(sureness.to_owned())),
        (false, true) => lines.push(Line::Why(because.to_owned())),
        (false, false) => lines.push(Line::Why(format!("{because} ({sureness})"))),
    }
}

fn quoted(excerpt: &Excerpt) -> String {
    format!("“{}”", one_line(&excerpt.text, LONGEST_QUOTE))
}

fn join(parts: impl Iterator<Item = String>, with: &str) -> String {
    parts.collect::<Vec<_>>().join(with)
}

fn upper_first(text: &str) -> String {
    let mut rest = text.chars();
    rest.next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(rest)
        .collect()
}

/// The text on one line, cut where it is long.
fn one_line(text: &str, limit: usize) -> String {
    let mut line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = line.char_indices().nth(limit) {
        line.truncate(cut);
        line.push('…');
    }
    line
}

fn markdown(lines: &[Line]) -> String {
    let mut text = String::new();
    for line in lines {
        // An item needs no empty line before it unless it is the first one.
        let is_next_item =
            matches!(line, Line::Item(_)) && text.rsplit('\n').next().is_some_and(|l| l.starts_with("- "));
        if !text.is_empty() {
            text.push_str(if is_next_item { "\n" } else { "\n\n" });
        }
        text.push_str(&match line {
            Line::Title(name, kind) if kind.is_empty() => format!("**{}**", escaped(name)),
            Line::Title(name, kind) => format!("**{}** · {}", escaped(name), escaped(kind)),
            Line::Fact(label, fact) => format!("{label}: {}", escaped(fact)).trim_end().to_owned(),
            Line::Item(item) => format!("- {}", escaped(item)),
            Line::Why(why) => format!("*{}*", escaped(why)),
        });
    }
    text
}

fn plain(lines: &[Line]) -> String {
    let lines = lines.iter().map(|line| match line {
        Line::Title(name, kind) if kind.is_empty() => name.clone(),
        Line::Title(name, kind) => format!("{name} · {kind}"),
        Line::Fact(label, fact) => format!("{label}: {fact}").trim_end().to_owned(),
        Line::Item(item) => format!("- {item}"),
        Line::Why(why) => why.clone(),
    });
    join(lines, "\n")
}

/// A draft's text as Markdown that shows that text and does nothing else: no emphasis, no pictures, no HTML.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\r' => safe.push(' '),
            '<' => safe.push_str("&lt;"),
            '&' => safe.push_str("&amp;"),
            // Round brackets mean something behind square ones alone, and those are no longer there.
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '+' | '!' | '|' | '~' | '$' | '>' => {
                safe.push('\\');
                safe.push(character);
            }
            _ => safe.push(character),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn excerpt(text: &str) -> Excerpt {
        Excerpt {
            text: text.to_owned(),
            span: Span::default(),
        }
    }

    fn card() -> Card {
        Card::Quotation(QuotationCard {
            kind: QuotationKind::Direct,
            speaker: Some(excerpt("she")),
            speaker_name: Some("Odile Marchetti".to_owned()),
            speaker_roles: vec!["harbour master".to_owned()],
            cue: Some(excerpt("said")),
            source: None,
            addressee: None,
            status: QuotationStatus::Attributed,
            confidence: 0.95,
            because: "subject of “said” in the same sentence".to_owned(),
        })
    }

    #[test]
    fn a_card_in_plain_text() {
        let expected = "Odile Marchetti · direct quotation\nNamed here as: “she”\nRole: harbour master\nCue: “said”\n\
                        subject of “said” in the same sentence (sure)";
        assert_eq!(plain(&lines(&card())), expected);
    }

    #[test]
    fn a_card_in_markdown() {
        let expected = "**Odile Marchetti** · direct quotation\n\nNamed here as: “she”\n\nRole: harbour master\n\n\
                        Cue: “said”\n\n*subject of “said” in the same sentence (sure)*";
        assert_eq!(markdown(&lines(&card())), expected);
    }

    #[test]
    fn a_draft_cannot_write_markdown_into_a_card() {
        assert_eq!(
            escaped("[x](http://y) <img> **b**"),
            r"\[x\](http://y) &lt;img\> \*\*b\*\*"
        );
        assert_eq!(escaped("a\n# b"), "a \\# b");
    }
}
