//! Fixes for a quotation without a speaker: a clause that names one of the people who could have spoken, or a note that asks the
//! reporter. It decides nothing: whoever edits knows who spoke.

mod people;
mod tag;

pub(in crate::engine) use people::people;

use std::sync::Arc;

use crate::analysis::{Quotation, QuotationKind};
use crate::engine::attributions::tag::{Tag, after_marks};
use crate::engine::queries::{asking, query};
use crate::engine::types::Snapshot;
use crate::rules::{Edit, Finding, Fix, FixSafety};
use crate::text::Span;

/// The rule that finds quotations without a speaker.
const UNATTRIBUTED: &str = "unattributed-quote";

/// The fixes for a finding that is about such a quotation: the note, which is never wrong and what a key pressed in haste gets, and
/// one for each of the people who could have spoken, nearest first. None if the quotation is not closed. For another finding the note, if there is something to ask.
pub(super) fn attributions(snapshot: &Snapshot, finding: &Finding) -> Vec<Fix> {
    if finding.code == UNATTRIBUTED {
        fixes_for(snapshot, finding.span)
    } else {
        query(snapshot, finding).into_iter().collect()
    }
}

fn fixes_for(snapshot: &Snapshot, quoted: Span) -> Vec<Fix> {
    let is_meant = |quotation: &&Quotation| {
        let is_marked = matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed);
        is_marked && quotation.closed && snapshot.source_span(quotation.place) == quoted
    };
    let Some(quotation) = snapshot.facts.quotations.iter().map(Arc::as_ref).find(is_meant) else {
        return Vec::new();
    };
    let at = after_marks(snapshot, quotation.place, true);
    let mut fixes = vec![asking("who says this?", at)];
    if let Some(tag) = Tag::of(snapshot, quotation.place) {
        let said = verb(snapshot);
        for name in people(snapshot, quotation.place) {
            fixes.push(fix(tag.title(&name, said), tag.edits(&name, said)));
        }
    }
    fixes
}

fn fix(title: String, edits: Vec<Edit>) -> Fix {
    Fix {
        title,
        safety: FixSafety::Suggest,
        edits,
    }
}

/// “said”, or “says” in a draft that mostly writes so.
pub(in crate::engine) fn verb(snapshot: &Snapshot) -> &'static str {
    let mut says = 0;
    let mut said = 0;
    for cue in snapshot
        .facts
        .quotations
        .iter()
        .filter_map(|quotation| quotation.cue.as_ref())
    {
        match snapshot.text_of(cue.place) {
            "says" => says += 1,
            "said" => said += 1,
            _ => {}
        }
    }
    if says > said { "says" } else { "said" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Cache, Draft, ReadAs, analyse};
    use crate::language;
    use crate::markup::Format;

    /// What the fixes for the last quotation of a draft are called, and what the first that names somebody makes of it, or else the note.
    fn fixed(text: &str, format: Format) -> (Vec<String>, String) {
        let draft = Draft {
            text: text.into(),
            read_as: ReadAs {
                format,
                ..ReadAs::default()
            },
        };
        let snapshot = analyse(&draft, &Cache::default(), language::embedded());
        let quotation = snapshot.facts.quotations.last().unwrap();
        let fixes = fixes_for(&snapshot, snapshot.source_span(quotation.place));
        let mut fixed = text.to_owned();
        for edit in fixes.get(1).or(fixes.first()).unwrap().edits.iter().rev() {
            fixed.replace_range(edit.span.start..edit.span.end, &edit.text);
        }
        (fixes.into_iter().map(|fix| fix.title).collect(), fixed)
    }

    fn after(lead: &str, quoted: &str) -> String {
        let text = format!("{lead}\n\n{quoted}");
        let (_, fixed) = fixed(&text, Format::Plain);
        fixed.strip_prefix(&format!("{lead}\n\n")).unwrap().to_owned()
    }

    const LEAD: &str = "Mayor Rosa Weil visited the harbor on Monday.";

    #[test]
    fn the_nearest_subject_comes_first_by_the_family_name() {
        let text = "Mayor Rosa Weil called Anton Brask, a pilot.\n\nBrask waited at the vote of the council. “Nobody told us about it.”\n";
        let (titles, fixed) = fixed(text, Format::Plain);
        assert_eq!(
            titles,
            [
                "Query the reporter: who says this?",
                "Add “, Brask said”",
                "Add “, Weil said”"
            ]
        );
        assert!(fixed.ends_with("“Nobody told us about it,” Brask said.\n"), "{fixed}");
    }

    #[test]
    fn a_first_name_that_is_a_family_name_elsewhere_is_no_second_reference() {
        let text = "Mayor Rosa Weil opened the pier with Bo Lund on Monday. Lund leads the union.\n\n\
                    “We have waited here since early in the morning.”\n";
        let (titles, _) = fixed(text, Format::Plain);
        assert!(titles.contains(&"Add “, Lund said”".to_owned()), "{titles:?}");
        assert!(!titles.iter().any(|title| title.contains("Bo")), "{titles:?}");
    }

    #[test]
    fn marks_go_where_a_newspaper_puts_them() {
        assert_eq!(after(LEAD, "“Nobody told us.”"), "“Nobody told us,” Weil said.");
        assert_eq!(
            after(LEAD, "“Nobody told us.” It rained."),
            "“Nobody told us,” Weil said. It rained."
        );
        assert_eq!(after(LEAD, "“Who told them so?”"), "“Who told them so?” Weil said.");
        assert_eq!(after(LEAD, "“Tell them all now!”"), "“Tell them all now!” Weil said.");
        assert_eq!(after(LEAD, "\"Nobody told us,\""), "\"Nobody told us,\" Weil said.");
        assert_eq!(after(LEAD, "“Nobody told us”."), "“Nobody told us,” Weil said.");
        assert_eq!(after(LEAD, "“They left the U.S.”"), "“They left the U.S.,” Weil said.");
        assert_eq!(after(LEAD, "“We waited and …”"), "“We waited and …” Weil said.");
    }

    #[test]
    fn british_copy_keeps_commas_out_of_words_that_have_none() {
        let lead = "The mayor, Rosa Weil, visited the harbour centre on Monday 5 May 2031.";
        assert_eq!(after(lead, "‘Nobody told us.’"), "‘Nobody told us,’ Weil said.");
        assert_eq!(after(lead, "‘Nobody told us’."), "‘Nobody told us’, Weil said.");
    }

    #[test]
    fn who_is_named_in_full_only_later_is_named_in_full() {
        let text = "The harbor was full.\n\n“Nobody told us about the boats.” Rosa Weil waited at the quay.\n";
        let (titles, _) = fixed(text, Format::Plain);
        assert_eq!(titles.get(1).map(String::as_str), Some("Add “, Rosa Weil said”"));
    }

    #[test]
    fn nobody_speaks_who_is_no_person() {
        let text = "The harbor vote ended in Ostby on Monday.\n\n“Nobody told us about the boats.”\n";
        let (titles, fixed) = fixed(text, Format::Plain);
        assert_eq!(titles, ["Query the reporter: who says this?"]);
        assert!(
            fixed.ends_with("“Nobody told us about the boats.” [CHECK: who says this?]\n"),
            "{fixed}"
        );
    }

    #[test]
    fn markup_around_the_quotation_stays_whole() {
        let text = format!("{LEAD}\n\n*“Nobody told us about it.”*\n");
        let (_, fixed) = fixed(&text, Format::Markdown);
        assert!(fixed.ends_with("*“Nobody told us about it,”* Weil said.\n"), "{fixed}");
    }
}
