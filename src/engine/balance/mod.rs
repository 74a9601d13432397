//! How a draft is divided among its sources: who speaks how much, from where on, how the draft presents them, and where
//! nobody speaks. It says of nobody what the draft or the newsroom's actor file does not say.

mod documents;
mod types;

pub use types::{Balance, Silence, SourceShare, Standing};

use std::cmp::Reverse;

use crate::analysis::attribution::reporting_words;
use crate::analysis::{Place, Quotation, QuotationKind, QuotationStatus, is_document};
use crate::engine::balance::documents::{add_documents, document_of};
use crate::engine::lookup::{in_block, merged, overlaps_any};
use crate::engine::paragraphs::Paragraphs;
use crate::engine::sources::{Source, SourceKind, voice_of};
use crate::engine::types::Snapshot;
use crate::markup::BlockId;

/// How a draft is divided among its sources. Linear in the quotations, but for the sorting.
pub(super) fn balance(snapshot: &Snapshot) -> Balance {
    let sources = snapshot.sources();
    let mut shares: Vec<SourceShare> = sources
        .list
        .into_iter()
        .map(|source| share_of(snapshot, source))
        .collect();
    add_documents(snapshot, &mut shares);
    shares.sort_by_key(|share| {
        let group = if share.standing.is_group() {
            share.standing
        } else {
            Standing::Named
        };
        (
            group,
            Reverse(share.words),
            share.first.map_or(usize::MAX, |span| span.start),
        )
    });
    Balance {
        quoted: sources.words,
        only: only(snapshot, &shares),
        silence: silence(snapshot),
        shares,
    }
}

fn share_of(snapshot: &Snapshot, source: Source) -> SourceShare {
    let standing = match source.kind {
        SourceKind::Person if source.is_named => Standing::Named,
        SourceKind::Person => Standing::RoleOnly,
        SourceKind::Organization => Standing::Organization,
        SourceKind::Other if !source.is_named && is_document(&source.name) => Standing::Document,
        SourceKind::Other => Standing::Other,
        SourceKind::Anonymous => Standing::Anonymous,
        SourceKind::Unclear => Standing::Unclear,
        SourceKind::Unattributed => Standing::Unattributed,
    };
    let parts = source.quotations.iter().flat_map(|quotation| &quotation.parts);
    let first = parts.map(|part| part.span).min_by_key(|span| span.start);
    SourceShare {
        standing,
        entry: source.actor.and_then(|actor| snapshot.actor(actor)?.entry),
        name: source.name,
        is_named: source.is_named,
        title: source.title,
        words: source.words,
        quotations: source.quotations,
        first,
    }
}

/// The only source of a draft. There may be more than one as soon as anything is reported of which it is not clear whose it
/// is, so that only a draft in which all that is reported is theirs has one.
fn only(snapshot: &Snapshot, shares: &[SourceShare]) -> Option<usize> {
    if shares.len() != 1 || shares.iter().any(|share| share.standing.is_group()) {
        return None;
    }
    let reported = snapshot.facts.quotations.iter().enumerate();
    if unexplained(snapshot).next().is_some() {
        return None;
    }
    let mut others = reported.filter(|(index, quotation)| {
        is_reported(snapshot, quotation)
            && voice_of(snapshot, *index, quotation).is_none()
            && document_of(snapshot, quotation).is_none()
    });
    others.next().is_none().then_some(0)
}

/// Whether the running text says that somebody, or something, says it.
fn is_reported(snapshot: &Snapshot, quotation: &Quotation) -> bool {
    let is_body = snapshot
        .markup
        .block_of(quotation.place)
        .is_some_and(|block| block.kind.is_body());
    is_body && quotation.kind != QuotationKind::Mention && quotation.status != QuotationStatus::None
}

/// Words of the running text that report something of somebody without anything having been found that they report ("…, the
/// company and the union said"): somebody may be heard there.
fn unexplained(snapshot: &Snapshot) -> impl Iterator<Item = Place> + '_ {
    let body = BlockId::number(&snapshot.markup.blocks).filter(|(_, block)| block.kind.is_body());
    body.flat_map(|(id, _)| {
        let mut explained = Vec::new();
        for quotation in in_block(&snapshot.facts.quotations, id, |quotation| quotation.place) {
            if matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed) {
                explained.push(quotation.place.span);
            }
            explained.extend(
                quotation
                    .cue
                    .iter()
                    .filter(|cue| cue.place.block == id)
                    .map(|cue| cue.place.span),
            );
        }
        let explained = merged(explained);
        let facts = id.of(&snapshot.blocks).into_iter();
        facts
            .flat_map(|facts| reporting_words(&facts.language))
            .filter(move |word| !overlaps_any(&explained, *word))
            .map(move |word| Place::new(id, word))
    })
}

/// The longest run of paragraphs in which nothing is reported of anybody, sure or not; of equals the first.
fn silence(snapshot: &Snapshot) -> Option<Silence> {
    let paragraphs = Paragraphs::of(snapshot);
    let mut heard = vec![false; paragraphs.list().len()];
    for quotation in snapshot.facts.quotations.iter() {
        let has_source = quotation.speaker.is_some() || quotation.source.is_some() || quotation.contested;
        let number = paragraphs.number_of(quotation.place.block);
        if is_reported(snapshot, quotation)
            && has_source
            && let Some(heard) = number.and_then(|number| heard.get_mut(number - 1))
        {
            *heard = true;
        }
    }
    for place in unexplained(snapshot) {
        if let Some(heard) = paragraphs
            .number_of(place.block)
            .and_then(|number| heard.get_mut(number - 1))
        {
            *heard = true;
        }
    }
    let mut longest: Option<Silence> = None;
    let mut run: Option<Silence> = None;
    for (number, (paragraph, heard)) in paragraphs.list().iter().zip(heard).enumerate() {
        run = match run {
            _ if heard => None,
            None => Some(Silence {
                paragraphs: (number + 1, number + 1),
                words: paragraph.words,
                span: paragraph.span,
            }),
            Some(run) => Some(Silence {
                paragraphs: (run.paragraphs.0, number + 1),
                words: run.words + paragraph.words,
                span: run.span,
            }),
        };
        if run.is_some_and(|run| longest.is_none_or(|longest| run.words > longest.words)) {
            longest = run;
        }
    }
    longest
}

#[cfg(test)]
mod tests {
    use crate::engine::testing::snapshot;

    fn lines(text: &str) -> Vec<String> {
        let balance = snapshot(text).balance();
        let shares = balance.shares.iter().enumerate().map(|(index, share)| {
            let only = if balance.only == Some(index) { " | only" } else { "" };
            let quotations = share.quotations.len();
            format!(
                "{} {} | {} in {quotations}{only}",
                share.standing.name(),
                share.name,
                share.words
            )
        });
        shares.collect()
    }

    #[test]
    fn the_draft_says_what_a_source_is() {
        let text = "“It is late,” Mayor Rosa Weil said.\n\n“Nobody wanted the new quay,” said a person familiar with the \
                    talks.\n\n“We need ten more boats,” the harbor's spokesman said.\n\nThe report said the quay was too small.\n\n\
                    “We will build,” the Ministry of Transport said.\n";
        assert_eq!(
            lines(text),
            [
                "role-only the harbor's spokesman | 5 in 1",
                "named Rosa Weil | 3 in 1",
                "organization Ministry of Transport | 3 in 1",
                "document The report | 0 in 1",
                "anonymous  | 5 in 1",
            ]
        );
    }

    #[test]
    fn one_source_is_the_only_one_if_nothing_is_reported_of_others() {
        let weil = "“It is late,” Mayor Rosa Weil said. “The quay is full,” she said.\n\nWeil said boats would come.\n";
        assert_eq!(lines(weil), ["named Rosa Weil | 7 in 3 | only"]);
        for other in [
            "Experts said the quay was too small.",
            "According to a report, the quay is too small.",
            "“The ferry never came back to this town again.” The rain fell.",
            "Crews called off a strike, the company and the union said.",
        ] {
            let lines = lines(&format!("{weil}\n{other}\n"));
            assert!(lines.iter().all(|line| !line.ends_with("only")), "{lines:?}");
        }
    }

    #[test]
    fn silence_is_the_longest_run_of_paragraphs_without_anybody() {
        let text = "It rained.\n\n“It is late,” Mayor Rosa Weil said.\n\nThe quay was full on Monday.\n\nNo boat came.\n\nWeil said \
                    boats would come.\n\nIt was quiet.\n";
        let silence = snapshot(text).balance().silence.unwrap();
        assert_eq!((silence.paragraphs, silence.words), ((3, 4), 9));
        for text in [
            "“It is late,” Rosa Weil said.\n",
            "Crews called off a strike, the company and the union said.\n",
            "The ferries are late, according to the port.\n",
        ] {
            assert_eq!(snapshot(text).balance().silence, None, "{text}");
        }
    }
}
