//! The lists of a document besides its quotations, as they are serialized. The comments are in the published schema.

use schemars::JsonSchema;
use serde::Serialize;

use crate::render::facts::spot::Spot;

/// A person, an organization, a place or something else that acts or is spoken of.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Actor {
    /// What the actor is called in this document.
    pub(super) id: String,
    /// The fullest name, or the description where no name is given.
    pub(super) name: String,
    /// What it is.
    #[serde(rename = "type")]
    #[schemars(extend("enum" = ["person", "organization", "place", "other"]))]
    pub(super) kind: &'static str,
    /// Titles and roles as the draft gives them, first one first.
    pub(super) roles: Vec<String>,
    /// The forms that the draft uses.
    pub(super) aliases: Vec<String>,
    /// How often it is mentioned.
    pub(super) mentions: usize,
    /// The entry in the newsroom's actors.toml.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) entry: Option<Entry>,
}

/// The entry of the newsroom's actor file that an actor is.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Entry {
    /// The entry's own id.
    pub(super) id: String,
    /// The name there.
    pub(super) name: String,
    /// The kind there.
    pub(super) kind: &'static str,
}

/// Where an actor is mentioned.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Mention {
    #[serde(flatten)]
    pub(super) at: Spot,
    /// What is mentioned.
    #[serde(rename = "type")]
    #[schemars(extend("enum" = ["person", "organization", "place", "other"]))]
    pub(super) kind: &'static str,
    /// A name, a description or a pronoun.
    #[schemars(extend("enum" = ["named", "nominal", "pronoun"]))]
    pub(super) form: &'static str,
    /// The `id` of an actor.
    pub(super) cluster: Option<String>,
}

/// A time expression.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Time {
    #[serde(flatten)]
    pub(super) at: Spot,
    /// The type of TIMEX3.
    #[serde(rename = "type")]
    #[schemars(extend("enum" = ["DATE", "TIME", "DURATION", "SET"]))]
    pub(super) kind: &'static str,
    /// The value of TIMEX3.
    pub(super) value: String,
}

/// What happened, happens or is planned.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Event {
    /// What the event is called in this document.
    pub(super) id: String,
    /// The word that names it.
    pub(super) trigger: Trigger,
    /// Its type.
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    /// The type in PLOVER.
    pub(super) plover: Option<&'static str>,
    /// The class in TimeML.
    pub(super) timeml: &'static str,
    /// Whether it took place.
    #[schemars(extend("enum" = ["done", "ongoing", "planned", "possible", "denied"]))]
    pub(super) status: &'static str,
    /// Who takes part.
    pub(super) participants: Vec<Participant>,
    /// When.
    pub(super) time: Vec<EventTime>,
    /// Where.
    pub(super) place: Vec<Spot>,
    /// Whether it was before the story.
    pub(super) background: bool,
    /// How sure it is who takes part.
    #[schemars(range(min = 0, max = 1))]
    pub(super) confidence: f64,
    /// What that rests on.
    pub(super) because: &'static str,
}

/// The word that names an event.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Trigger {
    #[serde(flatten)]
    pub(super) at: Spot,
    /// Its base form.
    pub(super) lemma: String,
}

/// Who takes part in an event.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Participant {
    #[serde(flatten)]
    pub(super) at: Spot,
    /// What they do in it.
    #[schemars(extend("enum" = ["agent", "patient", "other"]))]
    pub(super) role: &'static str,
    /// The `id` of an actor.
    pub(super) actor: Option<String>,
}

/// When an event is.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct EventTime {
    #[serde(flatten)]
    pub(super) at: Spot,
    /// The value of TIMEX3.
    pub(super) value: String,
}

/// What a story is about.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct MainEvent {
    /// Who.
    pub(super) who: Option<Spot>,
    /// What they do.
    pub(super) what: Option<Spot>,
    /// When.
    pub(super) when: Option<Spot>,
    /// Where.
    #[serde(rename = "where")]
    pub(super) place: Option<Spot>,
}

/// A date that contradicts the calendar.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Flag {
    #[serde(flatten)]
    pub(super) at: Spot,
    /// How it contradicts it.
    #[schemars(extend("enum" = ["weekday-mismatch", "impossible-date"]))]
    pub(super) kind: &'static str,
}

/// What `lint` would say.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Finding {
    /// The rule.
    pub(super) code: &'static str,
    /// How much it matters.
    #[schemars(extend("enum" = ["error", "warning", "info", "hint"]))]
    pub(super) level: &'static str,
    /// The same as `level`, under the name that it had in version 1.
    #[schemars(extend("enum" = ["error", "warning", "info", "hint"], "deprecated" = true))]
    pub(super) severity: &'static str,
    #[serde(flatten)]
    pub(super) at: Spot,
    /// What is wrong, in words.
    pub(super) message: String,
}
