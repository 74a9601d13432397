//! Suppressions: comments in a draft that say which findings are not wanted where, and why. The editor and the command
//! line both use this; which findings there are is decided by the rules.
//!
//! `<!-- copydesk: ignore doubled-word: as sung -->` turns a rule off for the paragraph that the comment is in, or for the next
//! one. `ignore-start` and `ignore-end` enclose several, `ignore-file` means the whole draft, and `ignore-words` whatever is found in some
//! words.

mod directive;
mod scope;
mod types;
mod words;
mod write;

pub use types::{Suppressed, Suppression, SuppressionCode, SuppressionVerb};
pub use words::{marked_words, word_to_ignore};
pub use write::{CommentStyle, ignore, ignore_because, ignore_word};

use crate::markup::{BlockId, Markup, Place};
use crate::rules::{Finding, Settings, find};
use crate::text::Span;

/// The suppressions of a draft, in the order of the source. Linear in the number of comments and blocks.
pub fn of(source: &str, markup: &Markup, settings: &Settings) -> Vec<Suppression> {
    let comments = markup
        .comments
        .iter()
        .filter_map(|comment| directive::read(source, *comment));
    let fields = markup.front.fields.iter();
    let fields = fields
        .filter(|field| is_ignore_key(&field.key))
        .map(|field| directive::of_field(source, field.span));
    let notes = BlockId::number(&markup.blocks).flat_map(|(id, block)| {
        directive::in_prose(&block.text).map(move |span| markup.source_span(Place::new(id, span)))
    });
    let notes = notes.filter_map(|note| {
        let read = directive::read(source, note)?;
        Some(Suppression {
            verb: SuppressionVerb::InProse,
            codes: Vec::new(),
            ..read
        })
    });
    let mut suppressions: Vec<Suppression> = fields.chain(comments).chain(notes).collect();
    for code in suppressions.iter_mut().flat_map(|suppression| &mut suppression.codes) {
        if code.is_known {
            continue;
        }
        let rule = find(&code.code);
        code.is_known = rule.is_some();
        code.is_on = rule.is_some_and(|rule| settings.level(rule).is_some());
    }
    scope::set(source, markup, &mut suppressions);
    suppressions
}

/// `copydesk.ignore`, and its items if the front matter numbers them.
fn is_ignore_key(key: &str) -> bool {
    const KEY: &str = "copydesk.ignore";
    key.get(..KEY.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(KEY))
        && key
            .get(KEY.len()..)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Takes out the findings that are not wanted, and notes which suppressions were needed.
pub fn apply(source: &str, findings: &mut Vec<Finding>, suppressions: &mut [Suppression]) -> Vec<Suppressed> {
    let mut suppressed = Vec::new();
    findings.retain_mut(|finding| {
        let Some((by, reason)) = suppress(source, finding, suppressions) else {
            return true;
        };
        let finding = std::mem::replace(finding, Finding::at(Span::default(), ""));
        suppressed.push(Suppressed { finding, by, reason });
        false
    });
    suppressed
}

fn suppress(source: &str, finding: &Finding, suppressions: &mut [Suppression]) -> Option<(Span, String)> {
    suppressions.iter_mut().find_map(|suppression| {
        let covers = !suppression.covers.is_empty() && suppression.covers.touches(finding.span.start);
        let wanted = match suppression.verb {
            SuppressionVerb::Words => marked_words(source, finding.span),
            _ => finding.code,
        };
        let code = suppression
            .codes
            .iter_mut()
            .find(|code| covers && code.code == wanted)?;
        code.is_used = true;
        Some((suppression.span, suppression.reason.clone()))
    })
}

#[cfg(test)]
mod tests {
    use crate::markup::Format;
    use crate::rules::Settings;
    use crate::rules::testing::findings_with;

    fn codes(text: &str, format: Format) -> Vec<(&'static str, String)> {
        let findings = findings_with(text, format, &Settings::default());
        findings
            .into_iter()
            .map(|one| (one.code, one.span.of(text).to_owned()))
            .collect()
    }

    fn markdown(text: &str) -> Vec<String> {
        codes(text, Format::Markdown)
            .into_iter()
            .map(|(_, words)| words)
            .collect()
    }

    #[test]
    fn a_comment_before_a_paragraph_means_the_paragraph() {
        let text = "<!-- copydesk: ignore doubled-word: as sung -->\nThe the quay.\n\nThe the pier is is shut.\n";
        assert_eq!(markdown(text), ["the", "is"]);
    }

    #[test]
    fn a_comment_in_a_paragraph_or_after_it_means_that_paragraph() {
        assert_eq!(
            markdown("The the <!-- copydesk: ignore doubled-word: sic --> quay is is shut.\n"),
            [""; 0]
        );
        assert_eq!(
            markdown("- The the quay <!-- copydesk: ignore doubled-word: sic -->\n- The the pier\n"),
            ["the"]
        );
    }

    #[test]
    fn only_the_rules_that_are_named_are_off() {
        let text = "<!-- copydesk: ignore impossible-date, doubled-word: sic -->\nThe the quay opens on April 31.\n";
        assert_eq!(markdown(text), [""; 0]);
        let text = "<!-- copydesk: ignore impossible-date: sic -->\nThe the quay opens on April 31.\n";
        assert_eq!(markdown(text), ["the"]);
    }

    #[test]
    fn words_can_be_left_alone_whichever_rule_finds_something_in_them() {
        let draft = |comment: &str| {
            format!(
                "{comment}Ana Mullry opened the quay.\n\nMullrey spoke. Later Mullry’s boat left, and Mullry slept.\n"
            )
        };
        assert_eq!(markdown(&draft("")), ["Mullrey"]);
        assert_eq!(
            markdown(&draft("<!-- copydesk: ignore-words Mullrey: sic -->\n\n")),
            [""; 0]
        );
        assert_eq!(
            markdown(&draft("<!-- copydesk: ignore-words Orbel: sic -->\n\n")),
            ["Orbel", "Mullrey"],
            "words that nothing is found in are told of"
        );
    }

    #[test]
    fn words_that_the_project_knows_are_left_alone() {
        let text = "Ana Mullry opened the quay.\n\nMullrey spoke. Mullry slept, and Mullry woke.\n";
        let mut settings = Settings::default();
        assert_eq!(findings_with(text, Format::Plain, &settings).len(), 1);
        settings.know(["Mullrey".to_owned()]);
        assert_eq!(findings_with(text, Format::Plain, &settings), []);
    }

    #[test]
    fn a_stretch_and_a_whole_draft_can_be_left_alone() {
        let text = "A a.\n\n<!-- copydesk: ignore-start doubled-word: sic -->\n\nThe the.\n\nIs is.\n\n\
                    <!-- copydesk: ignore-end -->\n\nOf of.\n";
        assert_eq!(markdown(text), ["a", "of"]);
        assert_eq!(
            markdown("A a.\n\nThe the.\n\n<!-- copydesk: ignore-file doubled-word: sic -->\n"),
            [""; 0]
        );
    }

    #[test]
    fn the_front_matter_can_say_so_too() {
        let text = "---\ntitle: Quay\ncopydesk:\n  ignore: [doubled-word, impossible-date]\n---\nThe the quay.\n\nOn April 31.\n";
        assert_eq!(markdown(text), [""; 0]);
        let text = "+++\n[copydesk]\nignore = [\"doubled-word\"]\n+++\nThe the quay.\n";
        assert_eq!(markdown(text), [""; 0]);
    }

    #[test]
    fn every_format_has_its_comments() {
        let cases = [
            (
                "[copydesk: ignore doubled-word: sic]\nThe the quay is open.\n",
                Format::Plain,
            ),
            (
                "title: Quay\n[+body]\n[copydesk: ignore doubled-word: sic]\nThe the quay.\n[]\n",
                Format::ArchieMl,
            ),
            (
                "<p>The the quay.</p>\n<!-- copydesk: ignore-file doubled-word: sic -->",
                Format::Html,
            ),
            (
                "{/* copydesk: ignore doubled-word: sic */}\n\nThe the quay.\n",
                Format::Markdown,
            ),
            (
                "{{/* copydesk: ignore doubled-word: sic */}}\n\nThe the quay.\n",
                Format::Markdown,
            ),
        ];
        for (text, format) in cases {
            assert_eq!(codes(text, format), [], "{text}");
        }
    }
}
