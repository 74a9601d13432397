//! Looks for the frames of a sentence: one look at each word. What each kind of frame asks for is in the file of that kind.

use crate::analysis::attribution::frame::types::Frame;
use crate::analysis::attribution::frame::{
    colon_dash, copula, introduced, misread, noun, opening, phrases, replies, untagged, verb,
};
use crate::analysis::attribution::line::Line;
use crate::language::Upos;

/// The frames of a sentence, in the order of their cues.
#[must_use]
pub fn frames(line: Line<'_>) -> Vec<Frame> {
    (0..line.len()).filter_map(|at| frame_at(line, at)).collect()
}

/// The frame whose cue begins at an item.
fn frame_at(line: Line<'_>, at: usize) -> Option<Frame> {
    let form = line.form(at);
    // Nearly all words come after a word and open nothing; a quotation has no part of speech.
    let after_mark = at
        .checked_sub(1)
        .is_none_or(|before| matches!(line.upos(before), Upos::X | Upos::Punct | Upos::Sym));
    let fixed = match form {
        "like" => copula::like(line, at),
        _ if after_mark => opening::opening(line, at),
        _ => None,
    };
    if fixed.is_some() {
        return fixed;
    }
    match line.upos(at) {
        Upos::Verb if line.is(at, "according") => phrases::phrase(line, at),
        Upos::Aux => replies::reply(line, at),
        Upos::Verb if form == "came" => replies::reply(line, at).or_else(|| verb::frame(line, at, "come")),
        Upos::Verb => verb::frame(line, at, misread::lemma_of_verb(line, at)),
        Upos::Noun if form == "read" && verb::reads_after_quotation(line, at) => verb::frame(line, at, "read"),
        Upos::Noun | Upos::Adj | Upos::Propn => match misread::lemma(line, at) {
            Some(lemma) => verb::frame(line, at, lemma),
            None if untagged::speaker(line, at).is_some() => verb::frame(line, at, form),
            None => noun::frame(line, at),
        },
        Upos::Punct if form == ":" => copula::blunt(line, at)
            .or_else(|| colon_dash::colon(line, at))
            .or_else(|| introduced::introduced(line, at)),
        Upos::Punct | Upos::Sym if colon_dash::is_dash_or_hyphen(form) => colon_dash::dash(line, at),
        _ => phrases::phrase(line, at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::attribution::line::with_line;

    /// The frames of a sentence as "cue: speaker".
    fn found(text: &str) -> Vec<String> {
        with_line(text, |line| {
            frames(line)
                .iter()
                .filter_map(|frame| Some((frame.lemma.to_string(), frame.speaker.clone()?)))
                .map(|(lemma, speaker)| format!("{lemma}: {}", line.span(speaker.items).of(text)))
                .collect()
        })
    }

    #[test]
    fn each_kind_of_frame_is_found() {
        for (text, expected) in [
            ("“We leave at dawn,” Lund said of Weil.", "say: Lund"),
            ("“We leave at dawn,” said Ana Lund.", "say: Ana Lund"),
            ("The road, as Lund put it, is “odd”.", "put: Lund"),
            ("The road is “odd”, according to Ana Lund.", "according to: Ana Lund"),
            ("Mayor: ‘I will not resign’", ":: Mayor"),
            ("“We leave at dawn” — Ana Lund", "—: Ana Lund"),
        ] {
            assert!(found(text).contains(&expected.to_owned()), "{text}: {:?}", found(text));
        }
    }
}
