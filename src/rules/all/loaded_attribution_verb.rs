//! Flags a verb of attribution that says more than that somebody spoke. It never changes what was said.
//!
//! ## What it flags
//!
//! A verb next to a quotation that casts doubt on the speaker (“claimed”, “insisted”), suggests a confession
//! (“admitted”, “conceded”), mocks them (“boasted”, “scoffed”), names a gesture that carries no words (“shrugged”), or says
//! what nobody can know (“felt”).
//!
//! ## Why it matters in a newsroom
//!
//! “Said” is invisible and fair. “Claimed” tells readers not to believe a speaker, and “admitted” that there was something
//! to hide; either may be unfair, and in a crime story it may be libel.
//!
//! ## Example
//!
//! > “The ferry was full,” Weil claimed.
//!
//! ## Better
//!
//! > “The ferry was full,” Weil said.
//!
//! ## When it is wrong
//!
//! The verb may be exactly what is meant: somebody did confess, or the claim is being checked in the story. Paragraphs about
//! courts, police and pleas are left alone, and so is everything in quotation marks. Features use such verbs on purpose, so
//! the rule is off unless you turn it on.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use crate::analysis::{Cue, Place, Quotation, QuotationKind};
use crate::rules::shared::narration::{OwnWords, word_before};
use crate::rules::{Category, Context, Edit, Finding, Fix, Level, Rule, Scope};
use crate::text::table::{self, WordList};

/// The rule.
pub const RULE: Rule = Rule {
    code: "loaded-attribution-verb",
    name: "loaded verb",
    summary: "a verb of attribution that takes sides",
    category: Category::Attribution,
    level: Level::Info,
    is_on: false,
    since: "0.1.0",
    scope: Scope::Draft,
    options: &[],
    file: include_str!("loaded_attribution_verb.rs"),
    check,
};

/// What a verb adds to the words it reports.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Load {
    Body,
    Doubt,
    Guilt,
    Mind,
    Scorn,
}

static VERBS: LazyLock<FxHashMap<&'static str, Load>> = LazyLock::new(|| {
    let load = |name: &str| match name {
        "body" => Load::Body,
        "doubt" => Load::Doubt,
        "guilt" => Load::Guilt,
        "mind" => Load::Mind,
        _ => Load::Scorn,
    };
    let rows = table::rows(include_str!("../data/loaded_verbs.tsv"));
    rows.map(|[verb, name]| (verb, load(name))).collect()
});

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mut own_words = None;
    let mut last = None;
    for quotation in &context.facts.quotations {
        let Some((cue, load)) = loaded(context, quotation) else {
            continue;
        };
        if last == Some(cue.place) {
            continue;
        }
        last = Some(cue.place);
        let own_words = own_words.get_or_insert_with(|| OwnWords::of(context));
        if own_words.hold(context, cue.place) {
            findings.push(finding(context, cue, load));
        }
    }
}

/// The cue of a quotation of whole sentences and what it adds. Whoever reports a claim or a view in their own words usually
/// means the verb.
fn loaded<'a>(context: &Context<'_>, quotation: &'a Quotation) -> Option<(&'a Cue, Load)> {
    let cue = quotation
        .cue
        .as_ref()
        .filter(|_| quotation.kind == QuotationKind::Direct)?;
    let load = *VERBS.get(cue.lemma.as_str())?;
    let is_legal = matches!(load, Load::Guilt | Load::Doubt) && is_about_law(context.text_around(cue.place));
    let is_own = load == Load::Mind && is_the_speakers_own(context, cue.place);
    (!is_legal && !is_own).then_some((cue, load))
}

/// “She remembered thinking”: whoever thought it is the one who tells it.
fn is_the_speakers_own(context: &Context<'_>, cue: Place) -> bool {
    let before = word_before(context.text_around(cue), cue.span.start);
    before.starts_with("recall") || before.starts_with("remember")
}

/// Words and parts of words by which a text is about a court or the police.
static LAW: WordList = WordList::new(include_str!("../data/words_of_law.txt"));

/// In a court or a police report “admitted” and “claimed” are words of the trade.
fn is_about_law(text: &str) -> bool {
    let text = text.to_lowercase();
    text.contains("suit ") || LAW.words().any(|word| text.contains(word))
}

fn finding(context: &Context<'_>, cue: &Cue, load: Load) -> Finding {
    let verb = context.text(cue.place);
    let message = match load {
        Load::Body => format!("Nobody speaks by “{verb}”"),
        Load::Doubt => format!("“{verb}” casts doubt on the speaker"),
        Load::Guilt => format!("“{verb}” suggests a confession"),
        Load::Mind => format!("“{verb}” says what nobody else can know"),
        Load::Scorn => format!("“{verb}” judges the speaker"),
    };
    let span = context.source_span(cue.place);
    let fix = neutral(context, cue.place)
        .map(|said| Fix::suggest(format!("Change to “{said}”"), [Edit::replace(span, said)]));
    Finding::at(span, message)
        .help("“Said” is enough, unless the verb is what happened.")
        .fixes(fix)
}

/// “Said” in the form of the verb.
fn neutral(context: &Context<'_>, cue: Place) -> Option<&'static str> {
    let verb = context.text(cue);
    if verb.contains(' ') || verb.starts_with(char::is_uppercase) {
        return None;
    }
    Some(match verb {
        "felt" | "thought" => "said",
        _ if verb.ends_with("ing") => "saying",
        _ if verb.ends_with("ed") => "said",
        _ if verb.ends_with('s') => "says",
        _ => "say",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::alone;

    #[test]
    fn the_message_says_what_the_verb_adds() {
        let rule = alone(&RULE);
        assert_eq!(
            rule.messages("“The ferry was full,” Ana Weil claimed."),
            ["“claimed” casts doubt on the speaker"]
        );
        assert_eq!(
            rule.messages("“The ferry was full,” Ana Weil admitted."),
            ["“admitted” suggests a confession"]
        );
        assert!(
            rule.messages("“The ferry was full,” Ana Weil admitted in court.")
                .is_empty()
        );
        assert!(rule.messages("“The ferry was full,” Ana Weil said.").is_empty());
    }

    #[test]
    fn all_rows_have_two_fields() {
        assert_eq!(
            table::malformed::<2>(include_str!("../data/loaded_verbs.tsv")).count(),
            0
        );
    }
}
