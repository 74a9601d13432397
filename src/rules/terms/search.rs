//! Looks for terms in a text, and says what they should read instead, in the case in which they are written. It does not know
//! where the text is from.

use crate::rules::shared::narration::begins_sentence;
use crate::rules::terms::endings::{Ending, with_ending};
use crate::rules::terms::index::{Entry, first_word, plain};
use crate::rules::terms::list::Terms;
use crate::rules::terms::types::Term;
use crate::text::Span;

/// A text that is longer is no prose, and a pattern could take its time in it.
const LONGEST_TEXT: usize = 64 << 10;

/// The bytes of the longest match of a pattern that counts.
const LONGEST_MATCH: usize = 300;

/// The bytes of the longest replacement that a pattern may make.
const LONGEST_REPLACEMENT: usize = 1_000;

/// What one pattern finds in one text at most.
const MOST_MATCHES: usize = 100;

/// A term in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Found<'a> {
    /// The term.
    pub term: &'a Term,
    /// Where it is, in bytes of the text.
    pub span: Span,
    /// What to write instead, best first, in the case of what is written.
    pub replacements: Vec<String>,
    /// Whether the replacements fit in as they are. A form like “utilized” has none that surely does.
    pub fits: bool,
}

impl Terms {
    /// Where the terms are in a text, by place, of those that begin together the longest first. What reads like one of its
    /// replacements is left out. Linear in the text for words, and for each pattern.
    #[must_use]
    pub fn find<'a>(&'a self, text: &str) -> Vec<Found<'a>> {
        let mut found = Vec::new();
        if !self.index.is_empty() {
            self.find_words(text, &mut found);
        }
        if text.len() <= LONGEST_TEXT {
            for term in self.list() {
                find_pattern(term, text, &mut found);
            }
        }
        found.retain(|one| !one.replacements.iter().any(|instead| instead == one.span.of(text)));
        found.sort_by_key(|one| (one.span.start, usize::MAX - one.span.end));
        found
    }

    fn find_words<'a>(&'a self, text: &str, found: &mut Vec<Found<'a>>) {
        let (mut word_end, mut small) = (0, String::new());
        for (at, letter) in text.char_indices() {
            if at < word_end || !letter.is_alphanumeric() {
                continue;
            }
            let rest = text.get(at..).unwrap_or("");
            let word = first_word(rest);
            word_end = at + word.len();
            small.clear();
            small.extend(word.chars().flat_map(char::to_lowercase));
            for entry in self.index.beginning_with(&small) {
                let Some(length) = length_of(entry, rest) else { continue };
                let (span, Some(term)) = (Span::new(at, at + length), self.list().get(entry.term)) else {
                    continue;
                };
                if is_whole(text, span) {
                    found.push(with_replacements(term, entry, text, span));
                }
            }
        }
    }
}

/// How long an entry is at the beginning of a text, if it is there.
fn length_of(entry: &Entry, text: &str) -> Option<usize> {
    let mut letters = text.char_indices().peekable();
    for wanted in entry.text.chars() {
        let (_, letter) = letters.next()?;
        let is_same = match wanted {
            ' ' => letter.is_whitespace(),
            _ if entry.is_small => letter == wanted || plain(letter).to_lowercase().eq(wanted.to_lowercase()),
            _ => plain(letter) == wanted,
        };
        if !is_same {
            return None;
        }
        // Words may be apart by more than a space, as at the end of a line.
        while wanted == ' ' && letters.next_if(|(_, letter)| letter.is_whitespace()).is_some() {}
    }
    Some(letters.peek().map_or(text.len(), |(end, _)| *end))
}

/// Whether a place is words and no part of one: of “e-mail”, “o’clock”, “#quay”, “quay.example” or an address.
fn is_whole(text: &str, span: Span) -> bool {
    let mut before = text.get(..span.start).unwrap_or("").chars().rev();
    let mut after = text.get(span.end..).unwrap_or("").chars();
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let begins = match before.next().map(plain) {
        None => true,
        Some('@' | '#' | '_') => false,
        Some('-' | '\'' | '.') => !is_word(before.next()),
        Some(letter) => !letter.is_alphanumeric(),
    };
    let ends_in_word = is_word(span.of(text).chars().next_back());
    let ends = match after.next().map(plain) {
        None => true,
        Some('@' | '_') => false,
        Some('-' | '.') => !is_word(after.next()),
        // A possessive is the word itself, and “can’t” is another one than “can”.
        Some('\'') => match after.next() {
            Some('s' | 'S') => !is_word(after.next()),
            next => !is_word(next),
        },
        Some(letter) => !ends_in_word || !letter.is_alphanumeric(),
    };
    begins && ends && !is_in_address(text, span)
}

/// How many characters before a word the address may begin that it is part of.
const LONGEST_ADDRESS: usize = 200;

/// Whether the letters around a place, up to spaces, are an address of the web.
fn is_in_address(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).unwrap_or("");
    let token = before
        .chars()
        .rev()
        .take(LONGEST_ADDRESS)
        .take_while(|c| !c.is_whitespace());
    let length: usize = token.map(char::len_utf8).sum();
    let token = before.get(before.len() - length..).unwrap_or("");
    token.contains("://") || token.contains("www.")
}

fn with_replacements<'a>(term: &'a Term, entry: &Entry, text: &str, span: Span) -> Found<'a> {
    let written = span.of(text);
    let begins = begins_sentence(text, span.start);
    let instead = |word: &String| {
        let form = match entry.ending {
            Some(ending) if ending != Ending::Ed => with_ending(word, ending),
            _ => None,
        };
        cased(form.as_deref().unwrap_or(word), written, entry.is_small, begins)
    };
    let has_form = |word: &String| match entry.ending {
        None => true,
        Some(Ending::Ed) => false,
        Some(ending) => with_ending(word, ending).is_some(),
    };
    Found {
        term,
        span,
        replacements: term.replacements.iter().map(instead).collect(),
        fits: term.replacements.iter().all(has_form),
    }
}

/// A replacement in the case of what is written: in capitals, with a capital, or as it is.
fn cased(word: &str, written: &str, follows: bool, begins_sentence: bool) -> String {
    let mut letters = written.chars().filter(|letter| letter.is_alphabetic());
    let (first, second) = (letters.next(), letters.next());
    let starts_large = first.is_some_and(char::is_uppercase);
    let is_large = starts_large && second.is_some() && !written.contains(char::is_lowercase);
    match (follows, is_large, starts_large) {
        (true, true, _) => word.to_uppercase(),
        (true, _, true) => with_capital(word),
        (false, ..) if begins_sentence => with_capital(word),
        _ => word.to_owned(),
    }
}

fn with_capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters.by_ref()).collect()
}

fn find_pattern<'a>(term: &'a Term, text: &str, found: &mut Vec<Found<'a>>) {
    let Some(pattern) = &term.pattern else { return };
    for groups in pattern.regex().captures_iter(text).take(MOST_MATCHES) {
        let Some(whole) = groups.get(0) else { continue };
        if whole.is_empty() || whole.len() > LONGEST_MATCH {
            continue;
        }
        let instead = term.replacements.iter().map(|template| {
            let mut instead = String::new();
            groups.expand(template, &mut instead);
            instead
        });
        found.push(Found {
            term,
            span: Span::new(whole.start(), whole.end()),
            replacements: instead.filter(|one| one.len() <= LONGEST_REPLACEMENT).collect(),
            fits: true,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Level;
    use crate::rules::terms::{Pattern, TermScope};

    fn term(words: &[&str], replacement: &str) -> Term {
        Term {
            words: words.iter().map(|&word| word.to_owned()).collect(),
            pattern: None,
            inflect: false,
            level: Level::Warning,
            message: None,
            replacements: vec![replacement.to_owned()],
            scope: TermScope::Outside,
            is_safe: false,
        }
    }

    fn found(term: Term, text: &str) -> Vec<(String, String)> {
        let terms = Terms::new(vec![term]);
        let found = terms.find(text).into_iter();
        found
            .map(|one| (one.span.of(text).to_owned(), one.replacements.concat()))
            .collect()
    }

    fn pairs(term: Term, text: &str) -> String {
        let found = found(term, text);
        let pairs: Vec<_> = found
            .iter()
            .map(|(word, instead)| format!("{word}={instead}"))
            .collect();
        pairs.join(" ")
    }

    #[test]
    fn words_are_found_as_words_in_any_case() {
        let text = "E-mail and e-mails, the e-mail’s text, an E-MAIL, e‑mail; pre-e-mail, e-mailing.";
        let wanted = "E-mail=Email e-mail=email E-MAIL=EMAIL e‑mail=email";
        assert_eq!(pairs(term(&["e-mail"], "email"), text), wanted);
        let text = "A chair man, the Chair\n  man; chair, man.";
        assert_eq!(
            pairs(term(&["chair man"], "chair"), text),
            "chair man=chair Chair\n  man=Chair"
        );
        let text = "Staff can’t; staff’s; @staff #staff staff_room staff.example https://e.example/staff/a, staff-led.";
        assert_eq!(pairs(term(&["staff"], "crew"), text), "Staff=Crew staff=crew");
        assert_eq!(pairs(term(&["can"], "may"), "You can’t. You can."), "can=may");
    }

    #[test]
    fn a_capital_means_the_word_as_it_is() {
        let text = "Internet is here. The Internet, the internet. “Internet access?” she asked.";
        assert_eq!(pairs(term(&["Internet"], "internet"), text), "Internet=internet");
        let text = "He is from Ostbie, not from ostbie or OSTBIE.";
        assert_eq!(pairs(term(&["Ostbie"], "Ostby"), text), "Ostbie=Ostby");
        assert_eq!(
            pairs(term(&["U.S.", "c++"], "US"), "In the U.S. C++ is old."),
            "U.S.=US C++=US"
        );
    }

    #[test]
    fn forms_are_found_where_they_are_wanted_and_replaced_where_that_is_sure() {
        let forms = Term {
            inflect: true,
            ..term(&["utilize"], "use")
        };
        let text = "They utilize, utilizes, utilized, Utilizing.";
        let wanted = "utilize=use utilizes=uses utilized=use Utilizing=Using";
        assert_eq!(pairs(forms.clone(), text), wanted);
        let terms = Terms::new(vec![forms]);
        let fits: Vec<bool> = terms.find(text).iter().map(|one| one.fits).collect();
        assert_eq!(fits, [true, true, false, true]);
        assert_eq!(pairs(term(&["utilize"], "use"), text), "utilize=use");
    }

    #[test]
    fn patterns_have_groups_and_limits() {
        let pattern = |text: &str, instead: &str| Term {
            pattern: Some(Pattern::new(text).unwrap()),
            ..term(&[], instead)
        };
        let percent = pattern(r"(\d+) ?%", "$1 percent");
        assert_eq!(pairs(percent, "Of 40% and 3 %"), "40%=40 percent 3 %=3 percent");
        let many = pattern("a", "b");
        assert_eq!(found(many.clone(), &"a".repeat(1_000)).len(), MOST_MATCHES);
        assert_eq!(found(many, &"a".repeat(LONGEST_TEXT + 1)).len(), 0);
        assert_eq!(found(pattern("a+", "b"), &"a".repeat(1_000)).len(), 0);
        let long = pattern("(a{200})", &"$1".repeat(100));
        assert_eq!(found(long, &"a".repeat(200)), [("a".repeat(200), String::new())]);
    }

    #[test]
    fn of_two_that_begin_together_the_longer_one_comes_first() {
        let terms = Terms::new(vec![term(&["chair"], "head"), term(&["chair of the board"], "chair")]);
        let text = "The chair of the board slept.";
        let spans: Vec<_> = terms.find(text).iter().map(|one| one.span.of(text)).collect();
        assert_eq!(spans, ["chair of the board", "chair"]);
    }
}
