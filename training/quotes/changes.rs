//! The ways in which a quotation is changed, or what was said is. It compares nothing.

use crate::dice::Dice;

/// What is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Nothing,
    Spaces,
    Marks,
    Case,
    Ellipsis,
    Insertion,
    Fillers,
    Restarts,
    /// Said after a clause that takes nothing back.
    Affirmed,
    Hidden,
    Negation,
    Number,
    Name,
    Modal,
    Dropped,
    Swapped,
    /// A word lost right after the first one.
    Head,
    /// A word lost right before the last one.
    Tail,
    /// A denial lost before the first word.
    Denied,
    /// A clause lost that denies all that follows.
    Governed,
    /// A condition lost, before or after.
    Condition,
    /// A question that is quoted as a statement.
    Question,
    /// What somebody else says, quoted as the speaker's own words.
    Report,
    /// The same with the one who says it after the words.
    Reported,
    /// A hope, or what may be, quoted as what will be.
    Hope,
}

impl Kind {
    pub const ALL: [Kind; 25] = [
        Kind::Nothing,
        Kind::Spaces,
        Kind::Marks,
        Kind::Case,
        Kind::Ellipsis,
        Kind::Insertion,
        Kind::Fillers,
        Kind::Restarts,
        Kind::Affirmed,
        Kind::Hidden,
        Kind::Negation,
        Kind::Number,
        Kind::Name,
        Kind::Modal,
        Kind::Dropped,
        Kind::Swapped,
        Kind::Head,
        Kind::Tail,
        Kind::Denied,
        Kind::Governed,
        Kind::Condition,
        Kind::Question,
        Kind::Report,
        Kind::Reported,
        Kind::Hope,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Kind::Nothing => "nothing",
            Kind::Spaces => "spaces",
            Kind::Marks => "marks",
            Kind::Case => "case",
            Kind::Ellipsis => "ellipsis",
            Kind::Insertion => "insertion",
            Kind::Fillers => "fillers",
            Kind::Restarts => "restarts",
            Kind::Hidden => "hidden word",
            Kind::Negation => "negation",
            Kind::Number => "number",
            Kind::Name => "name",
            Kind::Modal => "modal",
            Kind::Dropped => "dropped word",
            Kind::Swapped => "swapped word",
            Kind::Head => "lost after the first word",
            Kind::Tail => "lost before the last word",
            Kind::Denied => "denial lost before",
            Kind::Affirmed => "clause before",
            Kind::Governed => "denied clause lost",
            Kind::Condition => "condition lost",
            Kind::Question => "question lost",
            Kind::Report => "report lost",
            Kind::Reported => "report after lost",
            Kind::Hope => "hope lost",
        }
    }

    /// Whether the words of the notes must be right to the letter once they are taken.
    pub fn is_at_edge(self) -> bool {
        matches!(self, Kind::Head | Kind::Tail | Kind::Denied)
    }

    /// Whether the change leaves what was said as it was.
    pub fn is_harmless(self) -> bool {
        (self as usize) < Kind::Hidden as usize
    }
}

/// A quotation and what was said.
pub struct Pair {
    pub written: String,
    pub said: String,
}

/// A quotation changed in one way; `None` where it has nothing to change. `another` is a quotation from elsewhere.
pub fn changed(kind: Kind, said: &str, another: &str, dice: &mut Dice) -> Option<Pair> {
    let words: Vec<&str> = said.split(' ').collect();
    let joined = |words: Vec<String>| words.join(" ");
    let plain = || words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let mut spoken = said.to_owned();
    let written = match kind {
        Kind::Nothing => said.to_owned(),
        Kind::Spaces => spaces(&words, dice),
        Kind::Marks => marks(said, dice),
        Kind::Case => joined(
            words
                .iter()
                .map(|word| {
                    if dice.one_in(2) {
                        recased(word)
                    } else {
                        (*word).to_owned()
                    }
                })
                .collect(),
        ),
        Kind::Ellipsis => ellipsis(&words, dice, |left_out| !left_out.iter().any(|word| matters(word)))?,
        Kind::Hidden => ellipsis(&words, dice, |left_out| {
            left_out.iter().any(|word| matters(word)) && !left_out.iter().any(|word| ends_sentence(word))
        })?,
        Kind::Insertion => insertion(&words, dice),
        Kind::Fillers => {
            spoken = fillers(&words, dice);
            said.to_owned()
        }
        Kind::Restarts => {
            spoken = restarts(&words, dice)?;
            said.to_owned()
        }
        Kind::Negation => negation(&words, dice)?,
        Kind::Number => joined(replaced(&plain(), number)?),
        Kind::Name => joined(replaced_after_first(&plain(), name)?),
        Kind::Modal => joined(replaced(&plain(), modal)?),
        Kind::Dropped => {
            let mut left = plain();
            // Without its first or last word, a quotation is a shorter one, and each word of it was said. A lone dash is no word.
            let spoken: Vec<usize> = (0..left.len()).filter(|at| !letters(&left[*at]).is_empty()).collect();
            let at = *spoken.get(1 + dice.below(spoken.len().checked_sub(2).filter(|inner| *inner > 0)?))?;
            let gone = left.remove(at);
            // Of a word that is said twice one is left.
            let is_left = [at.checked_sub(1), Some(at)]
                .into_iter()
                .flatten()
                .any(|beside| left.get(beside).is_some_and(|word| letters(word) == letters(&gone)));
            if is_left {
                return None;
            }
            joined(left)
        }
        Kind::Swapped => {
            let mut left = plain();
            let at = dice.below(left.len());
            let others: Vec<&str> = another.split(' ').collect();
            let other = letters(others[dice.below(others.len())]);
            if other.is_empty() || letters(&left[at]).is_empty() || other == letters(&left[at]) {
                return None;
            }
            left[at] = other;
            joined(left)
        }
        Kind::Head | Kind::Tail => {
            let lost = ["never", "hardly", "really", "not", "forty"][dice.below(5)];
            let mut whole = plain();
            let at = if kind == Kind::Head { 1 } else { whole.len() - 1 };
            let beside = [at - 1, at].map(|beside| letters(&whole[beside]));
            if begins_with_filler(said) {
                return None;
            }
            // Where the edge word comes twice, or a sentence or a number ends there, it is no longer one.
            if beside.iter().any(|word| word.is_empty() || matters(word)) || ends_sentence(&whole[at - 1]) {
                return None;
            }
            whole.insert(at, lost.to_owned());
            spoken = joined(whole);
            said.to_owned()
        }
        Kind::Affirmed
        | Kind::Governed
        | Kind::Condition
        | Kind::Question
        | Kind::Report
        | Kind::Reported
        | Kind::Hope => {
            spoken = framed(kind, said, dice)?;
            said.to_owned()
        }
        Kind::Denied => {
            let first = words[0];
            let lowered = first.chars().next()?.to_lowercase().to_string() + first.get(1..)?;
            let is_plain = first.starts_with(|letter: char| letter.is_ascii_uppercase()) && first.len() > 1;
            if !is_plain || matters(&lowered) || begins_with_filler(said) {
                return None;
            }
            spoken = joined(plain()).replacen(first, &format!("We know that not {lowered}"), 1);
            said.to_owned()
        }
    };
    Some(Pair { written, said: spoken })
}

/// Whether a quotation begins with words that only fill a pause.
fn begins_with_filler(said: &str) -> bool {
    ["You know,", "I mean,"].iter().any(|filler| said.starts_with(filler))
}

/// What was said with a clause around it that the quotation does not have.
fn framed(kind: Kind, said: &str, dice: &mut Dice) -> Option<String> {
    let first = said.split(' ').next()?;
    let is_plain = ["We", "They", "It", "He", "She", "There", "This", "The", "You", "I"].contains(&first);
    let (sentence, rest) = match said.find(['.', '!', '?', ',', ';', '—', '–', ':']) {
        Some(end) => said.split_at(end),
        None => (said, "."),
    };
    if !is_plain || sentence.split(' ').count() < 4 {
        return None;
    }
    let lowered = match first {
        "I" => sentence.to_owned(),
        _ => sentence.get(..1)?.to_lowercase() + sentence.get(1..)?,
    };
    let before = |all: &[&str], dice: &mut Dice| format!("{} {lowered}{rest}", all[dice.below(all.len())]);
    Some(match kind {
        Kind::Affirmed => before(
            &[
                "I think that",
                "As I said,",
                "It was not easy, but",
                "There's no doubt that",
                "If you ask me,",
                "I didn't like it and",
                "Even if nobody agrees,",
                "Of course",
                "As people say,",
                "You could say that",
                "I'm the one who said",
                "Let me tell you that",
            ],
            dice,
        ),
        Kind::Governed => before(
            &[
                "I don't think that",
                "I never said",
                "We deny that",
                "I'm not sure",
                "It is unlikely that",
                "Nobody told us that",
                "There's no way",
                "I hardly believe",
                "It is misleading to say that",
            ],
            dice,
        ),
        Kind::Condition if rest.starts_with('.') && said.ends_with(rest) && dice.one_in(3) => {
            format!("{sentence} unless the board agrees{rest}")
        }
        Kind::Condition => before(
            &[
                "If the board agrees,",
                "Unless the board objects,",
                "They asked whether",
                "I wonder if",
                "Suppose",
                "I would be lying if I said",
            ],
            dice,
        ),
        Kind::Question if rest == "." => format!("Do you think {lowered}?"),
        Kind::Report => before(
            &[
                "Haskell says",
                "They claim that",
                "The board told us that",
                "People think",
                "Critics have long argued that",
                "You say",
                "There are those who believe",
            ],
            dice,
        ),
        Kind::Reported if rest.starts_with('.') && said.ends_with(rest) => {
            let tails = [
                "Haskell says",
                "they told us",
                "says Haskell",
                "according to Haskell",
                "or so they claim",
            ];
            format!("{sentence}, {}{rest}", tails[dice.below(tails.len())])
        }
        Kind::Hope => before(
            &["I hope", "I hope that", "Maybe", "I wish", "Perhaps", "Hopefully,"],
            dice,
        ),
        _ => return None,
    })
}

fn letters(word: &str) -> String {
    word.chars()
        .filter(|letter| letter.is_alphanumeric() || *letter == '’')
        .flat_map(char::to_lowercase)
        .collect()
}

/// A quotation that leaves out up to five words of which something is true.
fn ellipsis(words: &[&str], dice: &mut Dice, is_meant: impl Fn(&[&str]) -> bool) -> Option<String> {
    let length = 1 + dice.below(5.min(words.len() - 4));
    let start = 2 + dice.below(words.len().checked_sub(length + 3)?);
    let (before, after) = (words[..start].join(" "), words[start + length..].join(" "));
    // The end of the sentence before belongs to the words that are kept.
    let is_cut = ends_sentence(words[start - 1]);
    if before.len() < 8 || after.len() < 8 || is_cut || !is_meant(&words[start..start + length]) {
        return None;
    }
    let mark = [" … ", " ... ", "… ", " [...] "][dice.below(4)];
    Some(format!("{before}{mark}{after}"))
}

fn ends_sentence(word: &str) -> bool {
    word.contains(['.', '!', '?'])
}

/// Whether a word denies, or is a number or a name.
fn matters(word: &str) -> bool {
    let folded = letters(word);
    let denies = [
        "not", "no", "never", "nobody", "nothing", "without", "none", "nor", "neither", "unless", "lack",
    ]
    .contains(&folded.as_str());
    let counts = ["billion", "couple", "dozen", "half"].contains(&folded.as_str()) || number(&folded).is_some();
    let bare = word.trim_end_matches("’s").trim_end_matches("'s");
    let is_shouted = folded.len() > 1 && word.chars().all(|letter| !letter.is_lowercase());
    denies || folded.ends_with("n’t") || word.ends_with("n't") || counts || is_shouted || name(bare).is_some()
}

/// What was said with one or two phrases that are begun anew, or broken off in a word.
fn restarts(words: &[&str], dice: &mut Dice) -> Option<String> {
    const SMALL: [&str; 14] = [
        "the", "we", "I", "to", "a", "and", "they", "it", "of", "in", "for", "you", "on", "with",
    ];
    let starts: Vec<usize> = (1..words.len().saturating_sub(3))
        .filter(|at| SMALL.contains(&words[*at]))
        .collect();
    let at = *starts.get(dice.below(starts.len().max(1)))?;
    let length = 2 + dice.below(3.min(words.len() - at - 1));
    let phrase = &words[at..(at + length).min(words.len())];
    if phrase.iter().any(|word| ends_sentence(word)) || ends_sentence(words[at - 1]) {
        return None;
    }
    let mut first: Vec<String> = phrase.iter().map(|word| (*word).to_owned()).collect();
    let last = first.last_mut()?;
    let bare = last.trim_end_matches(|letter: char| !letter.is_alphabetic()).to_owned();
    let is_plain = bare.chars().count() > 4 && bare.chars().all(char::is_lowercase);
    *last = match dice.below(3) {
        0 if is_plain => format!("{}—", bare.chars().take(3).collect::<String>()),
        1 => bare,
        _ => format!("{bare},"),
    };
    let spoken = words[..at].iter().map(|word| (*word).to_owned());
    let again = words[at..].iter().map(|word| (*word).to_owned());
    Some(spoken.chain(first).chain(again).collect::<Vec<_>>().join(" "))
}

fn spaces(words: &[&str], dice: &mut Dice) -> String {
    let mut text = String::new();
    for word in words {
        if !text.is_empty() {
            text.push_str([" ", "  ", "\n", "\u{a0}", " \t"][dice.below(5)]);
        }
        text.push_str(word);
    }
    text
}

fn marks(said: &str, dice: &mut Dice) -> String {
    let mut text = String::new();
    let mut letters = said.chars().peekable();
    while let Some(letter) = letters.next() {
        // “U.S.” and “6,400” have marks that are no punctuation.
        if letters.peek().is_some_and(|next| next.is_alphanumeric()) && matches!(letter, ',' | '.') {
            text.push(letter);
            continue;
        }
        match letter {
            '\'' => text.push('’'),
            '’' => text.push('\''),
            ',' if dice.one_in(2) => {}
            ',' => text.push_str(" –"),
            '—' | '–' => text.push(','),
            '.' if dice.one_in(2) => text.push(';'),
            '-' if dice.one_in(2) => text.push('\u{2010}'),
            _ => text.push(letter),
        }
    }
    text
}

fn recased(word: &str) -> String {
    let mut letters = word.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    let turned: String = match first.is_uppercase() {
        true => first.to_lowercase().collect(),
        false => first.to_uppercase().collect(),
    };
    turned + letters.as_str()
}

fn insertion(words: &[&str], dice: &mut Dice) -> String {
    let mut left: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    // One that explains is put in; one that stands for a word takes its place.
    let at = 2 + dice.below(words.len() - 3);
    // “$11.6 million” is one number.
    if number(&letters(words[at - 1])).is_some() {
        return words.join(" ");
    }
    match dice.below(3) {
        0 => left.insert(at, "[the harbor board]".to_owned()),
        // Nobody puts a name in the place of “hasn't”.
        1 if !matters(words[at]) => left[at] = "[Lund]".to_owned(),
        _ => {
            left[0] = "[They]".to_owned();
        }
    }
    left.join(" ")
}

fn fillers(words: &[&str], dice: &mut Dice) -> String {
    const SOUNDS: [&str; 6] = ["um,", "uh", "er —", "uh,", "um …", "hmm,"];
    let mut spoken = vec![words[0].to_owned()];
    for word in &words[1..] {
        if dice.one_in(5) {
            spoken.push(SOUNDS[dice.below(SOUNDS.len())].to_owned());
        }
        if dice.one_in(4) && matches!(*word, "the" | "we" | "I" | "to" | "a" | "and" | "they" | "it") {
            spoken.push(format!("{word},"));
        }
        spoken.push((*word).to_owned());
    }
    spoken.insert(1 + dice.below(spoken.len() - 1), "um,".to_owned());
    spoken.join(" ")
}

/// A “not” that goes, or one that comes after a verb.
fn negation(words: &[&str], dice: &mut Dice) -> Option<String> {
    let mut left: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    let gone = words
        .iter()
        .skip(1)
        .position(|word| *word == "not" || word.ends_with("n’t") || word.ends_with("n't"));
    if let Some(at) = gone.map(|at| at + 1) {
        let word = words[at];
        match word {
            "not" => drop(left.remove(at)),
            "can’t" | "can't" => left[at] = "can".to_owned(),
            "won’t" | "won't" => left[at] = "will".to_owned(),
            _ => left[at] = word.trim_end_matches("n’t").trim_end_matches("n't").to_owned(),
        }
        return Some(left.join(" "));
    }
    let verbs = [
        "is", "are", "was", "were", "will", "would", "can", "could", "should", "have", "has", "had", "do", "must",
    ];
    let places: Vec<usize> = (0..words.len()).filter(|at| verbs.contains(&words[*at])).collect();
    let at = *places.get(dice.below(places.len().max(1)))?;
    left.insert(at + 1, "not".to_owned());
    Some(left.join(" "))
}

fn replaced(words: &[String], change: impl Fn(&str) -> Option<String>) -> Option<Vec<String>> {
    let (at, new) = words
        .iter()
        .enumerate()
        .find_map(|(at, word)| Some((at, change(word)?)))?;
    let mut words = words.to_vec();
    words[at] = new;
    Some(words)
}

fn replaced_after_first(words: &[String], change: impl Fn(&str) -> Option<String>) -> Option<Vec<String>> {
    let rest = replaced(&words[1..], change)?;
    Some(std::iter::once(words[0].clone()).chain(rest).collect())
}

fn number(word: &str) -> Option<String> {
    let words = [
        ("two", "three"),
        ("three", "five"),
        ("four", "six"),
        ("ten", "twelve"),
        ("million", "billion"),
        ("hundred", "thousand"),
    ];
    if let Some((_, other)) = words.iter().find(|(one, _)| *one == word) {
        return Some((*other).to_owned());
    }
    let at = word.find(|letter: char| letter.is_ascii_digit())?;
    let digit = word.as_bytes()[at];
    let other = if digit == b'9' { '4' } else { char::from(digit + 1) };
    Some(format!("{}{other}{}", &word[..at], &word[at + 1..]))
}

fn name(word: &str) -> Option<String> {
    let bare = word.trim_end_matches(|letter: char| !letter.is_alphanumeric());
    let is_name = bare.len() > 2
        && bare.starts_with(char::is_uppercase)
        && bare.chars().skip(1).all(char::is_lowercase)
        && ![
            "The", "And", "But", "They", "That", "This", "You", "What", "There", "When", "How", "She", "Not", "For",
            "Our",
        ]
        .contains(&bare);
    is_name.then(|| format!("Velsen{}", &word[bare.len()..]))
}

fn modal(word: &str) -> Option<String> {
    let modals = [
        ("will", "would"),
        ("would", "will"),
        ("can", "could"),
        ("could", "can"),
        ("may", "must"),
        ("might", "must"),
        ("should", "may"),
        ("must", "may"),
    ];
    modals
        .iter()
        .find(|(one, _)| *one == word)
        .map(|(_, other)| (*other).to_owned())
}
