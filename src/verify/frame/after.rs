//! What comes after the words of a quotation in their sentence: a condition (“… unless the board objects”), somebody else who says them
//! (“…, Haskell says”), or a question mark. It looks at one sentence.

use crate::text::Span;
use crate::verify::excerpt::one_line;
use crate::verify::frame::before::{Gap, before};
use crate::verify::frame::later::{Later, later};
use crate::verify::frame::opening::Opening;
use crate::verify::frame::speakers::Speakers;
use crate::verify::frame::words::{
    CLAUSE_WORDS, CONDITIONS, Governor, HELPERS, QUESTION_WORDS, TOLD, begins_condition, governor,
};
use crate::verify::ids::BOUNDARY;
use crate::verify::quoted::{Question, QuotedWord};
use crate::verify::types::{Change, Weight};

/// The change that the words after the last one make of a quotation that begins as a sentence does.
pub fn after(question: &Question<'_>, (first, last): (usize, usize)) -> Option<Change> {
    if !Opening::of(question, first)?.has_capital || question.quoted.is_framed {
        return None;
    }
    let word = question.prepared.parts.last()?.words.last()?;
    let there = question
        .notes
        .words()
        .get(last)
        .filter(|there| word.is_said_by(there.id))?;
    let source = question.notes.source_at(last)?;
    if let Some(end) = taken_back(question, (first, last)) {
        let said = there.span().join(end).of(&source.text);
        return Some(change(question, word, said, Weight::Frame));
    }
    // “We will close?” has the words of a statement, and a mark that a transcript may have misheard.
    let written = question.quoted.text.to_lowercase().replace('’', "'");
    let begins = written
        .split(|letter: char| !letter.is_alphanumeric() && letter != '\'')
        .find(|word| !word.is_empty());
    let is_open = begins.is_some_and(|begins| QUESTION_WORDS.contains(begins));
    let (words, _) = before(question.notes, first);
    if is_open || !words.is_empty() || !is_question(question, last) {
        return None;
    }
    let said = format!("{}?", there.span().of(&source.text));
    Some(change(question, word, &said, Weight::Slight))
}

fn change(question: &Question<'_>, word: &QuotedWord, said: &str, weight: Weight) -> Change {
    Change {
        place: word.span,
        written: word.span.of(question.quoted.text).to_owned(),
        said: one_line(said),
        weight,
    }
}

/// Where a condition ends that comes after the word `last` of the notes, or what says that the words are somebody else's: “we will close,
/// Haskell says”.
fn taken_back(question: &Question<'_>, (first, last): (usize, usize)) -> Option<Span> {
    let notes = question.notes;
    let source = notes.source_at(last)?;
    let word = |at: usize| {
        let word = notes.words().get(at).filter(|word| word.id != BOUNDARY)?;
        Some(word.span().of(&source.text).to_lowercase().replace('’', "'"))
    };
    let later = later(notes, last);
    // “We will see if it works” asks for something.
    let is_asked =
        |at: usize| word(at).is_some_and(|word| governor(&word).is_some() || word == "ask" || word == "wonder");
    let is_object = word(last).is_some_and(|word| TOLD.contains(word.as_str()));
    let asks = is_asked(last) || is_object && last.checked_sub(1).is_some_and(is_asked);
    let begins = later
        .iter()
        .position(|later| CONDITIONS.contains(later.word.as_str()) && later.word != "whether");
    if let Some(at) = begins.filter(|at| *at <= FARTHEST) {
        let (lead, condition) = later.split_at_checked(at)?;
        // Farther away a clause between may be what depends on it, and a verb of saying or asking may be what asks for it.
        let is_next = lead
            .iter()
            .skip(1)
            .chain(condition.first())
            .all(|later| later.gap == Gap::Plain)
            && lead.iter().all(|later| !CLAUSE_WORDS.contains(later.word.as_str()))
            && (lead.is_empty() || !(first..last + 1 + at).any(is_asked));
        let is_next = is_next || lead.is_empty() && condition.first().is_some_and(|later| later.gap == Gap::Comma);
        let mut end = 1;
        while condition.get(end).is_some_and(|later| later.gap == Gap::Plain) {
            end += 1;
        }
        let told: Vec<&str> = condition.iter().take(end).map(|later| later.word.as_str()).collect();
        if is_next && told.len() > 1 && !asks && begins_condition(&told.join(" ")) {
            return condition.get(end - 1).map(|later| later.span);
        }
    }
    report_end(&later, &Speakers::of(question, first))
}

/// Words between a quotation and a condition.
const FARTHEST: usize = 6;

/// Where “…, Haskell says” ends, or “…, says Haskell”, “…, according to Haskell”, if Haskell is somebody else.
fn report_end(later: &[Later], speakers: &Speakers) -> Option<Span> {
    let begins = later
        .iter()
        .position(|later| later.gap == Gap::Comma)
        .filter(|at| *at <= FARTHEST)?;
    let (lead, clause) = later.split_at_checked(begins)?;
    if lead.iter().any(|later| later.gap != Gap::Plain) {
        return None;
    }
    let is_report = |later: &Later| governor(&later.word).is_some_and(|(kind, _)| kind == Governor::Reports);
    let is_another = |later: &Later| speakers.is_another(&later.word, later.has_capital);
    let end = clause.iter().skip(1).position(|later| later.gap != Gap::Plain);
    let clause = clause.get(..end.map_or(clause.len(), |end| end + 1))?;
    let is_theirs = match clause {
        [or, so, rest @ ..] if or.word == "or" && so.word == "so" => says(rest, is_report, is_another),
        [according, to, rest @ ..] if according.word == "according" && to.word == "to" => {
            rest.len() <= 4 && rest.iter().any(|later| later.has_capital && is_another(later))
        }
        [verb, subject] if is_report(verb) => subject.has_capital && is_another(subject),
        clause => says(clause, is_report, is_another),
    };
    is_theirs.then(|| clause.last().map(|later| later.span)).flatten()
}

/// Whether a clause is a subject that is somebody else and a verb of saying: “the board has always said”.
fn says(clause: &[Later], is_report: impl Fn(&Later) -> bool, is_another: impl Fn(&Later) -> bool) -> bool {
    let Some((_, subject)) = clause.split_last().filter(|(verb, _)| is_report(verb)) else {
        return false;
    };
    let mut subject = subject
        .iter()
        .rev()
        .skip_while(|later| HELPERS.contains(later.word.as_str()));
    let head = subject.next();
    subject.count() <= 3 && head.is_some_and(is_another)
}

/// Bytes after the last word in which a question mark is looked for.
const NEAR: usize = 200;

/// Whether the sentence of the word `last` of the notes is a question that goes on without a comma, and the quotation has no such mark.
/// After a comma a statement may only ask for assent: “We will close, right?”
pub fn is_question(question: &Question<'_>, last: usize) -> bool {
    let (Some(word), Some(source)) = (question.notes.words().get(last), question.notes.source_at(last)) else {
        return false;
    };
    let end = word.span().end;
    let passage = question.notes.passage_at(last).map_or(end, |passage| passage.span.end);
    let stop = source.text.floor_char_boundary(passage.min(end + NEAR));
    let rest = source.text.get(end..stop).unwrap_or("");
    let mark = rest.char_indices().find(|(at, mark)| match mark {
        '.' => !rest
            .get(at + 1..)
            .is_some_and(|rest| rest.starts_with(char::is_alphanumeric)),
        _ => matches!(mark, '?' | '!' | ',' | ';' | ':' | '—' | '–' | '…'),
    });
    let is_asked = mark.is_some_and(|(_, mark)| mark == '?');
    let tail = question.prepared.parts.last().and_then(|part| part.words.last());
    let tail = tail.map_or("", |word| {
        Span::new(word.span.end, question.quoted.text.len()).of(question.quoted.text)
    });
    is_asked && !tail.contains('?')
}
