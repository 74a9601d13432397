//! The lines that desks and wires put around a story, known by their form; it never takes a line out of running text.

use std::sync::LazyLock;

use regex::Regex;

use crate::markup::Furniture;
use crate::text::calendar;

/// Matches "-30-", "(MORE)", "ENDS", not "More rain is expected".
static END: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"^(?:#{2,}|(?:# ){2,}#|[-–—* ]*30[-–—* ]+|-0-|XXX+|[-–—*(\[ ]*(?:MORE|MORE TO COME|MORE TO FOLLOW|MTF|MF|ENDS?|END IT|ENDIT)[-–—*)\]. ]*|[-–—*(\[]+ ?(?i:more|more to come|more to follow|ends?) ?[-–—*)\]]+)$",
    )
    .ok()
});

/// Matches "(Reporting by Ida Holm; Editing by Jo Reyes)", not "(Reporting is hard.)".
static CREDIT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"^(?:[(\[](?:(?:Additional |Further )?[Rr]eporting|(?:Additional |Further )?[Ww]riting|[Ee]diting|[Cc]ompiled|[Tt]ranslated|[Tt]ranslation|[Ff]ilming|[Pp]roduction|[Gg]raphics?) by |(?:Additional reporting|Reporting|Writing|Editing) by \p{Lu}[^.!?]*$)",
    )
    .ok()
});

/// Matches "EMBARGOED UNTIL 0600 GMT", "HOLD FOR RELEASE", not "The embargo holds".
static EMBARGO: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"^(?:(?i:strictly )?(?i:embargo(?:ed)?) ?(?i::|until|till|for|to)|(?i:under embargo)|(?i:embargo)\W*$|HOLD |(?i:hold for (?:release|publication|use))|(?i:not for (?:release|publication|use|broadcast))|(?i:for immediate (?:release|use|publication)\b)|(?i:for (?:release|publication) (?:at|after|on|until) )|(?i:advance for (?:use|release)))",
    )
    .ok()
});

/// Matches "SUMMIT-CALL/ (UPDATE 1)", "BC-Harvest-Report, 2nd Ld", "Slug: harvest", not "Anglo-Dutch talks".
static SLUG: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"^(?:[A-Z0-9&.']+(?:[-/][A-Z0-9&.']+)+/?(?: ?\([^)]*\))?|[A-Z0-9-]+/(?: ?\([^)]*\))?|[\^]?(?:BC|AM|PM)-{1,2}[A-Z]\S*(?:[ ,].*)?|(?i:slug|slugline|story ?slug|keyword): ?.+|(?i:take|page|add|lead|update|write-?thru) \d+(?: (?i:of) \d+)?|(?i:(?:first|second|third|1st|2nd|3rd|\d+th) (?:add|take|lead|ld|update|write-?thru))|\((?:Adds|Updates|Corrects|Recasts|Refiles|Repeats|Removes|Rewrites|Changes|New throughout)\b[^()]*\)|URGENT|BULLETIN|FLASH|ADVISORY)$",
    )
    .ok()
});

/// Matches "By Ida Holm and Jo Reyes", "BY IDA HOLM in Oslo", "Ida Holm, Staff Writer", not "By Monday the river had risen".
static BYLINE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"^(?:(?:By|BY|by):? (?:(?i:the )?\p{Lu}[\p{L}.'’-]*)(?:,? (?:\p{Lu}[\p{L}.'’-]*|and|with|in|for|of|at|the|de|del|da|di|van|von|der|den|bin|al|el|le|la|&)[,;|]?){1,9}|\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3}(?:,| [|–—-]) ?(?i:(?:staff|political|foreign|chief|senior|business|sports?|special|city)? ?(?:writer|reporter|correspondent|editor|contributor)))$",
    )
    .ok()
});

/// Matches "OSLO, Norway (AP) _", "LONDON 2019-08-30", "KYIV, March 3 (Reuters) -", not "OSLO buses stop".
static DATELINE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"^(?:(?:\p{Lu}[\p{Lu}.'’-]+(?: [\p{Lu}.'’-]+){0,3}(?:[,/] ?\p{Lu}[\p{L}.'’ -]*)?,? ?)?\([^)]{2,30}\) ?[-–—_]*|\p{Lu}[\p{Lu}.'’-]+(?: [\p{Lu}.'’-]+){0,3}(?:, ?\p{Lu}[\p{L}. ]*)? ?(?:[-–—_]+)|\p{Lu}[\p{Lu}.'’-]{2,}(?: [\p{Lu}.'’-]+){0,3}(?:, ?\p{Lu}[\p{L}. ]*)?,? \S.{3,30})$",
    )
    .ok()
});

/// Matches "Friday, July 21, 2017", "3 March 2020", "2019-08-30", not "March 3 was cold".
static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let (weekdays, months) = (calendar::weekdays_pattern(), calendar::months_pattern());
    let day = r"\d{1,2}(?:st|nd|rd|th)?";
    let lead = format!(r"(?:(?:published|posted|updated|filed|date):? (?:on )?)?(?:(?:{weekdays})\.?,? )?");
    let date = format!(
        r"(?:{months})\.? {day}(?:,? \d{{4}})?|{day}\.? (?:{months})\.?(?:,? \d{{4}})?|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}"
    );
    Regex::new(&format!(
        r"^(?i:{lead}(?:{date}))(?:,? (?:at )?\d{{1,2}}[:.]\d{{2}}.{{0,12}})?$"
    ))
    .ok()
});

/// A date inside a line: "1996-08-30", "Aug 30", "30 August".
static DATE_PART: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let months = calendar::months_pattern();
    Regex::new(&format!(
        r"\d{{4}}-\d{{2}}-\d{{2}}|\b(?:{months})\b\.? \d{{1,2}}\b|\b\d{{1,2}}\.? (?:{months})\b"
    ))
    .ok()
});

/// The longest line that is looked at. Furniture is short, and paragraphs are not searched for it.
const LONGEST: usize = 160;

/// What is below a story or between its takes.
pub(super) fn end_mark(line: &str) -> Option<Furniture> {
    let is_end = line.len() <= LONGEST && is_match(&END, line);
    let is_credit = line.len() <= LONGEST * 4 && line.contains(" by ") && is_match(&CREDIT, line);
    (is_end || is_credit).then_some(Furniture::EndMark)
}

/// What is above a story.
pub(super) fn top_line(line: &str) -> Option<Furniture> {
    if line.len() > LONGEST {
        return None;
    }
    if is_embargo(line) {
        return Some(Furniture::Embargo);
    }
    if is_match(&DATE, line) {
        return Some(Furniture::Dateline);
    }
    if is_match(&SLUG, line) {
        return Some(Furniture::Slug);
    }
    if is_match(&BYLINE, line) && !is_match(&DATE_PART, line) {
        return Some(Furniture::Byline);
    }
    let is_dateline =
        is_match(&DATELINE, line) && (line.ends_with(['-', '–', '—', '_', ')']) || is_match(&DATE_PART, line));
    is_dateline.then_some(Furniture::Dateline)
}

/// Whether a line holds a draft back: "EMBARGOED UNTIL 0600 GMT". In plain text such a line is furniture; other formats have it as a
/// paragraph.
#[must_use]
pub fn is_embargo(line: &str) -> bool {
    line.len() <= LONGEST && is_match(&EMBARGO, line)
}

/// Whether a line shows that the story has begun, so that nothing below it is above the story.
pub(super) fn is_body(line: &str) -> bool {
    line.len() > LONGEST || line.ends_with(['.', '”', '"', ',', ';']) && line.contains(' ') && line.len() > 40
}

/// Whether the line is a rule or a row of stars, which separates and says nothing.
pub(super) fn is_rule(line: &str) -> bool {
    line.len() >= 3
        && line
            .chars()
            .all(|c| matches!(c, '*' | '-' | '–' | '—' | '_' | '=' | '~' | '•' | '+' | ' '))
}

fn is_match(regex: &LazyLock<Option<Regex>>, line: &str) -> bool {
    regex.as_ref().is_some_and(|regex| regex.is_match(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_compiles() {
        for regex in [&END, &CREDIT, &EMBARGO, &SLUG, &BYLINE, &DATELINE, &DATE, &DATE_PART] {
            assert!(regex.is_some());
        }
    }

    #[test]
    fn lines_above_a_story() {
        for (line, kind) in [
            ("HARBOR-STRIKE/ (UPDATE 2)", Furniture::Slug),
            ("BC-Harvest-Report, 2nd Ld", Furniture::Slug),
            ("TAKE 2 OF 3", Furniture::Slug),
            ("first add", Furniture::Slug),
            ("(Adds comment from the board)", Furniture::Slug),
            ("By Ida Holm", Furniture::Byline),
            ("By Ida Holm and Jo Reyes, Staff Writers", Furniture::Byline),
            ("BY IDA HOLM IN OSLO", Furniture::Byline),
            ("Ida Holm, Political Correspondent", Furniture::Byline),
            ("EMBARGOED UNTIL 0600 GMT Tuesday", Furniture::Embargo),
            ("Not for publication before 3 May", Furniture::Embargo),
            ("FOR IMMEDIATE RELEASE", Furniture::Embargo),
            ("OSLO, Norway (AP) _", Furniture::Dateline),
            ("OSLO, March 3 (Reuters) -", Furniture::Dateline),
            ("OSLO 2019-08-30", Furniture::Dateline),
            ("NEW BERGEN, Norway —", Furniture::Dateline),
            ("Friday, July 21, 2017", Furniture::Dateline),
            ("3 March 2020", Furniture::Dateline),
            ("2019-08-30", Furniture::Dateline),
        ] {
            assert_eq!(top_line(line), Some(kind), "{line}");
        }
    }

    #[test]
    fn lines_of_a_story() {
        for line in [
            "By Monday the river had risen",
            "By March 3 the port was closed",
            "By Monday",
            "Anglo-Dutch talks on fish end",
            "The embargo holds for now",
            "OSLO buses stop for the night",
            "Ida Holm, the minister",
            "MINISTER RESIGNS OVER FISH",
            "For release of the hostages, they paid",
            "March 3 was cold",
            "“We are ready,” she said.",
        ] {
            assert_eq!(top_line(line), None, "{line}");
        }
    }

    #[test]
    fn end_marks() {
        for line in [
            "-30-",
            "– 30 –",
            "###",
            "# # #",
            "MORE",
            "(MORE)",
            "-more-",
            "ENDS",
            "(ends)",
            "(Reporting by Ida Holm; Editing by Jo Reyes)",
            "(Additional reporting by Ida Holm in Oslo,",
            "Reporting by Ida Holm; editing by Jo Reyes",
        ] {
            assert_eq!(end_mark(line), Some(Furniture::EndMark), "{line}");
        }
        for line in [
            "More rain is expected",
            "30",
            "#harbor",
            "Reporting by the harbor board showed a loss.",
            "(Reporting is hard.)",
            "It ends",
        ] {
            assert_eq!(end_mark(line), None, "{line}");
        }
    }
}
