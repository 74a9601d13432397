//! Flags a quotation without a speaker. It never guesses one: who speaks is a fact, and found before.
//!
//! ## What it flags
//!
//! A quotation of whole sentences, or a long quoted fragment without a clause of the writer's around it, if neither its
//! own paragraph nor those before it show anybody who may be speaking. If a paragraph has several, the first is flagged; if
//! several paragraphs in a row are only such quotations, the first paragraph is.
//!
//! ## Why it matters in a newsroom
//!
//! Readers judge words by who says them. A quotation that lost its “she said” in the edit passes for common knowledge,
//! or for the words of whoever spoke last.
//!
//! ## Example
//!
//! > The ferry was late again. “We have waited here since the morning.”
//!
//! ## Better
//!
//! > The ferry was late again. “We have waited here since the morning,” said Ana Weil, a teacher.
//!
//! ## When it is wrong
//!
//! Quotations that run on from the paragraph before, questions and answers, quotations after a colon, chants, signs,
//! slogans and songs, reviews with stars, titles and nicknames, block quotes, headings and captions, fragments inside a
//! sentence of the writer's (the plan was “a gift to the rich”), whatever follows an unclosed quotation in its paragraph,
//! and quotations signed after a dash, even on the next line (“…” —Ana Weil), are left alone. So is a quotation that one of
//! two people may have said who are quoted right before it. If only the course of the story shows who is speaking, the
//! speaker may be missed; the finding then lists the nearest candidates.

use rustc_hash::FxHashSet;

use crate::analysis::{Place, Quotation, QuotationKind, QuotationStatus};
use crate::language::Upos;
use crate::rules::shared::explained::{needs_speaker, sentence_around};
use crate::rules::{Category, Context, Finding, Level, Rule, RuleOption};
use crate::text::Span;

/// The rule.
pub const RULE: Rule = Rule {
    code: "unattributed-quote",
    summary: "a quotation without attribution",
    category: Category::Attribution,
    level: Level::Warning,
    is_on: true,
    since: "0.1.0",
    options: &[&MIN_WORDS],
    file: include_str!("unattributed_quote.rs"),
    check,
};

/// How long a quotation must be, in words.
const MIN_WORDS: RuleOption<usize> = RuleOption {
    name: "min-words",
    default: 6,
    summary: "Quotations of fewer words are not flagged.",
};

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let quotations = &context.facts.quotations;
    // A quotation in parts has a speaker if one of its parts does.
    let mut settled: FxHashSet<usize> = quotations
        .iter()
        .filter(|quotation| !matches!(quotation.status, QuotationStatus::Unattributed | QuotationStatus::None))
        .map(|quotation| quotation.group)
        .collect();
    let mut flagged: Option<Place> = None;
    // A sentence that goes on after its quotation names a speaker, who then also speaks in the rest of the paragraph.
    let mut spoken_in = None;
    let shortest = context.option(&MIN_WORDS);
    for (index, quotation) in quotations.iter().enumerate() {
        // The attribution of an unclosed quotation is lost inside it; `unclosed-quote` reports that.
        let is_open = quotation.status == QuotationStatus::Unattributed
            && (quotation.closed || quotation.runs_on)
            && matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed)
            && words(context, quotation) >= shortest;
        let block = Some(quotation.place.block);
        if quotation.status == QuotationStatus::Unattributed && has_tag_after(context, quotation.place) {
            spoken_in = block;
        }
        // A row of quotations without a speaker is one thing to fix.
        if is_open && flagged.is_some_and(|last| goes_on(context, last, quotation.place)) {
            flagged = Some(quotation.place);
            continue;
        }
        if is_open
            && !quotation.contested
            && block != flagged.map(|place| place.block)
            && block != spoken_in
            && !is_fragment(context, quotation)
            && !context.facts.is_signed(index)
            && !is_after_unclosed(quotations, index)
            && needs_speaker(context, quotation.place)
            && settled.insert(quotation.group)
        {
            flagged = Some(quotation.place);
            findings.push(finding(context, quotation));
        }
    }
}

/// Whether a quotation that is the whole paragraph follows one that ends the paragraph before.
fn goes_on(context: &Context<'_>, last: Place, next: Place) -> bool {
    let around = |place: Place| {
        let (before, after) = (context.text_before(place), context.text_after(place));
        (before.trim().is_empty(), after.trim().is_empty())
    };
    last.block.next() == next.block && around(last).1 && around(next) == (true, true)
}

/// The words between the marks, without what the writer put in.
fn words(context: &Context<'_>, quotation: &Quotation) -> usize {
    let inserted: usize = quotation
        .insertions
        .iter()
        .map(|place| context.text(*place).split_whitespace().count())
        .sum();
    context.word_count(quotation.place).saturating_sub(inserted)
}

/// “…,” a voice in the crowd answered: a comma before the mark, a lowercase clause after it, or a name with a verb of saying
/// shows that the sentence goes on with who spoke, in whatever words.
fn has_tag_after(context: &Context<'_>, place: Place) -> bool {
    let after = context.text_after(place).trim_start();
    let words = context
        .text(place)
        .trim_end_matches(|c: char| !c.is_alphanumeric() && c != ',');
    let tagged = (after.starts_with(char::is_lowercase) && has_clause_around(context, place))
        || (words.ends_with(',') && after.starts_with(char::is_alphanumeric))
        || is_asked_by(context, place);
    tagged && !lacks_subject(context, place)
}

/// How many words the name and the verb that follow a quotation have at most, with what describes the speaker.
const LONGEST_FRAME: usize = 25;

/// “Why now?” Sen. Ana Weil (R., Ostby), chair of the panel, asked.: a name right after a question or a call, and later in the
/// sentence a verb of saying.
fn is_asked_by(context: &Context<'_>, place: Place) -> bool {
    let quoted = context.text(place).trim_end_matches(['”', '"', '’', '\'', ' ']);
    let is_named = context.text_after(place).trim_start().starts_with(char::is_uppercase);
    let Some(paragraph) = context
        .paragraph(place)
        .filter(|_| is_named && quoted.ends_with(['?', '!']))
    else {
        return false;
    };
    let text = context.text_around(place);
    let words = &paragraph.facts.language.words;
    let after = words.iter().skip_while(|word| word.span.start < place.span.end);
    // Titles and parties are shortened with periods: where the sentence ends is not asked.
    let mut frame = after
        .take_while(|word| !matches!(word.span.of(text), "“" | "\""))
        .take(LONGEST_FRAME);
    frame.any(|word| word.upos == Upos::Verb && is_verb_of_saying(word.lemma.as_str()))
}

/// “…,” said in a statement: the verb of saying has lost its subject.
fn lacks_subject(context: &Context<'_>, place: Place) -> bool {
    let Some(paragraph) = context.paragraph(place) else {
        return false;
    };
    let words = &paragraph.facts.language.words;
    let mut after = words.iter().skip_while(|word| word.span.start < place.span.end);
    let verb = after.next().filter(|word| is_verb_of_saying(word.lemma.as_str()));
    let next = after.next().map(|word| word.upos);
    verb.is_some() && matches!(next, None | Some(Upos::Adp | Upos::Punct))
}

/// The verbs that most often name the speaker.
fn is_verb_of_saying(lemma: &str) -> bool {
    matches!(
        lemma,
        "say" | "tell" | "ask" | "add" | "write" | "explain" | "note" | "reply" | "recall" | "shout" | "wonder"
    )
}

/// Whether the quoted words are part of a clause of the writer's.
fn is_fragment(context: &Context<'_>, quotation: &Quotation) -> bool {
    let before = context.text_before(quotation.place).trim_end();
    let is_governed = before.ends_with(char::is_alphanumeric);
    let begins_small = context
        .text(quotation.place)
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .starts_with(char::is_lowercase);
    // Her coach “could not have asked for more”: the verb itself may be quoted.
    if is_governed && begins_small {
        return true;
    }
    let is_inside = is_governed || before.ends_with(['(', ',', '—', '–']);
    (quotation.kind == QuotationKind::Mixed || is_inside) && has_clause_around(context, quotation.place)
}

/// Whether the sentence has a verb outside its quotations. The writer then says something of their own with the quoted
/// words, and in edited copy the story nearly always makes the speaker clear.
fn has_clause_around(context: &Context<'_>, place: Place) -> bool {
    let Some(paragraph) = context.paragraph(place) else {
        return false;
    };
    let sentence = sentence_around(context, place);
    let quotations = &context.facts.quotations;
    let start = Place::new(place.block, Span::new(sentence.start, sentence.start));
    let first = quotations.partition_point(|quotation| quotation.place < start);
    let marked: Vec<Span> = quotations
        .iter()
        .skip(first)
        .take_while(|quotation| quotation.place.block == place.block && quotation.place.span.start < sentence.end)
        .filter(|quotation| quotation.kind != QuotationKind::Indirect)
        .map(|quotation| quotation.place.span)
        .collect();
    let language = &paragraph.facts.language;
    let words = language.words.get(language.words_in(sentence)).unwrap_or(&[]);
    words
        .iter()
        .filter(|word| matches!(word.upos, Upos::Verb | Upos::Aux))
        .any(|word| !marked.iter().any(|span| span.covers(word.span)))
}

/// Whether an unclosed quotation of the same block comes before: nobody knows which of the words after it are quoted.
fn is_after_unclosed(quotations: &[Quotation], index: usize) -> bool {
    let Some(this) = quotations.get(index) else {
        return false;
    };
    let before = quotations.get(..index).unwrap_or(&[]).iter().rev();
    before
        .take_while(|earlier| earlier.place.block == this.place.block)
        .any(|earlier| !earlier.closed && !earlier.runs_on)
}

fn finding(context: &Context<'_>, quotation: &Quotation) -> Finding {
    let mut finding = Finding::at(context.source_span(quotation.place), "Quotation has no attribution")
        .help("Say in the same sentence who is speaking.");
    let mut candidates = quotation.candidates.clone();
    candidates.dedup();
    for place in candidates {
        finding = finding.related(
            context.source_span(place),
            format!("Possible speaker: {}", context.text(place)),
        );
    }
    finding
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{alone, findings};

    #[test]
    fn the_shortest_quotation_can_be_set() {
        let text = "The ferry was late. “We wait since the morning.”";
        assert_eq!(alone(&RULE).findings(text), []);
        assert_eq!(alone(&RULE).with(&MIN_WORDS, 5).findings(text).len(), 1);
    }

    #[test]
    fn candidates_are_listed_nearest_first() {
        let text = "Ana Weil waited for Bo Lund. “We have waited here since the morning.”";
        let found = findings(text);
        let messages: Vec<&str> = found[0]
            .related
            .iter()
            .map(|related| related.message.as_str())
            .collect();
        assert!(
            messages
                .first()
                .is_some_and(|message| message.starts_with("Possible speaker: ")),
            "{messages:?}"
        );
    }
}
