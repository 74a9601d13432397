//! Flags figures that do not come out. It never says which of the figures is wrong.
//!
//! ## What it flags
//!
//! “X of Y” or “X out of Y” with a percentage in brackets or after “or” that is not X divided by Y, rounded in any way.
//! And a sum of money that the sentence adds up: “$40,000 and $25,000, for a total of $75,000”.
//!
//! ## Why it matters in a newsroom
//!
//! Readers check figures, and one that is wrong casts doubt on the others. Do the sum again.
//!
//! ## Example
//!
//! > Of the boats, 3 of 5 (70%) were checked.
//!
//! ## Better
//!
//! > Of the boats, 3 of 5 (60%) were checked.
//!
//! ## When it is wrong
//!
//! With “more than”, “nearly” and the like before either figure, five points more or less are left alone; so are shares above
//! the whole. A total is left alone if some of the amounts before it give it, and if a word makes more of them than parts of it (“$3 a
//! car”, “from”, “about”, “each”).

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::analysis::Place;
use crate::rules::shared::sums_of_money::wrong_total;
use crate::rules::{Category, Context, Finding, Level, Rule, Scope};
use crate::text::Span;

/// The rule.
pub const RULE: Rule = Rule {
    code: "sum-mismatch",
    name: "wrong sum",
    summary: "a percentage or a total that does not fit its figures",
    category: Category::Numbers,
    level: Level::Warning,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Block,
    options: &[],
    file: include_str!("sum_mismatch.rs"),
    check,
};

/// A share with its percentage.
///
/// Matches "3 of 5 (70%)", "1,204 out of the 3,010 voters, or 40 percent,"; not "3 of May (70%)"
static SHARE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    const NUMBER: &str = r"\d{1,3}(?:,\d{3})+|\d+";
    const HEDGE: &str = "about|around|roughly|approximately|some|nearly|almost|close to|up to|at least|at most|over|under|\
                         just over|just under|more than|less than|fewer than";
    Regex::new(&format!(
        r"(?i)\b(?:(?P<loose>{HEDGE}) )?(?P<part>{NUMBER})(?: [a-z]+)? (?:out )?of (?:the |its |their |all |these )?(?P<whole>{NUMBER})\b(?: [a-z-]+){{0,3}}(?:,? \(|, or )(?:(?P<hedge>{HEDGE}) )?(?P<share>\d{{1,3}}(?:\.\d+)?)(?:%| ?percent| ?per cent)"
    ))
    .ok()
});

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    check_shares(context, findings);
    for paragraph in context.body().filter(|paragraph| may_have_total(&paragraph.block.text)) {
        for sentence in context.sentences(paragraph.place()) {
            let text = context.text(sentence);
            let Some(wrong) = wrong_total(text) else { continue };
            let start = sentence.span.start;
            let span = Span::new(start + wrong.span.start, start + wrong.span.end);
            let message = format!("These sums give {}, not {}", wrong.sum, wrong.span.of(text));
            let finding = Finding::at(context.source_span(Place::new(sentence.block, span)), message);
            findings.push(finding.help("Do the sum again, and check each figure."));
        }
    }
}

/// Whether a text has what each total has.
fn may_have_total(text: &str) -> bool {
    text.contains(['$', '€', '£']) && (text.contains("total of ") || text.contains(" up to "))
}

fn check_shares(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let Some(pattern) = SHARE.as_ref() else { return };
    for paragraph in context.body().filter(|paragraph| may_have_share(&paragraph.block.text)) {
        for captures in pattern.captures_iter(&paragraph.block.text) {
            let (Some(found), Some(right)) = (captures.get(0), mismatch(&captures)) else {
                continue;
            };
            let place = Place::new(paragraph.id, Span::new(found.start(), found.end()));
            let share = captures.name("share").map_or("", |share| share.as_str());
            let message = format!("These figures give {right} percent, not {share}");
            let finding = Finding::at(context.source_span(place), message);
            findings.push(finding.help("Do the sum again, and check each figure."));
        }
    }
}

/// Whether a text has what each share has: to look for the pattern itself takes far longer.
fn may_have_share(text: &str) -> bool {
    let has_percent = || text.contains('%') || text.to_ascii_lowercase().contains("cent");
    text.contains(" of ") && has_percent()
}

/// The percentage that the figures give, if it is another than the one that is written.
fn mismatch(captures: &Captures<'_>) -> Option<String> {
    let number = |name: &str| captures.name(name)?.as_str().replace(',', "").parse::<f64>().ok();
    let (part, whole, share) = (number("part")?, number("whole")?, number("share")?);
    if whole == 0.0 || part > whole || share > 100.0 {
        return None;
    }
    let right = 100.0 * part / whole;
    // A figure may be rounded up or down in its last place, and is more or less than it where the draft says so.
    let written = captures.name("share").map_or("", |share| share.as_str());
    let places = written.split_once('.').map_or(0, |(_, places)| places.len());
    let unit = 0.1_f64.powi(i32::try_from(places).unwrap_or(0));
    let is_loose = ["loose", "hedge"].iter().any(|name| captures.name(name).is_some());
    let allowed = if is_loose { 5.0 } else { unit };
    ((right - share).abs() > allowed).then(|| format!("{right:.places$}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::alone;

    #[test]
    fn a_share_may_be_rounded_either_way() {
        let rule = alone(&RULE);
        assert_eq!(
            rule.messages("Of the boats, 3 of 5 (70%) were checked."),
            ["These figures give 60 percent, not 70"]
        );
        assert_eq!(
            rule.messages("1,204 out of the 3,010 voters, or 45 percent, stayed home."),
            ["These figures give 40 percent, not 45"]
        );
        assert_eq!(
            rule.messages("Nearly 3 of 4 (60%) paid."),
            ["These figures give 75 percent, not 60"]
        );
        for text in [
            "Of the boats, 3 of 5 (60%) were checked.",
            "They won 2 of 3 (66 percent), then 2 of 3 (67 percent).",
            "About 7 of 12 ships (58.3%) were late, 7 of 12 (nearly 60%) in May.",
            "More than 3 of 5 (62%) came, fewer than 3 of 10 (28%) stayed, close to 3 of 4 (73%) paid.",
        ] {
            assert!(rule.messages(text).is_empty(), "{text}");
        }
    }
}
