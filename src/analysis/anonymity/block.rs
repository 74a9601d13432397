//! Finds where one block keeps a source unnamed. A reason counts if it is in the same sentence or beside it.

use std::sync::LazyLock;

use regex::Regex;

use crate::analysis::anonymity::Anonymity;
use crate::language::Language;
use crate::text::Span;

/// The promises of anonymity in a block, in order. Linear in its length.
#[must_use]
pub fn of_block(text: &str, language: &Language) -> Vec<Anonymity> {
    const SIGNS: [&str; 4] = ["nonym", "named", "identified", "dentif"];
    let Some((promise, reason)) = PROMISE.as_ref().zip(REASON.as_ref()) else {
        return Vec::new();
    };
    if !SIGNS.iter().any(|sign| text.contains(sign)) {
        return Vec::new();
    }
    promise
        .find_iter(text)
        .map(|found| {
            let span = Span::new(found.start(), found.end());
            Anonymity {
                span,
                is_explained: reason.is_match(beside(text, language, span)),
            }
        })
        .collect()
}

/// How an article says that it names nobody.
///
/// Matches “spoke on condition of anonymity”, “asked not to be identified”, “declined to be named”; not “an anonymous
/// donor”, “could not be identified” or “remains anonymous”.
static PROMISE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?x)\b(?:
            on\ (?:the\ )?condition\ of\ (?:strict\ )?(?:anonymity|not\ being\ (?:named|identified))
          | on\ (?:the\ )?condition\ that\ (?:he|she|they|their\ names?|his\ name|her\ name)\ (?:not\ be|would\ not\ be|remain)\ (?:named|identified|used|published|anonymous)
          | (?:sp[eo]ak(?:s|ing)?|spoke|talked)\ anonymously
          | (?:ask|asks|asked|asking|request|requests|requested|requesting)\ (?:not\ to\ be|that\ (?:he|she|they)\ not\ be)\ (?:named|identified)
          | (?:ask|asks|asked|asking)\ to\ (?:remain|stay)\ (?:anonymous|unnamed)
          | (?:request|requests|requested|requesting|ask\ for|asks\ for|asked\ for|asking\ for)\ anonymity
          | (?:was|were|is|are|been)\ granted\ anonymity
          | (?:declined|declining|refused|did\ not\ (?:want|wish)|didn[’']t\ (?:want|wish)|not\ wanting|not\ wishing|wished\ not|preferred\ not)\ to\ be\ (?:named|identified)
        )\b",
    )
    .ok()
});

/// How it says why.
static REASON: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?ix)\b(?:
            because | since | citing | cited | lest | fear(?:s|ed|ing|ful)? | afraid | worr(?:y|ied|ying) | concern(?:s|ed)? | scared
          | due\ to | owing\ to | given\ (?:the|that) | in\ order\ to | so\ (?:that|as) | out\ of | to\ (?:discuss|describe|speak|talk|share|avoid|protect|be\ able|detail|preserve|comment|disclose|reveal|relay|prevent|guard|shield|recount|explain|candidly|freely|openly)
          | (?:not|n[o’']t|un|never|lacked)\s?(?:been\ )?(?:authori[sz](?:ed|ation)|allowed|permitted|cleared|permission) | unauthori[sz]ed | barred | forbidden | prohibited
          | retaliation | repercussions? | reprisals? | retribution | privacy | safety | sensitiv(?:e|ity) | confidential(?:ity)? | ongoing | on-going
          | as\ (?:he|she|they|the|it|we)\ (?:was|were|is|are|did|had|could|do|does|has|have)
          | would\ (?:hurt|harm|endanger|risk) | could\ (?:hurt|harm|endanger|risk|lose|face|be) | might\ (?:lose|face)
          | risk(?:s|ing)? | threat(?:s|ened)? | stigma
        )\b",
    )
    .ok()
});

/// The sentence of a span with the one before and the one after it.
fn beside<'a>(text: &'a str, language: &Language, span: Span) -> &'a str {
    let Some(at) = language.sentence_at(span.start) else {
        return text;
    };
    let last = (at + 2).min(language.sentences.len());
    let around = language.sentences.get(at.saturating_sub(1)..last).unwrap_or(&[]);
    let start = around.first().map_or(0, |sentence| sentence.span.start);
    let end = around.last().map_or(text.len(), |sentence| sentence.span.end);
    text.get(start..end).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language;

    fn found(text: &str) -> Vec<(&str, bool)> {
        let language = language::analyse(text, language::embedded());
        let found = of_block(text, &language);
        found
            .iter()
            .map(|found| (found.span.of(text), found.is_explained))
            .collect()
    }

    #[test]
    fn a_reason_counts_in_the_sentence_and_beside_it() {
        assert_eq!(
            found("A clerk spoke on condition of anonymity. The vote is on Monday."),
            [("on condition of anonymity", false)]
        );
        for text in [
            "A clerk spoke on condition of anonymity because the vote was secret.",
            "The clerk, who was not authorized to speak, asked not to be named.",
            "A clerk asked not to be identified. She feared for her job.",
            "The talks are confidential. A clerk declined to be named.",
        ] {
            assert!(found(text).first().is_some_and(|found| found.1), "{text}");
        }
    }

    #[test]
    fn donors_and_unknown_bodies_were_promised_nothing() {
        assert_eq!(
            found("An anonymous donor paid. The body could not be identified. The tip was anonymous."),
            []
        );
    }
}
