//! Who speaks, as a frame or a possessive names it: the noun phrase, the cue, the listener, the document. It finds no frames.

use std::ops::Range;

use crate::analysis::actors::tables::usual_gender;
use crate::analysis::attribution::frame::{CueForm, Frame, parsed, subject};
use crate::analysis::attribution::lexicon::{WordClass, is_in, is_in_either, is_listed, part_of};
use crate::analysis::attribution::line::{Line, noun_phrase};
use crate::analysis::attribution::types::{QuotationStatus, Voice};
use crate::language::{Relation, Tag, Upos};
use crate::text::Span;
use crate::text::table::WordList;

/// The speaker of a frame, with its addressee and its source: that of the sentence, or the outlet that was told.
#[must_use]
pub fn of_frame(line: Line<'_>, frame: &Frame, source: Option<Span>) -> Option<Voice> {
    let items = frame.speaker.as_ref()?.items.clone();
    // "faster than anyone will admit" is said of everybody and quotes nobody.
    if items.len() == 1 && line.is_any(items.start, &["you", "this", "that", "our", "anyone", "anybody"]) {
        return None;
    }
    let speaker = line.span(items);
    let addressee = frame.addressee.clone().map(|items| line.span(items));
    let outlet = addressee
        .filter(|_| frame.lemma == "tell")
        .filter(|span| part_of(WordClass::Outlet, span.of(line.text())));
    Some(Voice {
        speaker,
        cue: line.span(frame.cue.clone()),
        lemma: frame.lemma.to_string(),
        addressee,
        source: source.filter(|span| !span.overlaps(speaker)).or(outlet).or_else(|| {
            let cites = frame
                .cue
                .start
                .checked_sub(1)
                .is_some_and(|before| line.is(before, "as"));
            frame.reteller.clone().filter(|_| cites).map(|items| line.span(items))
        }),
    })
}

/// "…, according to the readout": the document that a sentence with a verb of saying is taken from.
#[must_use]
pub fn source_of(line: Line<'_>, frames: &[Frame]) -> Option<Span> {
    let speaks = |frame: &Frame| frame.form == CueForm::Verb && frame.speaker.is_some() && frame.class.speaks();
    if !frames.iter().any(speaks) {
        return None;
    }
    frames
        .iter()
        .filter(|frame| frame.form == CueForm::Phrase)
        .find_map(|frame| Some(line.span(frame.speaker.as_ref()?.items.clone())))
}

/// Whether the draft keeps the speaker unnamed and says so ("a source", "officials familiar with the talks"). "Officials" alone are a
/// crowd: nothing says that anybody was promised anything.
#[must_use]
pub fn status_of(text: &str, voice: &Voice) -> QuotationStatus {
    let speaker = voice.speaker.of(text);
    let is_nameless = || {
        let mut words = speaker.split(|c: char| !c.is_alphanumeric());
        words.any(|word| is_in_either(WordClass::Nameless, WordClass::Initiated, word))
    };
    if !goes_on_with_capital(speaker) && is_nameless() {
        QuotationStatus::Anonymous
    } else {
        QuotationStatus::Attributed
    }
}

/// Whether a word after the first begins with a capital.
fn goes_on_with_capital(phrase: &str) -> bool {
    let mut after_blank = false;
    phrase.trim_start().chars().any(|letter| {
        let begins = after_blank && letter.is_uppercase();
        after_blank = letter.is_whitespace();
        begins
    })
}

/// Whether the speaker is one person, by pronoun, by name or by the name that follows a description: "her lawyer, Ana Lund,".
#[must_use]
pub fn is_person(text: &str, voice: &Voice) -> bool {
    let speaker = voice.speaker.of(text);
    let pronoun = speaker.eq_ignore_ascii_case("he") || speaker.eq_ignore_ascii_case("she");
    pronoun || is_personal_name(speaker) || name_after(text, voice.speaker).is_some_and(is_personal_name)
}

/// Words that begin a sentence with a capital and name nobody.
static NO_NAMES: WordList = WordList::new(include_str!("no_names.txt"));

/// Whether a phrase ends in what may be the name of one person: a name in -s may be that of a group ("Greens"), unless a given name is
/// before it.
fn is_personal_name(phrase: &str) -> bool {
    let mut words = phrase.rsplit(' ');
    let (last, given) = (words.next().unwrap_or(""), words.next());
    let group = last.ends_with('s') && given.and_then(usual_gender).is_none();
    let named = |word: &str| !NO_NAMES.has_in_any_case(word);
    last.starts_with(char::is_uppercase)
        && !group
        && named(last)
        && !is_in(WordClass::Standalone, last)
        && !phrase.to_lowercase().starts_with("the ")
}

/// The name between commas right after a phrase: *Ana Lund* after "her lawyer" in "her lawyer, Ana Lund, said".
fn name_after(text: &str, phrase: Span) -> Option<&str> {
    let (name, _) = text.get(phrase.end..)?.strip_prefix(", ")?.split_once(',')?;
    let mut words = name.split(' ');
    let capitals = words
        .clone()
        .filter(|word| word.starts_with(char::is_uppercase))
        .count();
    (capitals >= 2 && words.all(|word| word.starts_with(char::is_alphabetic))).then_some(name)
}

/// Who holds what a noun or an adjective reports: "Lund's claim that", "Lund repeated the claim that", "he is confident that", "he made
/// clear that".
#[must_use]
pub fn of_noun(line: Line<'_>, noun: usize) -> Option<Voice> {
    let before = noun.checked_sub(1)?;
    let speaker = if line.has(noun, &[Upos::Adj]) {
        parsed::subject(line, noun)
            .or_else(|| who_makes(line, noun, Relation::Xcomp))
            .or_else(|| who_is(line, noun))?
    } else {
        possessor(line, before).or_else(|| who_makes(line, noun, Relation::Obj))?
    };
    // "It is clear that": nobody in particular says so.
    let is_nobody = speaker.len() == 1 && line.is_any(speaker.start, &["it", "there"]);
    named_by(line, noun, speaker).filter(|_| !is_nobody)
}

/// Verbs that say no more of a claim than that somebody makes it.
const MAKES: [&str; 8] = ["express", "float", "have", "issue", "make", "offer", "repeat", "voice"];

/// Who makes a claim, or makes it clear: the subject of the verb that a noun or an adjective hangs on by this relation.
fn who_makes(line: Line<'_>, word: usize, relation: Relation) -> Option<Range<usize>> {
    let head = line.head(word).filter(|_| line.relation(word) == relation)?;
    let verb = (0..word).rev().find(|&at| line.index(at) == Some(head))?;
    let is_plain = relation == Relation::Xcomp || MAKES.contains(&line.lemma(verb));
    subject(line, verb).filter(|_| is_plain).map(|subject| subject.items)
}

/// Who is aware of something: the subject of "are" before an adjective for which the parse shows none.
fn who_is(line: Line<'_>, adjective: usize) -> Option<Range<usize>> {
    let before = (0..adjective)
        .rev()
        .find(|&at| !line.has(at, &[Upos::Adv, Upos::Part]))?;
    let is_copula = line.lemma(before) == "be" && line.tag(before).is_finite();
    subject(line, before).filter(|_| is_copula).map(|subject| subject.items)
}

/// Whose words the quotation at item `at` is in: Lund's “not one cent” promise, their chants of “go home”.
#[must_use]
pub fn of_possessor(line: Line<'_>, at: usize) -> Option<Voice> {
    let before = at.checked_sub(1)?;
    let called = line.is(before, "of");
    let (noun, mark) = if called {
        let noun = before.checked_sub(1)?;
        (noun, noun.checked_sub(1)?)
    } else {
        (at + 1, before)
    };
    let reports = is_listed(WordClass::Utterance, line.lemma(noun)) || called && line.lemma(noun) == "chant";
    named_by(line, noun, possessor(line, mark).filter(|_| reports)?)
}

/// "her" or "the mayor's": the phrase that ends in the possessive at an item.
fn possessor(line: Line<'_>, mark: usize) -> Option<Range<usize>> {
    match line.tag(mark) {
        Tag::PossessivePronoun => Some(mark..mark + 1),
        Tag::PossessiveEnding => Some(noun_phrase::ending_at(line, mark.checked_sub(1)?)),
        _ => None,
    }
}

/// A voice whose cue is a noun or an adjective.
fn named_by(line: Line<'_>, noun: usize, speaker: Range<usize>) -> Option<Voice> {
    let word = line.word(noun)?;
    Some(Voice {
        speaker: line.span(speaker),
        cue: word.span,
        lemma: word.lemma.to_string(),
        addressee: None,
        source: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::frame::frames;
    use crate::analysis::attribution::line::with_line;

    #[test]
    fn a_frame_names_speaker_listener_and_source() {
        let text = "Lund told the Ostby Times that it was “odd”.";
        with_line(text, |line| {
            let voice = of_frame(line, &frames(line)[0], None).unwrap();
            assert_eq!(voice.speaker.of(text), "Lund");
            assert_eq!(voice.addressee.unwrap().of(text), "the Ostby Times");
            assert_eq!(voice.source, voice.addressee);
            assert!(is_person(text, &voice));
        });
        let text = "Officials said it was “odd”, according to a readout.";
        with_line(text, |line| {
            let frames = frames(line);
            assert_eq!(source_of(line, &frames).unwrap().of(text), "a readout");
            let voice = of_frame(line, &frames[0], None).unwrap();
            assert_eq!(status_of(text, &voice), QuotationStatus::Attributed);
        });
        for (text, status) in [
            (
                "Two officials familiar with the plan said it was “odd”.",
                QuotationStatus::Anonymous,
            ),
            ("A source said it was “odd”.", QuotationStatus::Anonymous),
            ("People in Ostby said it was “odd”.", QuotationStatus::Attributed),
            ("A resident said it was “odd”.", QuotationStatus::Attributed),
        ] {
            with_line(text, |line| {
                let voice = of_frame(line, &frames(line)[0], None).unwrap();
                assert_eq!(status_of(text, &voice), status, "{text}");
            });
        }
    }

    #[test]
    fn a_noun_or_an_adjective_has_the_subject_of_its_verb() {
        let holder = |text: &str, word: &str| {
            with_line(text, |line| {
                let at = (0..line.len()).find(|&at| line.is(at, word)).unwrap();
                of_noun(line, at).map(|voice| voice.speaker.of(text).to_owned())
            })
        };
        assert_eq!(
            holder("Ana Lund made clear that she would go.", "clear").as_deref(),
            Some("Ana Lund")
        );
        assert_eq!(
            holder("The dockers are aware that it is late.", "aware").as_deref(),
            Some("The dockers")
        );
        assert_eq!(
            holder("Lund repeated the claim that it was late.", "claim").as_deref(),
            Some("Lund")
        );
        assert_eq!(holder("Lund rejected the claim that it was late.", "claim"), None);
        assert_eq!(holder("It is clear that nobody left.", "clear"), None);
    }

    #[test]
    fn a_possessive_names_the_speaker() {
        let text = "They met Lund's “not one cent” promise.";
        with_line(text, |line| {
            let at = (0..line.len()).find(|&at| line.is_quotation(at)).unwrap();
            assert_eq!(of_possessor(line, at).unwrap().speaker.of(text), "Lund");
        });
    }
}
