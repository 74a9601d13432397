//! Which speaker a paragraph hands on to the next one, and when it hands on none. It gives no quotation its speaker.

use crate::analysis::attribution::frame::is_dash_or_hyphen;
use crate::analysis::attribution::judge::voice::is_person;
use crate::analysis::attribution::types::{Quotation, QuotationKind, QuotationStatus, Speech, Voice};
use crate::markup::{Block, BlockId};

/// After how many paragraphs in a row a speaker is no longer carried over without being named again.
pub const LONGEST_CHAIN: usize = 5;

/// How many words may follow a quotation that ends its paragraph: its frame, with what describes the speaker.
const LONGEST_FRAME: usize = 25;

/// A speaker that the next block may take over.
#[derive(Clone, Debug)]
pub struct Carried {
    /// The block that names it.
    pub block: BlockId,
    /// Who it is.
    pub voice: Voice,
    /// How it was found there.
    pub status: QuotationStatus,
    /// What in the paragraph before links it to the next one.
    pub link: ChainLink,
    /// Over how many paragraphs it was carried already.
    pub chain: usize,
    /// The group of its last quotation.
    pub group: usize,
    /// The last word of its name, in lowercase.
    pub name: String,
}

/// What links a speaker to the next paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChainLink {
    /// The paragraph before ends in a quotation of this speaker.
    Quotation,
    /// The paragraph before ends in indirect speech of this speaker.
    Indirect,
    /// The paragraph before ends in a colon.
    LeadIn,
}

/// The speaker that the block hands on to the next one. `first` is the first of its quotations.
#[must_use]
pub fn hand_on(
    quotations: &[Quotation],
    first: usize,
    id: BlockId,
    block: &Block,
    speech: &Speech,
    from: Option<&Carried>,
) -> Option<Carried> {
    if let Some(voice) = &speech.lead_in {
        return Some(led_in(id, voice));
    }
    let last = last_speech(quotations.get(first..)?, speech)?;
    if last.status == QuotationStatus::Carried {
        return carried_on(from?, last);
    }
    let voice = speech.last_voice.clone()?;
    let name = name_of(&voice, block);
    if is_signed(&voice) || asks(last, block) || from.is_some_and(|from| takes_turns(from, id, &name)) {
        return None;
    }
    let link = link_of(last, block);
    // A group that is reported does not go on in one mouth ("Analysts said … “If you take a salary …”").
    if link == ChainLink::Indirect && !is_person(&block.text, &voice) {
        return None;
    }
    Some(Carried {
        block: id,
        voice,
        status: last.status,
        link,
        chain: 0,
        group: last.group,
        name,
    })
}

/// "Lund told the council:": the end of a paragraph leads the next one in.
fn led_in(id: BlockId, voice: &Voice) -> Carried {
    Carried {
        block: id,
        voice: voice.clone(),
        status: QuotationStatus::Attributed,
        link: ChainLink::LeadIn,
        chain: 0,
        group: usize::MAX,
        name: String::new(),
    }
}

/// The last quotation of a block that is somebody's speech.
fn last_speech<'a>(here: &'a [Quotation], speech: &Speech) -> Option<&'a Quotation> {
    here.iter()
        .zip(&speech.quotations)
        .rev()
        .find(|(quotation, local)| quotation.kind != QuotationKind::Mention && local.is_speech)
        .map(|(last, _)| last)
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

/// “What now?” Rao asked. Another answers.
fn asks(last: &Quotation, block: &Block) -> bool {
    let quoted = last.place.span.of(&block.text);
    let words = quoted.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '?');
    last.kind == QuotationKind::Direct && words.ends_with('?')
}

/// Two speakers take turns where a quotation follows that of another right away: the next one may be either's.
fn takes_turns(from: &Carried, id: BlockId, name: &str) -> bool {
    let pronoun = ["he", "she", "they", "it"].contains(&name);
    from.link == ChainLink::Quotation && from.block.next() == id && from.chain == 0 && !pronoun && from.name != name
}

/// The last word of the speaker, to see whether the next one is somebody else.
fn name_of(voice: &Voice, block: &Block) -> String {
    let name = voice.speaker.of(&block.text);
    name.rsplit(' ').next().unwrap_or_default().to_lowercase()
}
