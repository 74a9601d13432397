//! What a card says, line by line. It leaves out what is not known instead of saying so, but for a missing role.

use crate::analysis::{ActorKind, EventStatus, MentionForm, QuotationKind, QuotationStatus, Reading, TimeKind};
use crate::engine::{ActorCard, Card, EntryCard, EventCard, EventLine, Excerpt, QuotationCard, TimeCard};
use crate::lsp::proto::hover::line::{Line, Piece, one_line};

/// How many characters of somebody's words a card shows.
const LONGEST_WORDS: usize = 60;

/// How many quotations of an actor a card shows; editors show some twenty lines.
const MOST_QUOTATIONS: usize = 3;

/// The lines of a card.
pub fn lines(card: &Card) -> Vec<Line> {
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
        (ActorKind::Organization, _) => "organization",
        (ActorKind::Place, _) => "place",
        (ActorKind::Other, _) => "other name",
    };
    if card.actor.is_none() {
        let mut lines = vec![Line::Title(card.name.clone(), "not identified".to_owned())];
        lines.extend(why(
            0.0,
            card.because.strip_prefix("not resolved: ").unwrap_or(&card.because),
        ));
        return lines;
    }
    let mut lines = vec![Line::Title(card.name.clone(), kind.to_owned())];
    lines.extend(roles(card));
    lines.push(Line::Fact("In this draft", aliases(card)));
    if card.quotation_count > 0 {
        lines.push(Line::Fact(
            "Quotations",
            vec![Piece::text(card.quotation_count.to_string())],
        ));
        let shown = card.quotations.iter().take(MOST_QUOTATIONS);
        lines.extend(shown.map(|quotation| {
            let words = one_line(&quotation.words.text, LONGEST_WORDS);
            let mut item = vec![Piece::Link(words, quotation.words.span)];
            if quotation.kind == QuotationKind::Indirect {
                item.push(Piece::text(" (indirect)"));
            }
            Line::Item(item)
        }));
    }
    if !card.events.is_empty() {
        let count = vec![Piece::text(card.event_count.to_string())];
        lines.push(Line::Fact("Events", count));
        lines.extend(card.events.iter().map(|event| Line::Item(event_line(event))));
    }
    if !card.counterparts.is_empty() {
        let counterparts = card.counterparts.iter().map(|other| {
            vec![
                Piece::Link(other.name.clone(), other.first_mention.span),
                Piece::text(format!(" {}×", other.count)),
            ]
        });
        lines.push(Line::Fact("With", joined(counterparts, ", ")));
    }
    lines.extend(card.entry.as_ref().map(entry));
    match card.reading {
        Some(Reading::Government) if card.because.is_empty() => {
            lines.push(Line::Why(format!("here, “{}” means the government", card.mention)));
        }
        Some(Reading::Place) if card.because.is_empty() => {
            lines.push(Line::Why(format!("here, “{}” means the place", card.mention)));
        }
        _ => lines.extend(why_of_mention(card)),
    }
    lines
}

/// What `actors.toml` says, named as its word and not the draft's.
fn entry(card: &EntryCard) -> Line {
    let mut words = vec![card.name.clone()];
    words.extend(card.titles.iter().cloned());
    words.extend(card.affiliation.clone());
    let mut text = words.join(", ");
    for more in card.note.iter().chain(&card.link) {
        text.push_str("; ");
        text.push_str(&one_line(more, 2 * LONGEST_WORDS));
    }
    Line::Fact("actors.toml", vec![Piece::text(text)])
}

fn roles(card: &ActorCard) -> Option<Line> {
    if card.roles.is_empty() {
        let is_asked_for = card.kind == ActorKind::Person && card.is_named;
        return is_asked_for.then(|| Line::Fact("Role", vec![Piece::text("none given in this draft")]));
    }
    let roles = card.roles.iter().map(|role| {
        vec![
            Piece::text(format!("{} (", one_line(&role.text, LONGEST_WORDS))),
            Piece::LineOf(role.span),
            Piece::text(")"),
        ]
    });
    Some(Line::Fact("Role", joined(roles, "; ")))
}

fn aliases(card: &ActorCard) -> Vec<Piece> {
    let forms = card.aliases.iter().map(|(form, count)| {
        let form = one_line(form, LONGEST_WORDS);
        vec![Piece::text(format!("“{form}” {count}×"))]
    });
    let mut pieces = joined(forms, ", ");
    if let Some(first) = &card.first_mention {
        let is_short = card.aliases.len() > 1 && card.is_named;
        pieces.push(Piece::text(if is_short { "; full name in " } else { "; in " }));
        pieces.push(Piece::LineOf(first.span));
    }
    pieces
}

/// Why a mention is this actor; that a full name is, needs no reason.
fn why_of_mention(card: &ActorCard) -> Option<Line> {
    if card.form == MentionForm::Named && card.mention == card.name && card.reading.is_none() {
        return None;
    }
    let because = if card.mention == card.name || card.because.is_empty() {
        card.because.clone()
    } else {
        format!("“{}”: {}", one_line(&card.mention, LONGEST_WORDS), card.because)
    };
    why(card.confidence, &because)
}

fn quotation(card: &QuotationCard) -> Vec<Line> {
    let kind = match card.kind {
        QuotationKind::Direct => "direct quotation",
        QuotationKind::Mixed => "partial quotation",
        QuotationKind::Indirect => "indirect quotation",
        QuotationKind::Mention => "quotation marks, but nobody is quoted",
    };
    let status = match card.status {
        QuotationStatus::Attributed | QuotationStatus::None => "",
        QuotationStatus::Carried => ", same speaker as before",
        QuotationStatus::Anonymous => ", speaker not named",
        QuotationStatus::Unattributed => ", no speaker found",
    };
    let speaker = card
        .speaker
        .as_ref()
        .map(|speaker| one_line(&speaker.text, LONGEST_WORDS));
    let name = card.speaker_name.clone().or_else(|| speaker.clone());
    let mut lines = vec![match name.clone() {
        Some(name) => Line::Title(name, format!("{kind}{status}")),
        None => Line::Title(upper_first(kind), status.trim_start_matches(", ").to_owned()),
    }];
    if let Some(excerpt) = &card.speaker {
        let mut fact = vec![Piece::Link(quoted(excerpt), excerpt.span)];
        let full = card.speaker_named_at.as_ref().filter(|full| full.span != excerpt.span);
        let is_short = name.as_ref().is_some_and(|name| !excerpt.text.contains(name));
        if let (Some(full), true) = (full, is_short) {
            fact.push(Piece::text("; full name in "));
            fact.push(Piece::LineOf(full.span));
        }
        lines.push(Line::Fact("Speaker", fact));
    }
    if !card.speaker_roles.is_empty() {
        lines.push(Line::Fact("Role", vec![Piece::text(card.speaker_roles.join("; "))]));
    }
    let addressee = card.addressee.as_ref().map(|addressee| {
        let name = card
            .addressee_name
            .as_ref()
            .filter(|name| !addressee.text.contains(*name));
        let mut fact = vec![Piece::Link(quoted(addressee), addressee.span)];
        fact.extend(name.map(|name| Piece::text(format!(", {name}"))));
        Line::Fact("To", fact)
    });
    let linked = |label, excerpt: &Option<Excerpt>| {
        let excerpt = excerpt.as_ref()?;
        Some(Line::Fact(label, vec![Piece::Link(quoted(excerpt), excerpt.span)]))
    };
    lines.extend(linked("Cue", &card.cue));
    lines.extend(addressee);
    lines.extend(linked("Source", &card.source));
    if !card.candidates.is_empty() {
        let candidates = card
            .candidates
            .iter()
            .map(|candidate| vec![Piece::Link(quoted(candidate), candidate.span)]);
        lines.push(Line::Fact("Possible speakers", joined(candidates, ", ")));
    }
    lines.extend(why(card.confidence, &card.because));
    lines
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
    if !card.value.is_empty() {
        lines.push(Line::Fact("TIMEX3 value", vec![Piece::text(card.value.clone())]));
    }
    lines.extend(why(card.confidence, &card.because));
    lines
}

fn event(card: &EventCard) -> Vec<Line> {
    let line = &card.line;
    let mut about = format!("{} ({}), {}", line.group, card.kind, line.status.name());
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

fn event_line(event: &EventLine) -> Vec<Piece> {
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

/// The reason, with how sure it is in a word and as the number that `docs/language.md` gives the meaning of.
fn why(confidence: f32, because: &str) -> Option<Line> {
    let sureness = match confidence {
        sure if sure >= 0.9 => "sure",
        likely if likely >= 0.7 => "likely",
        unsure if unsure > 0.0 => "unsure",
        _ => return (!because.is_empty()).then(|| Line::Why(because.to_owned())),
    };
    let sureness = format!("{sureness}, {confidence:.2}");
    Some(Line::Why(if because.is_empty() {
        sureness
    } else {
        format!("{because} ({sureness})")
    }))
}

fn quoted(excerpt: &Excerpt) -> String {
    format!("“{}”", one_line(&excerpt.text, LONGEST_WORDS))
}

fn joined(parts: impl Iterator<Item = Vec<Piece>>, with: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for part in parts {
        if !pieces.is_empty() {
            pieces.push(Piece::text(with));
        }
        pieces.extend(part);
    }
    pieces
}

fn upper_first(text: &str) -> String {
    let mut rest = text.chars();
    rest.next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(rest)
        .collect()
}
