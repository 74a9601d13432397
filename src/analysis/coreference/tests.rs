//! The hard cases of descriptions and pronouns, on sentences of our own.

use std::sync::Arc;

use crate::analysis::actors::toy::folded;
use crate::analysis::coreference::{KeptReferences, actor_at, name_speakers, resolve};
use crate::analysis::{Actor, Mention, MentionForm, Place, Quotation, QuotationKind, QuotationStatus, Speaker};
use crate::markup::BlockId;
use crate::text::Span;

/// A quotation of the words in curly marks of each paragraph that holds `speaker`, the first time it is outside of
/// the marks.
fn quotations(paragraphs: &[&str], speakers: &[&str]) -> Vec<Arc<Quotation>> {
    let mut found = Vec::new();
    for (block, paragraph) in paragraphs.iter().enumerate() {
        let (Some(open), Some(close)) = (paragraph.find('“'), paragraph.find('”')) else {
            continue;
        };
        let speaker = speakers[found.len()];
        let at = paragraph
            .match_indices(speaker)
            .map(|(at, _)| at)
            .find(|at| *at < open || *at > close)
            .unwrap();
        let place = Place::new(BlockId(block), Span::new(open, close + '”'.len_utf8()));
        found.push(Arc::new(Quotation {
            place,
            content: place,
            kind: QuotationKind::Direct,
            closed: true,
            runs_on: false,
            speaker: Some(Speaker {
                place: Place::new(BlockId(block), Span::new(at, at + speaker.len())),
                text: speaker.to_owned(),
                resolved: None,
                actor: None,
            }),
            cue: None,
            source: None,
            addressee: None,
            status: QuotationStatus::Attributed,
            group: found.len(),
            confidence: 1.0,
            because: String::new(),
            insertions: Vec::new(),
            candidates: Vec::new(),
            contested: false,
        }));
    }
    found
}

/// The actors, mentions and quotations of a draft, and what is shown of its descriptions and pronouns.
type ResolvedDraft = (Vec<Arc<Actor>>, Vec<Mention>, Vec<Arc<Quotation>>, Vec<String>);

fn resolved(paragraphs: &[&str], speakers: &[&str]) -> ResolvedDraft {
    let (markup, blocks, mut actors, mut mentions) = folded(paragraphs);
    let quotations = quotations(paragraphs, speakers);
    let mut kept = KeptReferences::default();
    let last = (&mut kept, None);
    resolve((&markup, &blocks), &mut actors, &mut mentions, &quotations, last);
    let quotations = name_speakers(quotations, &actors, &mentions, (&mut kept, None));
    let shown = mentions
        .iter()
        .filter(|mention| mention.form != MentionForm::Named)
        .map(|mention| {
            let text = mention.place.span.of(&markup.blocks[mention.place.block.0].text);
            let actor = mention.actor.map_or("?", |id| actors[id.0].name.as_str());
            format!("{text} = {actor}")
        })
        .collect();
    (actors, mentions, quotations, shown)
}

/// Each description and pronoun with the actor it refers to.
fn check(paragraphs: &[&str], speakers: &[&str], expected: &[&str]) {
    let (_, _, _, shown) = resolved(paragraphs, speakers);
    assert_eq!(shown, expected, "{paragraphs:?}");
}

#[test]
fn a_role_with_one_holder_is_the_holder() {
    check(
        &["Finance Minister Rosa Weil met Mayor Tom Holt.", "The minister left."],
        &[],
        &["The minister = Rosa Weil"],
    );
}

#[test]
fn a_role_with_two_holders_stays_open_and_says_so() {
    let (_, mentions, _, shown) = resolved(
        &[
            "Finance Minister Rosa Weil met Foreign Minister Tom Holt.",
            "The minister left.",
        ],
        &[],
    );
    assert_eq!(shown, ["The minister = ?"]);
    let because = &mentions.last().unwrap().because;
    assert_eq!(
        because,
        "not resolved: Rosa Weil and Tom Holt could each be \"the minister\""
    );
}

#[test]
fn a_modifier_tells_two_holders_apart() {
    check(
        &[
            "Finance Minister Rosa Weil met Foreign Minister Tom Holt.",
            "The foreign minister left.",
        ],
        &[],
        &["The foreign minister = Tom Holt"],
    );
}

#[test]
fn a_noun_of_the_name_is_the_organization() {
    check(
        &["The Harbour Workers Union voted. Rosa Weil left. The union won."],
        &[],
        &["The union = Harbour Workers Union"],
    );
}

#[test]
fn somebody_without_a_name_is_an_actor_when_mentioned_again() {
    check(
        &["A tall sailor arrived. The sailor left."],
        &[],
        &["A tall sailor = A tall sailor", "The sailor = A tall sailor"],
    );
}

#[test]
fn marked_gender_decides() {
    check(
        &["Mrs. Weil met Mr. Holt.", "He left. She spoke."],
        &[],
        &["He = Holt", "She = Weil"],
    );
}

#[test]
fn a_pronoun_over_a_rival_stays_open() {
    let (_, mentions, ..) = resolved(&["Vance met Abara on Friday. He left."], &[]);
    let pronoun = mentions.last().unwrap();
    assert_eq!(pronoun.actor, None);
    assert_eq!(pronoun.because, "not resolved: could be Vance or Abara");
}

#[test]
fn a_pronoun_that_speaks_is_the_one_who_spoke_last() {
    check(
        &["“It failed,” Okoro said of Holt.", "“Nobody told them,” he said."],
        &["Okoro", "he"],
        &["It = ?", "them = ?", "he = Okoro"],
    );
}

#[test]
fn first_persons_in_a_quotation_are_its_speaker() {
    check(
        &["“I left,” said Rosa Weil. Tom Holt left."],
        &["Rosa Weil"],
        &["I = Rosa Weil"],
    );
}

#[test]
fn we_of_one_person_is_more_than_that_person() {
    let (_, mentions, ..) = resolved(&["“We left,” said Rosa Weil."], &["Rosa Weil"]);
    assert_eq!(mentions[0].actor, None);
    assert_eq!(mentions[0].because, "not resolved: the speaker and others");
}

#[test]
fn we_of_somebody_who_speaks_for_an_organization_is_the_organization() {
    check(
        &["“We left,” said Rosa Weil, a spokeswoman for Lindqvist Group."],
        &["Rosa Weil"],
        &["We = Lindqvist Group", "a spokeswoman for Lindqvist Group = Rosa Weil"],
    );
}

#[test]
fn a_company_among_several_is_the_one_that_acts() {
    check(
        &["Lindqvist Group praised Osland Bank. The company left."],
        &[],
        &["The company = Lindqvist Group"],
    );
}

#[test]
fn a_name_that_stands_only_in_quoted_words_is_no_candidate() {
    check(
        &["Tom Holt spoke. “Karl Abara lost,” said Tom Holt. He left."],
        &["Tom Holt"],
        &["He = Tom Holt"],
    );
}

#[test]
fn a_possessive_is_the_subject_of_its_sentence() {
    check(&["Rosa Weil left. Ana Ruiz lost her ship."], &[], &["her = Ana Ruiz"]);
}

#[test]
fn speakers_get_their_full_name() {
    let (_, _, quotations, _) = resolved(
        &[
            "Foreign Minister Wang Dao spoke.",
            "“It failed,” Wang said.",
            "“It was old,” the minister said.",
        ],
        &["Wang", "the minister"],
    );
    let names: Vec<_> = quotations
        .iter()
        .map(|quotation| quotation.speaker.as_ref().unwrap().resolved.as_deref())
        .collect();
    assert_eq!(names, [Some("Wang Dao"), Some("Wang Dao")]);
}

#[test]
fn a_speaker_whom_the_name_layer_missed_is_known_by_the_name() {
    let paragraphs = ["Foreign Minister Wang Dao spoke.", "“It failed,” Wang said."];
    let (_, _, actors, mentions) = folded(&paragraphs);
    let quotations = quotations(&paragraphs, &["Wang"]);
    let first_paragraph: Vec<Mention> = mentions
        .into_iter()
        .filter(|mention| mention.place.block.0 == 0)
        .collect();
    let quotations = name_speakers(
        quotations,
        &actors,
        &first_paragraph,
        (&mut KeptReferences::default(), None),
    );
    let speaker = quotations[0].speaker.as_ref().unwrap();
    assert_eq!(speaker.resolved.as_deref(), Some("Wang Dao"));
}

#[test]
fn the_speaker_of_a_long_phrase_is_its_head() {
    let text = "“Enough,” said the head of the union.";
    let (actors, mentions, quotations, _) = resolved(&[text], &["the head of the union"]);
    let actor = actor_at(&mentions, quotations[0].speaker.as_ref().unwrap().place).unwrap();
    assert_eq!(actors[actor.0].name, "the head of the union");
}

#[test]
fn an_apposition_and_its_name_are_one_speaker() {
    let text = "“I am out,” the captain, Rosa Weil, told reporters.";
    let (actors, mentions, quotations, _) = resolved(&[text], &["the captain, Rosa Weil"]);
    let actor = actor_at(&mentions, quotations[0].speaker.as_ref().unwrap().place).unwrap();
    assert_eq!(actors[actor.0].name, "Rosa Weil");
    assert_eq!(actors[actor.0].roles[0].text, "captain");
}

#[test]
fn the_fold_is_linear_in_the_number_of_mentions() {
    let paragraph = "Finance Minister Rosa Weil met Mayor Tom Holt. The minister left. He spoke to his envoy.";
    let paragraphs = vec![paragraph; 1600];
    let (markup, blocks) = crate::analysis::actors::toy::draft(&paragraphs);
    let started = std::time::Instant::now();
    let (mut actors, mut mentions) = crate::analysis::actors::fold(&markup, &blocks);
    let last = (&mut KeptReferences::default(), None);
    resolve((&markup, &blocks), &mut actors, &mut mentions, &[], last);
    let took = started.elapsed();
    assert!(mentions.len() >= 9_000, "{}", mentions.len());
    // Far more than a build without optimisation needs on a slow machine, and far less than a quadratic fold would.
    assert!(took.as_secs() < 10, "{took:?}");
}
