//! What somebody pastes a thousand times is read in pieces, and a key that got stuck is one word: what a draft costs is bounded by what
//! is counted here, and never by a clock.

use copydesk::language::{split_sentences, tokenise};

/// What may be written again and again in one paragraph.
const REPEATED: [&str; 20] = [
    "{{< x >}}",
    "$",
    "May 5, ",
    "Weil: ",
    "“We said no then,” she said. ",
    "the ferry left ",
    "XX [CHECK this] ",
    "B=\"C\"",
    "said, ",
    "Ana Weil, 52, ",
    "Weil and Lund ",
    "according to ",
    "[a](b) ",
    "**a ",
    "((a)) ",
    "“a “b” ",
    "drivers’ ",
    "10:30 ",
    "Mr. ",
    "e\u{301}",
];

/// The most words that a look over one sentence costs.
const LONGEST_SENTENCE: usize = 500;

#[test]
fn no_sentence_is_longer_than_a_sentence_can_be() {
    for piece in REPEATED {
        for times in [2_000, 20_000] {
            let text = piece.repeat(times);
            let words = tokenise(&text);
            let sentences = split_sentences(&text, &words);
            let longest = sentences.iter().map(ExactSizeIterator::len).max();
            assert!(
                longest.is_some_and(|longest| longest <= LONGEST_SENTENCE),
                "{piece:?}: {longest:?}"
            );
            let ends = sentences.windows(2).all(|pair| pair[0].end == pair[1].start);
            assert!(
                ends && sentences.last().map(|last| last.end) == Some(words.len()),
                "{piece:?}"
            );
        }
    }
}

#[test]
fn a_flood_of_one_character_is_one_word() {
    let signs = (' '..='~').filter(char::is_ascii_punctuation);
    let others = "“”‘’«»„—–…•🙂é中\u{301}\u{661}0a".chars();
    for sign in signs.chain(others) {
        let words = tokenise(&sign.to_string().repeat(100_000)).len();
        assert_eq!(words, 1, "{sign:?}");
    }
}
