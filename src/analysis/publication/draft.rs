//! What is the publication's own in a draft: its names are taken out of the actors, and it takes part in no event. What is said
//! to it and by it stays where it is.

use std::borrow::Cow;
use std::sync::Arc;

use smol_str::SmolStr;

use crate::analysis::publication::Publication;
use crate::analysis::{Actor, ActorId, ActorKind, Event, List, MainEvent, Mention, MentionForm, Participant, Place};
use crate::markup::Markup;
use crate::text::Span;

/// Fields of the front matter that name the publication.
const FIELDS: [&str; 3] = ["publication", "publisher", "newspaper"];

/// A longer value is no name.
const LONGEST: usize = 80;

/// Whoever asks for the paper: “told a Courier reporter”.
const REPORTERS: [&str; 6] = [
    "reporter",
    "reporters",
    "correspondent",
    "journalist",
    "journalists",
    "photographer",
];

/// The publication that a draft is for: what the newsroom says, and what the front matter says. Linear in the fields.
#[must_use]
pub fn of_draft<'a>(markup: &Markup, known: &'a Publication) -> Cow<'a, Publication> {
    let fields = FIELDS.iter().filter_map(|key| markup.front.get(&[key]));
    let mut named = fields.filter(|field| field.value.len() <= LONGEST).peekable();
    match named.peek() {
        None => Cow::Borrowed(known),
        Some(_) => Cow::Owned(known.clone().and(named.map(|field| field.value.as_str()))),
    }
}

/// Takes the publication and its reporters out of the actors, and returns where they are named, in the order of the text. Linear
/// in the mentions.
pub fn take_out(
    markup: &Markup,
    publication: &Publication,
    actors: &mut Vec<Arc<Actor>>,
    mentions: &mut [Mention],
) -> Vec<Place> {
    if publication.is_empty() {
        return Vec::new();
    }
    let is_named =
        |mention: &Mention| mention.form == MentionForm::Named && publication.has(markup.text_of(mention.place));
    let is_own: Vec<bool> = actors
        .iter()
        .map(|actor| {
            // A person may have a last name like the paper's.
            let mut named = actor.mentions.iter().filter_map(|at| mentions.get(at.0));
            publication.has(&actor.name) || actor.kind != ActorKind::Person && named.any(is_named)
        })
        .collect();
    let own = |id: ActorId| is_own.get(id.0).copied().unwrap_or(false);
    let mut places = Vec::new();
    let mut next = 0;
    let moved: Vec<ActorId> = is_own
        .iter()
        .map(|is_own| {
            let id = ActorId(next);
            next += usize::from(!is_own);
            id
        })
        .collect();
    for mention in mentions.iter_mut() {
        let is_publication = match mention.actor {
            Some(id) => own(id),
            None => is_named(mention),
        };
        if is_publication {
            mention.actor = None;
            mention.because = SmolStr::new_static("the publication itself");
            places.push(mention.place);
        } else if let Some(id) = mention.actor {
            mention.actor = moved.get(id.0).copied();
        }
    }
    let mut keep = is_own.iter();
    actors.retain(|_| !keep.next().copied().unwrap_or(false));
    places
}

/// The events without the publication, where it is named at these places. Linear in the participants.
pub fn out_of_events(
    markup: &Markup,
    places: &[Place],
    events: List<Arc<Event>>,
    main: Option<&mut MainEvent>,
) -> List<Arc<Event>> {
    if places.is_empty() {
        return events;
    }
    let is_own = |participant: &Participant| is_publication(markup, places, participant.place);
    let mut events: Vec<Arc<Event>> = events.iter().cloned().collect();
    for event in &mut events {
        if event.participants.iter().any(is_own) {
            Arc::make_mut(event).participants.retain(|one| !is_own(one));
        }
    }
    if let Some(main) = main {
        main.who = main.who.filter(|who| !is_publication(markup, places, *who));
    }
    events.into()
}

/// Whether a phrase is the publication and nothing else (“the Ostby Courier”), or somebody who asks for it.
fn is_publication(markup: &Markup, places: &[Place], phrase: Place) -> bool {
    let first = places.partition_point(|place| (place.block, place.span.end) < (phrase.block, phrase.span.start));
    let inside = places.get(first..).unwrap_or(&[]).iter();
    inside
        .take_while(|place| place.block == phrase.block && place.span.start < phrase.span.end)
        .filter(|place| phrase.covers(**place))
        .any(|place| {
            let text = |start, end| markup.text_of(Place::new(phrase.block, Span::new(start, end))).trim();
            let before = text(phrase.span.start, place.span.start).to_lowercase();
            let after = text(place.span.end, phrase.span.end).to_lowercase();
            matches!(before.as_str(), "" | "a" | "an" | "the")
                && (after.is_empty() || REPORTERS.contains(&after.as_str()))
        })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::analysis::publication::Publication;
    use crate::analysis::{DraftSettings, Facts, fold, of_blocks};
    use crate::language::embedded;
    use crate::markup::{self, Format, Markup};

    fn read(text: &str, names: &[&str]) -> (Markup, Facts) {
        let markup = markup::read(text, Format::Markdown);
        let blocks = of_blocks(&markup, embedded());
        let settings = DraftSettings {
            publication: Arc::new(Publication::new(names)),
            ..DraftSettings::default()
        };
        let facts = fold(&markup, &blocks, &settings);
        (markup, facts)
    }

    fn actors(text: &str, names: &[&str]) -> Vec<String> {
        let (_, facts) = read(text, names);
        for (at, actor) in facts.actors.iter().enumerate() {
            let own = actor
                .mentions
                .iter()
                .map(|id| facts.mentions[id.0].actor.map(|id| id.0));
            assert!(own.into_iter().all(|id| id == Some(at)), "{facts:?}");
        }
        facts.actors.iter().map(|actor| actor.name.clone()).collect()
    }

    fn participants(text: &str, names: &[&str]) -> Vec<String> {
        let (markup, facts) = read(text, names);
        let places = facts.events.iter().flat_map(|event| &event.participants);
        let who = facts.main_event.as_ref().and_then(|main| main.who);
        let places = places.map(|one| one.place).chain(who);
        places.map(|place| markup.text_of(place).to_owned()).collect()
    }

    const DRAFT: &str = "Ana Weil met Bo Lund of the Ostby Courier in Kessel on Monday. The Ostby Courier sued the port, and \
                         Rosa Quist visited the Courier. “It is late,” Quist told the Courier.\n";

    #[test]
    fn the_paper_is_nobody_in_its_own_story() {
        let all = actors(DRAFT, &[]);
        assert!(all.contains(&"Ostby Courier".to_owned()), "{all:?}");
        for names in [&["Ostby Courier"][..], &["Courier", "the Ostby Courier"]] {
            let others = actors(DRAFT, names);
            assert!(
                !others.iter().any(|name| name.contains("Courier")),
                "{names:?}: {others:?}"
            );
            assert!(others.len() < all.len(), "{names:?}: {others:?}");
        }
    }

    #[test]
    fn it_takes_part_in_no_event() {
        assert!(participants(DRAFT, &[]).iter().any(|name| name.contains("the Courier")));
        let others = participants(DRAFT, &["Ostby Courier"]);
        assert!(others.iter().any(|name| name == "Rosa Quist"), "{others:?}");
        let own = ["the Courier", "The Ostby Courier"];
        assert!(!others.iter().any(|name| own.contains(&name.as_str())), "{others:?}");
    }

    #[test]
    fn a_reporter_is_nobody_and_somebody_named_like_the_paper_is() {
        let text = "Ana Weil met Ida Courier in Kessel. Courier left, and Bo Lund of the Courier visited Weil.\n";
        let others = actors(text, &["Courier", "Bo Lund"]);
        assert!(others.contains(&"Ida Courier".to_owned()), "{others:?}");
        assert!(!others.contains(&"Bo Lund".to_owned()), "{others:?}");
    }

    #[test]
    fn the_front_matter_names_it_too() {
        let text = format!("---\ntitle: Port\npublication: The Ostby Courier\n---\n\n{DRAFT}");
        let others = actors(&text, &[]);
        assert!(!others.iter().any(|name| name.contains("Courier")), "{others:?}");
    }

    #[test]
    fn a_quotation_that_the_paper_was_told_has_its_speaker() {
        let (_, facts) = read(DRAFT, &["Courier"]);
        let speaker = facts
            .quotations
            .iter()
            .find_map(|one| one.speaker.as_ref()?.resolved.clone());
        assert_eq!(speaker.as_deref(), Some("Rosa Quist"));
    }
}
