//! The published format of `extract`, as it is serialized. It is apart from the fact types, so that no inner type becomes a
//! public format by accident.

use serde::Serialize;
use serde_json::Value;

/// Everything `extract` says about one draft. Offsets are UTF-8 bytes of the source.
#[derive(Debug, Serialize)]
pub struct Document {
    pub(super) id: Value,
    /// The language (ISO 639-3) of a draft that was left alone because it is not English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) left_alone: Option<&'static str>,
    pub(super) quotes: Vec<Quote>,
    pub(super) actors: Vec<Actor>,
    pub(super) mentions: Vec<Mention>,
    pub(super) times: Vec<Time>,
    pub(super) events: Vec<Event>,
    pub(super) main_event: Option<MainEvent>,
    pub(super) flags: Vec<Flag>,
    pub(super) findings: Vec<Finding>,
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

/// A stretch of the source.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Spot {
    pub(super) start: usize,
    pub(super) end: usize,
}

#[derive(Debug, Serialize)]
pub(super) struct Quote {
    #[serde(flatten)]
    pub(super) at: Spot,
    pub(super) kind: &'static str,
    pub(super) content: Spot,
    pub(super) speaker: Option<Speaker>,
    pub(super) cue: Option<Text>,
    pub(super) source: Option<Text>,
    pub(super) status: &'static str,
    pub(super) group: usize,
    pub(super) confidence: f64,
    pub(super) because: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Speaker {
    #[serde(flatten)]
    pub(super) at: Spot,
    pub(super) text: String,
    pub(super) resolved: Option<String>,
    pub(super) actor: Option<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct Text {
    #[serde(flatten)]
    pub(super) at: Spot,
    pub(super) text: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Actor {
    pub(super) id: String,
    pub(super) name: String,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) roles: Vec<String>,
    pub(super) aliases: Vec<String>,
    pub(super) mentions: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) entry: Option<Entry>,
}

/// The entry of the newsroom's actor file that an actor is.
#[derive(Debug, Serialize)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) kind: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct Mention {
    #[serde(flatten)]
    pub(super) at: Spot,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) form: &'static str,
    pub(super) cluster: Option<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct Time {
    #[serde(flatten)]
    pub(super) at: Spot,
    pub(super) text: String,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) value: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Event {
    pub(super) id: String,
    pub(super) trigger: Trigger,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) plover: Option<&'static str>,
    pub(super) timeml: &'static str,
    pub(super) status: &'static str,
    pub(super) participants: Vec<Participant>,
    pub(super) time: Vec<EventTime>,
    pub(super) place: Vec<Spot>,
    pub(super) background: bool,
    pub(super) confidence: f64,
    pub(super) because: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct Trigger {
    #[serde(flatten)]
    pub(super) at: Spot,
    pub(super) lemma: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Participant {
    #[serde(flatten)]
    pub(super) at: Spot,
    pub(super) role: &'static str,
    pub(super) actor: Option<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct EventTime {
    #[serde(flatten)]
    pub(super) at: Spot,
    pub(super) value: String,
}

#[derive(Debug, Serialize)]
pub(super) struct MainEvent {
    pub(super) who: Option<Spot>,
    pub(super) what: Option<Spot>,
    pub(super) when: Option<Spot>,
    #[serde(rename = "where")]
    pub(super) place: Option<Spot>,
}

#[derive(Debug, Serialize)]
pub(super) struct Flag {
    #[serde(flatten)]
    pub(super) at: Spot,
    pub(super) kind: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct Finding {
    pub(super) code: &'static str,
    pub(super) severity: &'static str,
    #[serde(flatten)]
    pub(super) at: Spot,
    pub(super) message: String,
}
