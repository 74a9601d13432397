//! Which speaker a paragraph hands on to the next one, and when it hands on none. It gives no quotation its speaker.

use smol_str::SmolStr;

use crate::analysis::attribution::draft::people::{Somebody, is_body, is_one, is_one_person, name_of, people};
use crate::analysis::attribution::draft::section::Section;
use crate::analysis::attribution::draft::types::{Carried, ChainLink, HandedOn, Here};
use crate::analysis::attribution::frame::is_dash_or_hyphen;
use crate::analysis::attribution::lexicon::cue;
use crate::analysis::attribution::paragraph::stance::INVITATIONS;
use crate::analysis::attribution::types::{LocalQuotation, Quotation, QuotationKind, QuotationStatus, Voice};
use crate::markup::{Block, BlockId};
use crate::text::Span;

/// After how many paragraphs in a row a speaker is no longer carried over without being named again.
pub const LONGEST_CHAIN: usize = 5;

/// How many sentences a block has at most that introduces somebody who speaks next.
const LONGEST_STAGE: usize = 2;

/// How a sentence begins that introduces somebody, besides those that invite the reader to look at them.
const STAGE_OPENERS: [&str; 5] = ["For ", "Among ", "One of ", "What ", "None of "];

/// How many words may follow a quotation that ends its paragraph: its frame, with what describes the speaker.
const LONGEST_FRAME: usize = 25;

/// What a block hands on to the next one. `quotations` are those of the block.
#[must_use]
pub fn hand_on(quotations: &[Quotation], here: Here<'_>, before: &HandedOn, section: &Section<'_>) -> HandedOn {
    let from = before.carried.as_deref();
    let speech = &here.facts.speech;
    if let Some(voice) = &speech.lead_in {
        return HandedOn::of(Some(new(here, voice, ChainLink::LeadIn)));
    }
    let Some((last, local)) = last_speech(quotations, &speech.quotations) else {
        return after_silence(here, from, section);
    };
    if last.contested && last.speaker.is_none() {
        return HandedOn::CONTESTED;
    }
    let rest = rest_after(here, last);
    let others = people(here.block, here.facts, rest);
    let sentences = sentences_in(here, rest);
    let (carried, link) = if last.status == QuotationStatus::Carried {
        (from.and_then(|from| carried_on(from, last)), ChainLink::Quotation)
    } else {
        let Some(voice) = voice_of(last, local, &speech.quotations) else {
            // A fragment that is nobody's does not hide what its sentence says of somebody.
            return match last.kind {
                QuotationKind::Mixed => after_silence(here, from, section),
                _ => HandedOn::NOBODY,
            };
        };
        let link = link_of(last, here.block);
        let carried = Carried {
            status: last.status,
            group: last.group,
            ..new(here, voice, link)
        };
        if is_signed(voice) {
            return HandedOn::NOBODY;
        }
        if let Some(handed_on) = instead_of_speaker(here, last, &carried, section) {
            return handed_on;
        }
        if answers(before, &carried) || from.is_some_and(|from| takes_turns(from, &carried, here.id)) {
            return HandedOn::CONTESTED;
        }
        (Some(carried), link)
    };
    let Some(carried) = carried else {
        return HandedOn::NOBODY;
    };
    let link = match sentences {
        0 => link,
        _ if section.are_all(&others, &carried) => ChainLink::About,
        1 if others.all.is_empty() => ChainLink::Plain,
        _ => {
            cov_mark::hit!(somebody_else_is_named_after_the_quotation);
            return HandedOn::CONTESTED;
        }
    };
    HandedOn::of(Some(Carried { link, ..carried }))
}

/// What a question hands on, and a report without marks that ends with somebody else: not its speaker.
fn instead_of_speaker(here: Here<'_>, last: &Quotation, carried: &Carried, section: &Section<'_>) -> Option<HandedOn> {
    let is_report = carried.link == ChainLink::Indirect;
    if is_report && !is_one_person(here.block, here.facts, &carried.voice) {
        return Some(unless_several(here, &carried.voice));
    }
    if is_report && is_of_another(here, last, carried, section) {
        cov_mark::hit!(the_report_ends_with_another);
        return Some(HandedOn::CONTESTED);
    }
    // Another answers.
    asks(last, here.block).then(|| HandedOn {
        asks: Some(SmolStr::from(carried.name.as_str())),
        ..HandedOn::CONTESTED
    })
}

/// After words reported from a body or a document, more of its words may come ("the company said"); several people, or
/// people of a kind, do not go on speaking as one ("Analysts said … “If you take a salary …”"), and what a study shows
/// is not said by anybody.
fn unless_several(here: Here<'_>, voice: &Voice) -> HandedOn {
    let says = cue(&voice.lemma).is_none_or(|class| class.say);
    match says && is_one(here.block, here.facts, voice) && is_body(here.block, here.facts, voice) {
        true => HandedOn::CONTESTED,
        false => HandedOn::NOBODY,
    }
}

/// What a block in which nobody speaks hands on: who takes a stance in it, or the one it is about, if that one spoke before.
fn after_silence(here: Here<'_>, from: Option<&Carried>, section: &Section<'_>) -> HandedOn {
    let stance = here.facts.speech.stance.as_ref();
    let opens = |voice: &Voice| cue(&voice.lemma).is_none_or(|class| !class.that && !class.describe);
    match stance {
        // Another answers a question.
        Some(voice) if is_one_person(here.block, here.facts, voice) && voice.lemma == "ask" => {
            return HandedOn::CONTESTED;
        }
        Some(voice) if is_one_person(here.block, here.facts, voice) => {
            cov_mark::hit!(a_stance_is_handed_on);
            return HandedOn::of(Some(new(here, voice, ChainLink::Stance)));
        }
        Some(voice)
            if (opens(voice) || is_body(here.block, here.facts, voice)) && is_one(here.block, here.facts, voice) =>
        {
            return HandedOn::CONTESTED;
        }
        _ => {}
    }
    let whole = Span::new(0, here.block.text.len());
    let named = people(here.block, here.facts, whole);
    // "From the desk of Ana Lund, Quay Research.": a name without a verb introduces what comes.
    let is_label = !here.facts.language.words.iter().any(|word| word.tag.is_finite());
    let mut names = named.all.iter().filter(|one| matches!(one, Somebody::Named(_)));
    let introduces = here.block.text.trim_start().starts_with("From ");
    if is_label && (introduces || names.next().is_some() && names.next().is_none()) {
        return HandedOn::CONTESTED;
    }
    let stays = |from: &&Carried| {
        let plain = named.all.is_empty() && from.link != ChainLink::Plain && sentences_in(here, whole) <= 1;
        from.chain < LONGEST_CHAIN && (plain || section.are_all(&named, from))
    };
    let link = match named.all.is_empty() {
        true => ChainLink::Plain,
        false => ChainLink::About,
    };
    let carried = from.filter(stays).or_else(|| section.only(&named, here.id));
    if carried.is_none()
        && let Some(name) = who_is_introduced(here)
    {
        cov_mark::hit!(a_paragraph_about_one_sets_the_stage);
        return HandedOn {
            about: Some(name.into()),
            ..HandedOn::CONTESTED
        };
    }
    HandedOn::of(carried.map(|from| Carried {
        chain: from.chain + 1,
        link,
        ..from.clone()
    }))
}

/// "For Ana Lund, the closure is personal.", "Among those who stayed is Ana Lund.": the one person that the last sentence of a short block
/// names and tells of, the last word of the name in lowercase.
fn who_is_introduced(here: Here<'_>) -> Option<String> {
    let (block, facts) = (here.block, here.facts);
    let [.., last] = facts.language.sentences.as_slice() else {
        return None;
    };
    if !facts.speech.sets_stage || facts.language.sentences.len() > LONGEST_STAGE {
        return None;
    }
    let people = people(block, facts, last.span);
    let text = last.span.of(&block.text);
    let invites = text
        .split_once(' ')
        .is_some_and(|(first, _)| INVITATIONS.contains(&first));
    let leads = invites || STAGE_OPENERS.iter().any(|words| text.starts_with(words));
    let mut names = people.all.into_iter().filter_map(|one| match one {
        Somebody::Named(name) => Some(name),
        _ => None,
    });
    let first = names.next().filter(|_| people.has_subject || leads)?;
    names.all(|name| name == first).then_some(first)
}

/// Those whose words a block quotes or reports, each one person, body or document.
pub fn speakers<'a>(here: Here<'a>) -> impl Iterator<Item = Carried> + 'a {
    let quotations = here
        .facts
        .speech
        .quotations
        .iter()
        .filter(|quotation| quotation.is_speech);
    quotations
        .filter_map(|quotation| quotation.voice.as_ref())
        .filter(move |voice| is_one(here.block, here.facts, voice))
        .map(move |voice| new(here, voice, ChainLink::About))
}

/// A speaker that a block names itself.
fn new(here: Here<'_>, voice: &Voice, link: ChainLink) -> Carried {
    Carried {
        block: here.id,
        voice: voice.clone(),
        text: voice.speaker.of(&here.block.text).into(),
        status: QuotationStatus::Attributed,
        link,
        chain: 0,
        group: usize::MAX,
        name: name_of(here.block, here.facts, voice),
    }
}

/// The last quotation of a block that is somebody's speech.
fn last_speech<'a>(here: &'a [Quotation], locals: &'a [LocalQuotation]) -> Option<(&'a Quotation, &'a LocalQuotation)> {
    here.iter()
        .zip(locals)
        .rev()
        .find(|(quotation, local)| quotation.kind != QuotationKind::Mention && local.is_speech)
}

/// Who speaks last. A fragment without a speaker counts as part of the speech before it.
fn voice_of<'a>(last: &Quotation, local: &'a LocalQuotation, locals: &'a [LocalQuotation]) -> Option<&'a Voice> {
    let fragment = last.kind == QuotationKind::Mixed;
    let earlier = || {
        let mut before = locals.iter().rev().filter(|before| before.is_speech);
        before.find_map(|before| before.voice.as_ref()).filter(|_| fragment)
    };
    local.voice.as_ref().or_else(earlier)
}

/// "She said that she went for fun, which Weil could understand.": whether the reporting sentence goes on to somebody
/// else.
fn is_of_another(here: Here<'_>, last: &Quotation, carried: &Carried, section: &Section<'_>) -> bool {
    let rest = rest_after(here, last);
    let after = people(
        here.block,
        here.facts,
        Span::new(last.place.span.end.min(rest.start), rest.start),
    );
    // "She said that … Weil": whoever is named inside what a pronoun reports is another.
    let pronoun = matches!(carried.name.as_str(), "he" | "she" | "they");
    let named = pronoun && after.all.iter().any(|one| matches!(one, Somebody::Named(_)));
    after.has_subject && (named || !section.are_all(&after, carried))
}

/// What follows the sentence of a quotation in its block.
fn rest_after(here: Here<'_>, last: &Quotation) -> Span {
    let language = &here.facts.language;
    let end = last.place.span.end;
    let sentence = language.sentence_at(end.saturating_sub(1));
    let sentence = sentence.and_then(|at| language.sentences.get(at));
    let length = here.block.text.len();
    Span::new(
        sentence.map_or(end, |sentence| sentence.span.end).max(end).min(length),
        length,
    )
}

/// How many sentences begin in a stretch of a block.
fn sentences_in(here: Here<'_>, stretch: Span) -> usize {
    let sentences = here.facts.language.sentences.iter();
    sentences.filter(|sentence| stretch.covers(sentence.span)).count()
}

/// A speaker who was carried here goes on, until the chain is too long.
fn carried_on(from: &Carried, last: &Quotation) -> Option<Carried> {
    (from.chain < LONGEST_CHAIN).then(|| Carried {
        chain: from.chain + 1,
        group: last.group,
        link: ChainLink::Quotation,
        ..from.clone()
    })
}

/// Whether a quotation ends its paragraph, its frame not counted.
fn link_of(last: &Quotation, block: &Block) -> ChainLink {
    let rest = block.text.get(last.place.span.end..).unwrap_or("");
    if last.kind == QuotationKind::Direct && rest.split_whitespace().count() <= LONGEST_FRAME {
        ChainLink::Quotation
    } else {
        ChainLink::Indirect
    }
}

/// “We leave at dawn.” — Ana Lund: a signature closes what somebody says.
fn is_signed(voice: &Voice) -> bool {
    is_dash_or_hyphen(&voice.lemma)
}

/// “What now?” Rao asked. Another answers. A question that is quoted inside the quotation asks nobody here.
#[must_use]
pub fn asks(last: &Quotation, block: &Block) -> bool {
    let quoted = last.place.span.of(&block.text);
    let mut letters = quoted.chars();
    let _mark = letters.next_back();
    last.kind == QuotationKind::Direct && letters.as_str().trim_end_matches([',', ' ']).ends_with('?')
}

/// Two speakers take turns if the quotation of one is right after that of the other: the next quotation may be
/// either's.
fn takes_turns(from: &Carried, now: &Carried, id: BlockId) -> bool {
    let pronoun = is_pronoun(&now.name);
    let both_quoted = from.link == ChainLink::Quotation && now.link == ChainLink::Quotation;
    both_quoted && from.block.next() == id && from.chain == 0 && !pronoun && from.name != now.name
}

/// “Is it cold?” the girl asked. “Like a slap,” said her uncle. The next words may be those of the girl again.
fn answers(before: &HandedOn, now: &Carried) -> bool {
    let asked_by = before.asks.as_ref().filter(|_| now.link == ChainLink::Quotation);
    asked_by.is_some_and(|name| !is_pronoun(name) && !is_pronoun(&now.name) && *name != now.name)
}

fn is_pronoun(name: &str) -> bool {
    ["he", "she", "they", "it"].contains(&name)
}
