//! Hard cases of events on sentences with a parse of their own, so that no test depends on what a model makes of them.

use std::sync::Arc;

use jiff::civil::date;

use super::{EventContext, KeptEvents, find, fold, main_event};
use crate::analysis::locale::Locale;
use crate::analysis::{
    BlockFacts, DraftSettings, Event, EventId, EventKind, Group, List, MainEvent, ParticipantRole, SameBlocks, times,
};
use crate::language::testing::parsed;
use crate::markup::{self, Format, Markup};

/// The events of a draft of Wednesday, October 15, 2025, a block for each line, with its text.
fn folded(blocks: &[&str]) -> (Markup, List<Arc<Event>>, Option<MainEvent>) {
    let read: Vec<_> = blocks.iter().map(|block| parsed(block)).collect();
    let source: Vec<&str> = read.iter().map(|(text, _)| text.as_str()).collect();
    let markup = markup::read(&source.join("\n\n"), Format::Plain);
    assert_eq!(markup.blocks.len(), read.len());
    let facts: Vec<_> = read
        .into_iter()
        .map(|(text, language)| {
            let times = times::of_block(&text, &language);
            Arc::new(BlockFacts {
                events: find(&text, &language, &times),
                times,
                language,
                ..BlockFacts::default()
            })
        })
        .collect();
    let settings = DraftSettings {
        reference_date: Some(date(2025, 10, 15)),
        ..DraftSettings::default()
    };
    let (times, _, anchor) = times::of_draft(&markup, &facts, &settings, Locale::default());
    let known = EventContext {
        anchor: anchor.map(|anchor| anchor.date),
        times: &times,
        actors: &[],
        mentions: &[],
        quotations: &[],
    };
    let events = fold(
        &markup,
        &facts,
        known,
        &SameBlocks::default(),
        &mut KeptEvents::default(),
    );
    let main = main_event(&markup, &facts, &events, known);
    (markup, events, main)
}

/// Events as "trigger kind status agent>patient", agents and patients joined by "+".
fn reported(blocks: &[&str]) -> Vec<String> {
    let (markup, events, _) = folded(blocks);
    events
        .iter()
        .map(|event| {
            let text = |place: crate::analysis::Place| place.span.of(&markup.blocks[place.block.0].text);
            let of = |role| {
                let names: Vec<_> = event
                    .participants
                    .iter()
                    .filter(|one| one.role == role)
                    .map(|one| text(one.place))
                    .collect();
                names.join("+")
            };
            format!(
                "{} {} {:?} {}>{}",
                text(event.trigger),
                event.kind.name(),
                event.status,
                of(ParticipantRole::Agent),
                of(ParticipantRole::Patient)
            )
        })
        .collect()
}

#[test]
fn reciprocal_frames_give_the_same_participants() {
    assert_eq!(
        reported(&["Holub/Holub/NNP/4/nsubj and/and/CC/3/cc Ambe/Ambe/NNP/1/conj met/meet/VBD/0/root"]),
        ["met meet Done Holub>Ambe"]
    );
    assert_eq!(
        reported(&["Holub/Holub/NNP/2/nsubj met/meet/VBD/0/root with/with/IN/4/case Ambe/Ambe/NNP/2/obl"]),
        ["met meet Done Holub>Ambe"]
    );
    assert_eq!(
        reported(&[
            "The/the/DT/2/det talks/talk/NNS/7/nsubj between/between/IN/4/case Holub/Holub/NNP/2/nmod and/and/CC/6/cc \
                Ambe/Ambe/NNP/4/conj failed/fail/VBD/0/root"
        ])[0],
        "talks meet Done Holub>Ambe"
    );
    assert_eq!(
        reported(&[
            "Holub/Holub/NNP/2/nsubj held/hold/VBD/0/root talks/talk/NNS/2/obj with/with/IN/5/case Ambe/Ambe/NNP/3/nmod"
        ]),
        ["talks meet Done Holub>Ambe"]
    );
}

#[test]
fn passives_turn_round() {
    assert_eq!(
        reported(&[
            "The/the/DT/2/det mayor/mayor/NN/4/nsubj:pass was/be/VBD/4/aux:pass arrested/arrest/VBN/0/root by/by/IN/6/case \
                police/police/NN/4/obl:agent"
        ]),
        ["arrested arrest Done police>The mayor"]
    );
}

#[test]
fn control_and_coordination_share_the_subject() {
    assert_eq!(
        reported(&[
            "Ambe/Ambe/NNP/2/nsubj asked/ask/VBD/0/root Holub/Holub/NNP/2/obj to/to/TO/5/mark resign/resign/VB/2/xcomp \
                and/and/CC/7/cc left/leave/VBD/2/conj"
        ]),
        [
            "asked demand Done Ambe>Holub",
            "resign resign Planned Holub>",
            "left leave Done Ambe>"
        ]
    );
}

#[test]
fn status_follows_modals_plans_and_denials() {
    let reported = |marked: &str| {
        let all = reported(&[marked]);
        all.last().unwrap().split(' ').nth(2).unwrap().to_owned()
    };
    assert_eq!(
        reported("Ambe/Ambe/NNP/3/nsubj will/will/VB/3/aux resign/resign/VB/0/root"),
        "Planned"
    );
    assert_eq!(
        reported("Ambe/Ambe/NNP/3/nsubj may/may/VB/3/aux resign/resign/VB/0/root"),
        "Possible"
    );
    assert_eq!(
        reported("Ambe/Ambe/NNP/4/nsubj did/do/VBD/4/aux not/not/RB/4/advmod resign/resign/VB/0/root"),
        "Denied"
    );
    assert_eq!(
        reported("Ambe/Ambe/NNP/2/nsubj denied/deny/VBD/0/root taking/take/VBG/2/xcomp bribes/bribe/NNS/3/obj"),
        "Denied"
    );
    assert_eq!(
        reported("Ambe/Ambe/NNP/2/nsubj plans/plan/VBZ/0/root to/to/TO/4/mark resign/resign/VB/2/xcomp"),
        "Planned"
    );
    assert_eq!(
        reported(
            "He/he/PRP/2/nsubj spoke/speak/VBD/0/root ahead/ahead/RB/2/advmod of/of/IN/6/case the/the/DT/6/det \
              summit/summit/NN/2/obl"
        ),
        "Planned"
    );
    assert_eq!(
        reported(
            "He/he/PRP/2/nsubj discussed/discuss/VBD/0/root an/a/DT/5/det expected/expected/JJ/5/amod meeting/meeting/NN/2/obj"
        ),
        "Planned"
    );
}

#[test]
fn what_is_planned_is_no_fact() {
    let planned = "He/he/PRP/2/nsubj welcomed/welcome/VBD/0/root a/a/DT/4/det meeting/meeting/NN/2/obj \
                   planned/plan/VBN/4/acl";
    assert_eq!(reported(&[planned])[1], "meeting meet Planned >");
    let held = "He/he/PRP/2/nsubj welcomed/welcome/VBD/0/root a/a/DT/4/det meeting/meeting/NN/2/obj";
    assert_eq!(reported(&[held])[1], "meeting meet Done >");
}

#[test]
fn saying_is_the_source_and_not_the_event() {
    let (markup, events, _) = folded(&["Ambe/Ambe/NNP/2/nsubj said/say/VBD/0/root Holub/Holub/NNP/4/nsubj \
                                        resigned/resign/VBD/2/ccomp on/on/IN/6/case Monday/Monday/NNP/4/obl"]);
    let resigned = events.iter().find(|event| event.kind == EventKind::Resign).unwrap();
    let text = |place: crate::analysis::Place| place.span.of(&markup.blocks[place.block.0].text);
    assert_eq!(resigned.source.map(text), Some("Ambe"));
    assert_eq!(resigned.times[0].value, "2025-10-13");
    assert!(
        events
            .iter()
            .all(|event| event.kind == EventKind::Resign || event.kind.group() == Group::Statement)
    );
}

#[test]
fn an_event_told_twice_is_one_and_old_ones_are_background() {
    let (_, events, main) = folded(&[
        "Police/police/NN/2/nsubj arrested/arrest/VBD/0/root the/the/DT/4/det mayor/mayor/NN/2/obj on/on/IN/6/case \
         Monday/Monday/NNP/2/obl",
        "The/the/DT/2/det arrest/arrest/NN/3/nsubj shocked/shock/VBD/0/root Ostrava/Ostrava/NNP/3/obj",
        "In/in/IN/2/case 2018/2018/NN/4/obl he/he/PRP/4/nsubj won/win/VBD/0/root",
    ]);
    let arrests: Vec<_> = events.iter().filter(|event| event.kind == EventKind::Arrest).collect();
    assert_eq!(arrests.len(), 2);
    assert_eq!(arrests[0].retells, None);
    assert_eq!(arrests[1].retells, Some(EventId(0)));
    assert!(
        events
            .iter()
            .find(|event| event.kind == EventKind::Win)
            .unwrap()
            .background
    );
    assert!(main.unwrap().what.is_some());
}

#[test]
fn nouns_inside_compounds_and_adjectives_name_no_event() {
    assert_eq!(
        reported(&["The/the/DT/3/det trade/trade/NN/3/compound minister/minister/NN/4/nsubj slept/sleep/VBD/0/root"]),
        ["slept act Done The trade minister>"]
    );
    assert_eq!(
        reported(&["The/the/DT/3/det wounded/wound/VBN/3/amod man/man/NN/4/nsubj slept/sleep/VBD/0/root"]),
        ["slept act Done The wounded man>"]
    );
}
