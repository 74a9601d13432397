//! Which speaker a paragraph hands on to the next one, and when it hands on none. It gives no quotation its speaker.

use crate::analysis::attribution::local::Speech;
use crate::analysis::attribution::types::{Quotation, QuotationKind, QuotationStatus};
use crate::analysis::attribution::voice::Voice;
use crate::markup::Block;

/// After how many paragraphs in a row a speaker is no longer carried over without being named again.
pub const LONGEST_CHAIN: usize = 5;

/// A speaker that the next block may take over.
#[derive(Clone, Debug)]
pub struct Carried {
    /// The block that names it.
    pub block: usize,
    /// Who it is.
    pub voice: Voice,
    /// How it was found there.
    pub status: QuotationStatus,
    /// What in the paragraph before links it to the next one.
    pub how: Link,
    /// Over how many paragraphs it was carried already.
    pub chain: usize,
    /// The group of its last quotation.
    pub group: usize,
    /// The last word of its name, in small letters.
    pub name: String,
}

/// What links a speaker to the next paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// The paragraph before ends in a quotation of this speaker.
    Quotation,
    /// The paragraph before ends in indirect speech of this speaker.
    Indirect,
    /// The paragraph before ends in a colon.
    LeadIn,
}

/// The speaker that the block hands on to the next one.
#[must_use]
pub fn hand_on(
    quotations: &[Quotation],
    first: usize,
    index: usize,
    block: &Block,
    speech: &Speech,
    from: Option<&Carried>,
) -> Option<Carried> {
    if let Some(voice) = &speech.lead_in {
        return Some(Carried {
            block: index,
            voice: voice.clone(),
            status: QuotationStatus::Attributed,
            how: Link::LeadIn,
            chain: 0,
            group: usize::MAX,
            name: String::new(),
        });
    }
    let (last, _) = quotations
        .get(first..)?
        .iter()
        .zip(&speech.quotations)
        .rev()
        .find(|(quotation, local)| quotation.kind != QuotationKind::Mention && local.is_speech)?;
    if last.status == QuotationStatus::Carried {
        let from = from.filter(|from| from.chain < LONGEST_CHAIN)?;
        return Some(Carried {
            chain: from.chain + 1,
            group: last.group,
            how: Link::Quotation,
            ..from.clone()
        });
    }
    let voice = speech.last_voice.clone()?;
    if breaks_chain(last, &voice, index, block, from) {
        return None;
    }
    let direct = last.kind == QuotationKind::Direct;
    let rest = block
        .text
        .get(last.place.span.end..)
        .unwrap_or("")
        .split_whitespace()
        .count();
    let how = if direct && rest <= 25 {
        Link::Quotation
    } else {
        Link::Indirect
    };
    // A group that is reported does not go on in one mouth ("Analysts said … “If you take a salary …”").
    if how == Link::Indirect && !voice.is_person(&block.text) {
        return None;
    }
    let name = name_of(&voice, block);
    Some(Carried {
        block: index,
        voice,
        status: last.status,
        how,
        chain: 0,
        group: last.group,
        name,
    })
}

/// Whether the next paragraph needs a speaker of its own: behind a signed quotation, behind a question, which another
/// answers, and where two speakers take turns.
fn breaks_chain(last: &Quotation, voice: &Voice, index: usize, block: &Block, from: Option<&Carried>) -> bool {
    let signed = matches!(voice.lemma.as_str(), "—" | "–" | "―" | "-" | "--");
    let asks = last.kind == QuotationKind::Direct
        && last
            .place
            .span
            .of(&block.text)
            .trim_end_matches(|c: char| !c.is_alphanumeric() && c != '?')
            .ends_with('?');
    let turns = from.is_some_and(|from| {
        let name = name_of(voice, block);
        let pronoun = ["he", "she", "they", "it"].contains(&name.as_str());
        from.how == Link::Quotation && from.block + 1 == index && from.chain == 0 && !pronoun && from.name != name
    });
    signed || asks || turns
}

/// The last word of the speaker, to tell whether the next one is another.
fn name_of(voice: &Voice, block: &Block) -> String {
    voice
        .speaker
        .of(&block.text)
        .rsplit(' ')
        .next()
        .unwrap_or_default()
        .to_lowercase()
}
