//! The facts about a draft as `extract` writes them: a published format, apart from the fact types. It decides nothing.

use serde::Serialize;
use serde_json::Value;

use crate::analysis as facts;
use crate::analysis::{
    ActorId, ActorKind, CalendarFlagKind, MentionForm, ParticipantRole, Place, QuotationKind, QuotationStatus, TimeKind,
};
use crate::engine::Snapshot;
use crate::text::Span;

/// Everything `extract` says about one draft. Offsets are UTF-8 bytes of the source.
#[derive(Debug, Serialize)]
pub struct Document {
    id: Value,
    quotes: Vec<Quote>,
    actors: Vec<Actor>,
    mentions: Vec<Mention>,
    times: Vec<Time>,
    events: Vec<Event>,
    main_event: Option<MainEvent>,
    flags: Vec<Flag>,
    findings: Vec<Finding>,
}

/// The answer to a line that could not be used.
#[derive(Debug, Serialize)]
pub struct Refusal {
    /// The line's own id, where it could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<Value>,
    /// What is wrong with the line, and what to do.
    pub error: String,
}

impl Document {
    /// The facts of a snapshot under the id that its caller gave it.
    pub fn of(id: Value, snapshot: &Snapshot) -> Self {
        let facts = &snapshot.facts;
        Self {
            id,
            quotes: facts
                .quotations
                .iter()
                .zip(contents(&facts.quotations, snapshot))
                .map(|(quotation, content)| quote(quotation, content, snapshot))
                .collect(),
            actors: facts
                .actors
                .iter()
                .enumerate()
                .map(|(index, actor)| actor_of(index, actor, snapshot))
                .collect(),
            mentions: facts
                .mentions
                .iter()
                .map(|mention| mention_of(mention, snapshot))
                .collect(),
            times: facts.times.iter().map(|time| time_of(time, snapshot)).collect(),
            events: facts
                .events
                .iter()
                .enumerate()
                .map(|event| event_of(event, snapshot))
                .collect(),
            main_event: facts.main_event.as_ref().map(|main| main_event(main, snapshot)),
            flags: facts.flags.iter().map(|flag| flag_of(flag, snapshot)).collect(),
            findings: snapshot
                .findings
                .iter()
                .map(|finding| finding_of(finding, &snapshot.text))
                .collect(),
        }
    }
}

/// A stretch of the source.
#[derive(Clone, Copy, Debug, Serialize)]
struct Spot {
    start: usize,
    end: usize,
}

#[derive(Debug, Serialize)]
struct Quote {
    #[serde(flatten)]
    at: Spot,
    kind: &'static str,
    content: Spot,
    speaker: Option<Speaker>,
    cue: Option<Text>,
    source: Option<Text>,
    status: &'static str,
    group: usize,
    confidence: f64,
    because: String,
}

#[derive(Debug, Serialize)]
struct Speaker {
    #[serde(flatten)]
    at: Spot,
    text: String,
    resolved: Option<String>,
    actor: Option<String>,
}

#[derive(Debug, Serialize)]
struct Text {
    #[serde(flatten)]
    at: Spot,
    text: String,
}

#[derive(Debug, Serialize)]
struct Actor {
    id: String,
    name: String,
    #[serde(rename = "type")]
    kind: &'static str,
    roles: Vec<String>,
    aliases: Vec<String>,
    mentions: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<Entry>,
}

/// The entry of the newsroom's actor file that an actor is.
#[derive(Debug, Serialize)]
struct Entry {
    id: String,
    name: String,
    kind: &'static str,
}

#[derive(Debug, Serialize)]
struct Mention {
    #[serde(flatten)]
    at: Spot,
    #[serde(rename = "type")]
    kind: &'static str,
    form: &'static str,
    cluster: Option<String>,
}

#[derive(Debug, Serialize)]
struct Time {
    #[serde(flatten)]
    at: Spot,
    text: String,
    #[serde(rename = "type")]
    kind: &'static str,
    value: String,
}

#[derive(Debug, Serialize)]
struct Event {
    id: String,
    trigger: Trigger,
    #[serde(rename = "type")]
    kind: &'static str,
    plover: Option<&'static str>,
    timeml: &'static str,
    status: &'static str,
    participants: Vec<Participant>,
    time: Vec<EventTime>,
    place: Vec<Spot>,
    background: bool,
}

#[derive(Debug, Serialize)]
struct Trigger {
    #[serde(flatten)]
    at: Spot,
    lemma: String,
}

#[derive(Debug, Serialize)]
struct Participant {
    #[serde(flatten)]
    at: Spot,
    role: &'static str,
    actor: Option<String>,
}

#[derive(Debug, Serialize)]
struct EventTime {
    #[serde(flatten)]
    at: Spot,
    value: String,
}

#[derive(Debug, Serialize)]
struct MainEvent {
    who: Option<Spot>,
    what: Option<Spot>,
    when: Option<Spot>,
    #[serde(rename = "where")]
    place: Option<Spot>,
}

#[derive(Debug, Serialize)]
struct Flag {
    #[serde(flatten)]
    at: Spot,
    kind: &'static str,
}

#[derive(Debug, Serialize)]
struct Finding {
    code: &'static str,
    severity: &'static str,
    #[serde(flatten)]
    at: Spot,
    message: String,
}

/// The whole content of each quotation: one that runs on over paragraphs without a frame of its own in the later ones
/// has that of all of them.
fn contents(quotations: &[facts::Quotation], snapshot: &Snapshot) -> Vec<Spot> {
    let mut contents: Vec<Spot> = quotations
        .iter()
        .map(|quotation| spot(quotation.content, snapshot))
        .collect();
    let style = |quotation: &facts::Quotation| {
        let mut marks = snapshot.text_of(quotation.place).chars();
        (marks.next(), marks.next().filter(|mark| *mark == '\''))
    };
    let mut run: Vec<usize> = Vec::new();
    for (index, quotation) in quotations.iter().enumerate() {
        if quotation.kind == QuotationKind::Indirect {
            continue;
        }
        run.push(index);
        let goes_on = quotations
            .get(index + 1..)
            .and_then(|later| later.iter().find(|later| later.kind != QuotationKind::Indirect))
            .is_some_and(|later| {
                quotation.kind == QuotationKind::Direct
                    && later.status == QuotationStatus::Carried
                    && later.group == quotation.group
                    && later.place.block == quotation.place.block + 1
                    && (quotation.runs_on || snapshot.ends_block(quotation.place))
                    && style(quotation) == style(later)
            });
        if goes_on {
            continue;
        }
        let whole = run.first().zip(run.last()).and_then(|(first, last)| {
            let (first, last) = (contents.get(*first)?, contents.get(*last)?);
            Some(Spot {
                start: first.start,
                end: last.end.max(first.end),
            })
        });
        for part in run.drain(..) {
            if let (Some(slot), Some(whole)) = (contents.get_mut(part), &whole) {
                *slot = Spot {
                    start: whole.start,
                    end: whole.end,
                };
            }
        }
    }
    contents
}

fn quote(quotation: &facts::Quotation, content: Spot, snapshot: &Snapshot) -> Quote {
    Quote {
        at: spot(quotation.place, snapshot),
        kind: match quotation.kind {
            QuotationKind::Direct => "direct",
            QuotationKind::Mixed => "mixed",
            QuotationKind::Indirect => "indirect",
            QuotationKind::Mention => "mention",
        },
        content,
        speaker: quotation.speaker.as_ref().map(|speaker| Speaker {
            at: spot(speaker.place, snapshot),
            text: speaker.text.clone(),
            resolved: speaker.resolved.clone(),
            actor: speaker.actor.map(actor_id),
        }),
        cue: quotation.cue.as_ref().map(|cue| text(cue.place, snapshot)),
        source: quotation.source.map(|source| text(source, snapshot)),
        status: match quotation.status {
            QuotationStatus::Attributed => "attributed",
            QuotationStatus::Carried => "carried",
            QuotationStatus::Anonymous => "anonymous",
            QuotationStatus::Unattributed => "unattributed",
            QuotationStatus::None => "none",
        },
        group: quotation.group,
        confidence: rounded(quotation.confidence),
        because: quotation.because.clone(),
    }
}

fn actor_of(index: usize, actor: &facts::Actor, snapshot: &Snapshot) -> Actor {
    let register = snapshot.register.as_deref();
    let entry = register.zip(actor.entry).and_then(|(register, id)| register.get(id));
    Actor {
        id: actor_id(ActorId(index)),
        name: actor.name.clone(),
        kind: kind_name(actor.kind),
        roles: actor.roles.iter().map(|role| role.text.clone()).collect(),
        aliases: actor.aliases.iter().map(|(alias, _)| alias.clone()).collect(),
        mentions: actor.mentions.len(),
        entry: entry.map(|entry| Entry {
            id: entry.id.to_string(),
            name: entry.name.to_string(),
            kind: entry.kind.name(),
        }),
    }
}

fn mention_of(mention: &facts::Mention, snapshot: &Snapshot) -> Mention {
    Mention {
        at: spot(mention.place, snapshot),
        kind: kind_name(mention.kind),
        form: match mention.form {
            MentionForm::Named => "named",
            MentionForm::Nominal => "nominal",
            MentionForm::Pronoun => "pronoun",
        },
        cluster: mention.actor.map(actor_id),
    }
}

fn time_of(time: &facts::Time, snapshot: &Snapshot) -> Time {
    Time {
        at: spot(time.place, snapshot),
        text: snapshot.text_of(time.place).to_owned(),
        kind: match time.kind {
            TimeKind::Date => "DATE",
            TimeKind::Time => "TIME",
            TimeKind::Duration => "DURATION",
            TimeKind::Set => "SET",
        },
        value: time.value.clone(),
    }
}

fn event_of((index, event): (usize, &facts::Event), snapshot: &Snapshot) -> Event {
    Event {
        id: format!("e{index}"),
        trigger: Trigger {
            at: spot(event.trigger, snapshot),
            lemma: event.lemma.clone(),
        },
        kind: event.kind.name(),
        plover: event.plover.map(facts::events::Plover::name),
        timeml: event.timeml.name(),
        status: event.status.name(),
        participants: event
            .participants
            .iter()
            .map(|participant| Participant {
                at: spot(participant.place, snapshot),
                role: match participant.role {
                    ParticipantRole::Agent => "agent",
                    ParticipantRole::Patient => "patient",
                    ParticipantRole::Other => "other",
                },
                actor: participant.actor.map(actor_id),
            })
            .collect(),
        time: event
            .times
            .iter()
            .map(|time| EventTime {
                at: spot(time.place, snapshot),
                value: time.value.clone(),
            })
            .collect(),
        place: event.places.iter().map(|place| spot(*place, snapshot)).collect(),
        background: event.background,
    }
}

fn main_event(main: &facts::MainEvent, snapshot: &Snapshot) -> MainEvent {
    let spot_of = |place: Option<Place>| place.map(|place| spot(place, snapshot));
    MainEvent {
        who: spot_of(main.who),
        what: spot_of(main.what),
        when: spot_of(main.when),
        place: spot_of(main.place),
    }
}

fn flag_of(flag: &facts::CalendarFlag, snapshot: &Snapshot) -> Flag {
    Flag {
        at: spot(flag.place, snapshot),
        kind: match flag.kind {
            CalendarFlagKind::WeekdayMismatch => "weekday-mismatch",
            CalendarFlagKind::ImpossibleDate => "impossible-date",
        },
    }
}

fn finding_of(finding: &crate::rules::Finding, source: &str) -> Finding {
    Finding {
        code: finding.code,
        severity: finding.level.name(),
        at: inside(finding.span, source),
        message: finding.message.clone(),
    }
}

fn text(place: Place, snapshot: &Snapshot) -> Text {
    Text {
        at: spot(place, snapshot),
        text: snapshot.text_of(place).to_owned(),
    }
}

fn spot(place: Place, snapshot: &Snapshot) -> Spot {
    inside(snapshot.source_span(place), &snapshot.text)
}

/// The contract promises spans inside the text that cut no character, whatever the analysis says.
fn inside(span: Span, source: &str) -> Spot {
    let start = source.floor_char_boundary(span.start);
    let end = source.ceil_char_boundary(span.end);
    Spot {
        start,
        end: end.max(start),
    }
}

fn actor_id(actor: ActorId) -> String {
    format!("a{}", actor.0)
}

fn kind_name(kind: ActorKind) -> &'static str {
    match kind {
        ActorKind::Person => "person",
        ActorKind::Organization => "organization",
        ActorKind::Place => "place",
        ActorKind::Other => "other",
    }
}

/// Two decimals: more would claim a precision that no confidence has, and differ between machines for nothing.
fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence.clamp(0.0, 1.0)) * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_stay_inside_and_cut_no_character() {
        let source = "“Öl”";
        let spot = inside(Span::new(1, 4), source);
        assert_eq!((spot.start, spot.end), (0, 5));
        let spot = inside(Span::new(90, 99), source);
        assert_eq!((spot.start, spot.end), (source.len(), source.len()));
    }

    #[test]
    fn confidence_is_a_plain_number() {
        assert_eq!(serde_json::to_string(&rounded(0.85)).unwrap(), "0.85");
        assert_eq!(serde_json::to_string(&rounded(f32::NAN.max(2.0))).unwrap(), "1.0");
    }
}
