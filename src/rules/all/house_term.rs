//! Flags words on the newsroom's own list. It knows no words itself.
//!
//! ## What it flags
//!
//! Each word, phrase or pattern of the `[[terms]]` in `copydesk.toml`, in running text, headlines, captions, tables and the
//! prose of the front matter. An entry says what to write instead, how serious it is, and whether it is looked for in the
//! writer's own words (as it is by default), inside quotations or in both. Its level counts if the level of this rule allows
//! as much. Without a list nothing is flagged.
//!
//! ## Why it matters in a newsroom
//!
//! A stylebook is read once and forgotten. What a desk corrects every week can be on the list.
//!
//! ## Example
//!
//! > The harbor will utilize two cranes.
//!
//! ```toml
//! [[terms]]
//! words = ["utilize"]
//! replacement = "use"
//! ```
//!
//! ## Better
//!
//! > The harbor will use two cranes.
//!
//! ## When it is wrong
//!
//! Words are found as words: “mail” is not in “e-mail” nor in “#mail”, and a word that is written with a capital is found
//! only as it is. A name that happens to be such a word can go on the list `words`, and a finding that was looked at can be
//! ignored. The examples of an entry, which `copydesk lint --test-rules` runs, show whether it finds too much.

use crate::analysis::Place;
use crate::markup::BlockKind;
use crate::rules::context::Paragraph;
use crate::rules::shared::narration::OwnWords;
use crate::rules::terms::{Found, TermScope};
use crate::rules::{Category, Context, Edit, Finding, Fix, Level, Rule, Scope};

/// The rule.
pub const RULE: Rule = Rule {
    code: "house-term",
    name: "house term",
    summary: "a word on the newsroom's own list",
    category: Category::Style,
    level: Level::Error,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Block,
    options: &[],
    file: include_str!("house_term.rs"),
    check,
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(terms) = context.terms.filter(|terms| !terms.list().is_empty()) else {
        return;
    };
    let own_words = OwnWords::of(context);
    for paragraph in context.paragraphs() {
        if matches!(paragraph.block.kind, BlockKind::Furniture(_)) {
            continue;
        }
        let mut end = 0;
        for found in terms.find(&paragraph.block.text) {
            let place = Place::new(paragraph.id, found.span);
            let is_wanted = match found.term.scope {
                TermScope::Both => true,
                TermScope::Outside => !own_words.may_be_spoken(context, place),
                TermScope::Inside => own_words.are_quoted(context, place),
            };
            // What is part of another term is told with it.
            if is_wanted && found.span.start >= end && !is_capitalized_line(paragraph, &found) {
                end = found.span.end;
                findings.push(finding(context, place, &found));
            }
        }
    }
}

/// Whether nothing but the case is different in a line that may have capitals of its own.
fn is_capitalized_line(paragraph: Paragraph<'_>, found: &Found<'_>) -> bool {
    let written = found.span.of(&paragraph.block.text).to_lowercase();
    matches!(paragraph.block.kind, BlockKind::Heading(_) | BlockKind::Field(_))
        && found
            .replacements
            .iter()
            .any(|instead| instead.to_lowercase() == written)
}

fn finding(context: &Context<'_>, place: Place, found: &Found<'_>) -> Finding {
    let span = context.source_span(place);
    let words: Vec<&str> = context.text(place).split_whitespace().collect();
    let written = words.join(" ");
    let quoted: Vec<String> = found
        .replacements
        .iter()
        .map(|instead| format!("“{instead}”"))
        .collect();
    let instead = quoted.join(" or ");
    let message = match &found.term.message {
        Some(message) => format!("{message}: “{written}”"),
        None if instead.is_empty() => format!("Not house style: “{written}”"),
        None => format!("House style: {instead}, not “{written}”"),
    };
    let help = match (instead.is_empty(), found.fits) {
        (true, _) => "Write it in other words.".to_owned(),
        (false, true) => format!("Write {instead}."),
        (false, false) => format!("Write a form of {instead}."),
    };
    let mut finding = Finding::at(span, message).help(help);
    finding.level = found.term.level;
    // Marks of markup inside would be lost.
    let is_bare = span.of(context.source) == context.text(place);
    if found.fits && is_bare {
        let fixes = found.replacements.iter().map(|instead| {
            let is_safe = found.term.is_safe && found.replacements.len() == 1 && !instead.contains(is_markup);
            Fix::safe_if(is_safe, format!("Write “{instead}”"), [Edit::replace(span, instead)])
        });
        finding = finding.fixes(fixes);
    }
    finding
}

/// Marks that may mean something else in the markup of a draft.
fn is_markup(mark: char) -> bool {
    matches!(
        mark,
        '<' | '>' | '&' | '*' | '_' | '`' | '[' | ']' | '{' | '}' | '\\' | '#' | '|' | '~' | '$'
    )
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::markup::Format;
    use crate::rules::terms::{Term, TermScope, Terms};
    use crate::rules::testing::findings_with;
    use crate::rules::{FixSafety, Level, Settings, find};

    fn settings(scope: TermScope, is_safe: bool) -> Settings {
        let mut settings = Settings::default();
        settings.set_terms(Arc::new(Terms::new(vec![Term {
            words: vec!["utilize".to_owned()],
            pattern: None,
            inflect: true,
            level: Level::Warning,
            message: None,
            replacements: vec!["use".to_owned()],
            scope,
            is_safe,
        }])));
        settings
    }

    const DRAFT: &str =
        "Crews utilize cranes. “We *utilize* them, we utilized them,” Ana Weil said.\n\n> Utilize it.\n";

    #[test]
    fn the_scope_decides_which_words_are_looked_at() {
        let marked = |scope| -> Vec<&str> {
            let findings = findings_with(DRAFT, Format::Markdown, &settings(scope, false));
            findings.iter().map(|finding| finding.span.of(DRAFT)).collect()
        };
        assert_eq!(marked(TermScope::Outside), ["utilize"]);
        assert_eq!(marked(TermScope::Inside), ["utilize", "utilized", "Utilize"]);
        assert_eq!(marked(TermScope::Both).len(), 4);
    }

    #[test]
    fn a_fix_is_safe_where_the_list_says_so_and_nobody_is_quoted() {
        let safe = |is_safe| -> Vec<Vec<bool>> {
            let findings = findings_with(DRAFT, Format::Markdown, &settings(TermScope::Both, is_safe));
            let fixes = findings.iter().map(|finding| finding.fixes.iter());
            fixes
                .map(|fixes| fixes.map(|fix| fix.safety == FixSafety::Safe).collect())
                .collect()
        };
        assert_eq!(safe(true), [vec![true], vec![false], vec![], vec![false]]);
        assert_eq!(safe(false)[0], [false]);
    }

    #[test]
    fn the_level_of_the_rule_is_a_limit() {
        let rule = find("house-term").unwrap();
        let mut settings = settings(TermScope::Outside, false);
        assert_eq!(
            findings_with(DRAFT, Format::Markdown, &settings)[0].level,
            Level::Warning
        );
        settings.set_level(rule, Some(Level::Hint));
        assert_eq!(findings_with(DRAFT, Format::Markdown, &settings)[0].level, Level::Hint);
        settings.set_level(rule, None);
        assert_eq!(findings_with(DRAFT, Format::Markdown, &settings), []);
    }
}
