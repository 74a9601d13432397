//! Flags figures that do not add up. It never says which of the figures is wrong.
//!
//! ## What it flags
//!
//! “X of Y” or “X out of Y” with a percentage in brackets or after “or” that is not X divided by Y, rounded in any way; and the
//! same the other way round, “of the 200 workers, 150, or 60 percent”.
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
//! the whole, percentages of something else (“or 60 percent of the night shift”) and years (“of the 2024 graduates”). A total is left alone if some of the amounts before it give it, and if a word makes more of them than parts of it (“$3 a
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
    summary: "a percentage or a total that does not add up",
    category: Category::Numbers,
    level: Level::Warning,
    is_on: true,
    since: "0.1.0",
    scope: Scope::Block,
    options: &[],
    file: include_str!("sum_mismatch.rs"),
    check,
};

/// A figure.
const NUMBER: &str = r"\d{1,3}(?:,\d{3})+|\d+";

/// Words that make a figure a rough one.
const HEDGE: &str = "about|around|roughly|approximately|some|nearly|almost|close to|up to|at least|at most|over|under|\
                     just over|just under|more than|less than|fewer than";

/// A share with its percentage.
///
/// Matches "3 of 5 (70%)", "1,204 out of the 3,010 voters, or 40 percent,"; not "3 of May (70%)"
static SHARE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i)\b(?:(?P<loose>{HEDGE}) )?(?P<part>{NUMBER})(?: [a-z]+)? (?:out )?of (?:the |its |their |all |these )?(?P<whole>{NUMBER})\b(?: [a-z-]+){{0,3}}(?:,? \(|, or )(?:(?P<hedge>{HEDGE}) )?(?P<share>\d{{1,3}}(?:\.\d+)?)(?:%| ?percent| ?per cent)"
    ))
    .ok()
});

/// The same with the whole before the part.
///
/// Matches "Of the 200 workers, 150, or 60 percent", "of the 40 boats in the harbor, 3 (12%)"; not "Of the 200 workers, 60 percent"
static SHARE_OF_WHOLE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(&format!(
        r"(?i)\bof (?:the |its |their |all |these |those )?(?:(?P<loose>{HEDGE}) )?(?P<whole>{NUMBER})(?: [a-z’'-]+){{1,6}}, (?:(?P<about>{HEDGE}) )?(?P<part>{NUMBER})(?: [a-z-]+){{0,3}}(?: \(|(?:,| —| –) or )(?:(?P<hedge>{HEDGE}) )?(?P<share>\d{{1,3}}(?:\.\d+)?)(?:%| ?percent| ?per cent)"
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
            findings.push(finding.help("Check the figures."));
        }
    }
}

/// Whether a text has what each total has.
fn may_have_total(text: &str) -> bool {
    text.contains(['$', '€', '£']) && (text.contains("total of ") || text.contains(" up to "))
}

fn check_shares(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let (Some(share), Some(of_whole)) = (SHARE.as_ref(), SHARE_OF_WHOLE.as_ref()) else {
        return;
    };
    for paragraph in context.body().filter(|paragraph| may_have_share(&paragraph.block.text)) {
        let text = paragraph.block.text.as_str();
        let turned = of_whole.captures_iter(text);
        let turned = turned.filter(|captures| !has_other_base(text, captures));
        for captures in share.captures_iter(text).chain(turned) {
            let (Some(found), Some(right)) = (captures.get(0), mismatch(&captures)) else {
                continue;
            };
            let place = Place::new(paragraph.id, Span::new(found.start(), found.end()));
            let share = captures.name("share").map_or("", |share| share.as_str());
            let message = format!("These figures give {right} percent, not {share}");
            let finding = Finding::at(context.source_span(place), message);
            findings.push(finding.help("Check the figures."));
        }
    }
}

/// Whether the whole before a part is a year or counted in millions, or the percentage is of something else.
fn has_other_base(text: &str, captures: &Captures<'_>) -> bool {
    let of = |name: &str| captures.name(name).map_or("", |group| group.as_str());
    let is_year = of("whole").len() == 4 && of("whole").starts_with(['1', '2']);
    let found = captures.get(0).map_or(0..0, |found| found.range());
    let words = text.get(found.clone()).unwrap_or("").to_lowercase();
    let is_scaled = ["hundred", "thousand", "million", "billion", "dozen"]
        .iter()
        .any(|scale| words.contains(scale));
    let rest = text.get(found.end..).unwrap_or("").trim_start_matches(')');
    is_year || is_scaled || rest.starts_with(" of ")
}

/// Whether a text has what each share has: to look for the pattern itself takes far longer.
fn may_have_share(text: &str) -> bool {
    let has_percent = || text.contains('%') || text.to_ascii_lowercase().contains("cent");
    (text.contains(" of ") || text.contains("Of ")) && has_percent()
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
    let is_loose = ["loose", "about", "hedge"]
        .iter()
        .any(|name| captures.name(name).is_some());
    let allowed = if is_loose { 5.0 } else { unit };
    ((right - share).abs() > allowed).then(|| format!("{right:.places$}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::alone;

    #[test]
    fn the_whole_may_come_first() {
        let rule = alone(&RULE);
        for (text, wrong) in [
            (
                "Of the 200 workers, 150, or 60 percent, voted.",
                "These figures give 75 percent, not 60",
            ),
            (
                "Of its 1,200 boats in the bay, 300 leaked (52%).",
                "These figures give 25 percent, not 52",
            ),
            (
                "It said that of about 80 crews, 20 — or half of one, 90 percent, said no.",
                "",
            ),
            (
                "Of 80 crews, about 20 — or 90 percent — said no.",
                "These figures give 25 percent, not 90",
            ),
        ] {
            let expected: &[&str] = if wrong.is_empty() { &[] } else { &[wrong] };
            assert_eq!(rule.messages(text), expected, "{text}");
        }
        for text in [
            "Of the 200 workers, 150, or 75 percent, voted.",
            "Of the 300 workers, 100, or 33 percent, voted, and of the 300 voters, 200, or 67%, said no.",
            "Of the 200 workers, 150, or nearly 80 percent, voted.",
            "Of about 200 workers, 150, or 73 percent, voted.",
            "Of the 200 workers, 30, or 60 percent of the night shift, stayed home.",
            "Of the 2024 graduates, 150, or 60 percent, found work.",
            "Of the 3 million voters, 2 thousand, or 60 percent, wrote.",
            "Of the 200 workers, 60 percent voted.",
        ] {
            assert!(rule.messages(text).is_empty(), "{text}");
        }
    }

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
