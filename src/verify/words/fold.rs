//! Folds words that mean the same into the same words: contractions, spellings, numbers, currencies. It
//! looks at words in their order and keeps none.

use crate::text::Span;
use crate::verify::words::contractions;
use crate::verify::words::number::{self, NumberRun};
use crate::verify::words::tables::{self, NumberKind, NumberWord};

/// How a word is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// With a capital that no beginning of a sentence explains.
    pub is_name: bool,
    /// With a capital at the beginning of a sentence.
    pub begins: bool,
}

/// Where folded words go.
pub trait Sink {
    /// A word with where it is written. Several may be written in one place: “don't”.
    fn word(&mut self, word: &str, span: Span, shape: Shape);
    /// Something that was left out.
    fn filler(&mut self, _span: Span) {}
    /// What is before and what is after are not said in one breath.
    fn boundary(&mut self) {}
}

/// Folds words on their way to a sink.
pub struct Folder<S> {
    /// Where they go.
    sink: S,
    number: Option<NumberRun>,
    /// An “and”, a “per” or an “a” of which the next word says whether it is a word of its own.
    pending: Option<(&'static str, Span)>,
    /// A sign before a number, which is read after it.
    currency: Option<&'static str>,
    /// The same, after the number has been read.
    owed: Option<(&'static str, Span)>,
}

impl<S: Sink> Folder<S> {
    /// A folder for a sink.
    pub fn new(sink: S) -> Self {
        Self {
            sink,
            number: None,
            pending: None,
            currency: None,
            owed: None,
        }
    }

    /// The sink, with all that was held back.
    pub fn finish(mut self) -> S {
        self.flush();
        self.sink
    }

    /// A sign of a currency.
    pub fn currency(&mut self, sign: char) {
        self.flush();
        // A sign without a number is read as nothing.
        self.currency = Some(match sign {
            '$' => "dollar",
            '£' => "pound",
            _ => "euro",
        });
    }

    /// Something that is left out.
    pub fn filler(&mut self, span: Span) {
        self.sink.filler(span);
    }

    /// An end of what is said in one breath.
    pub fn boundary(&mut self) {
        self.flush();
        self.sink.boundary();
    }

    /// A word in small letters.
    pub fn word(&mut self, word: &str, span: Span, shape: Shape) {
        let is_held = self.number.is_some() || self.pending.is_some() || self.owed.is_some();
        let is_plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
        if is_plain && !is_held && !tables::is_special(word) {
            self.currency = None;
            return self.sink.word(word, span, shape);
        }
        if let Some(number) = tables::number(word) {
            return self.number_word(number, word, span, shape);
        }
        if self.holds_back(word, span) {
            return;
        }
        self.flush_number();
        if let Some((currency, at)) = self.owed.take() {
            let is_scale = matches!(word, "million" | "billion" | "trillion");
            if is_scale {
                self.plain(word, span, shape);
                return self.plain(currency, at, Shape::default());
            }
            self.plain(currency, at, Shape::default());
        }
        self.flush();
        if word.starts_with(|letter: char| letter.is_ascii_digit()) {
            return self.figures(word, span, shape);
        }
        self.currency = None;
        if let Some(words) = tables::variant(word) {
            words.iter().for_each(|word| self.plain(word, span, shape));
        } else if let Some((base, verb)) = contractions::parts(word) {
            self.plain(base, span, shape);
            self.plain(verb, span, Shape::default());
        } else {
            // Whether a possessive has its apostrophe is a matter of spelling.
            self.plain(&currency_word(word).replace('\'', ""), span, shape);
        }
    }

    /// A word for a number, or a part of one.
    fn number_word(&mut self, number: NumberWord, word: &str, span: Span, shape: Shape) {
        let pending = self.pending.take();
        if self.number.as_mut().is_some_and(|run| run.take(number, span)) {
            return;
        }
        // “A hundred” is 100.
        let is_round = matches!(number.kind, NumberKind::Hundred | NumberKind::Thousand);
        if let Some(("a", at)) = pending.filter(|_| is_round) {
            self.flush();
            let mut run = NumberRun::figures(1, at);
            run.take(number, span);
            self.number = Some(run);
            return;
        }
        self.pending = pending;
        self.flush();
        match NumberRun::begin(number, span) {
            Some(run) => self.number = Some(run),
            None => self.plain(word, span, shape),
        }
    }

    /// Whether a word was taken in with the one before it, or waits for the one after it.
    fn holds_back(&mut self, word: &str, span: Span) -> bool {
        let held = match (word, self.pending) {
            ("cent" | "cents", Some(("per", per))) => {
                self.pending = None;
                self.plain("percent", per.join(span), Shape::default());
                return true;
            }
            ("and", None) if self.number.is_some_and(|run| run.takes_and()) => "and",
            ("per", None) => "per",
            ("a", None) => "a",
            _ => return false,
        };
        if held != "and" {
            self.flush();
        }
        self.pending = Some((held, span));
        true
    }

    /// Figures, perhaps with letters after them: “20”, “1,000”, “5m”, “12th”.
    fn figures(&mut self, word: &str, span: Span, shape: Shape) {
        let digits = word
            .bytes()
            .take_while(|byte| byte.is_ascii_digit() || *byte == b'.')
            .count();
        let (figures, letters) = word.split_at_checked(digits).unwrap_or((word, ""));
        let scale = match letters {
            "m" | "mn" if self.currency.is_some() => Some("million"),
            "bn" | "b" if self.currency.is_some() || letters == "bn" => Some("billion"),
            "tn" => Some("trillion"),
            _ => None,
        };
        match (figures.parse(), scale) {
            (_, Some(scale)) => {
                self.plain(&format!("#{figures}"), span, Shape::default());
                self.plain(scale, span, Shape::default());
                self.pay(span);
            }
            (Ok(value), None) if letters.is_empty() => self.number = Some(NumberRun::figures(value, span)),
            (Err(_), None) if letters.is_empty() => {
                self.plain(&format!("#{figures}"), span, Shape::default());
                self.owed = self.currency.take().map(|currency| (currency, span));
            }
            _ => self.plain(word, span, shape),
        }
    }

    /// Hands on the number that was held back; the currency before it is still owed.
    fn flush_number(&mut self) {
        if let Some(run) = self.number.take() {
            let (figures, scale) = number::written(run.value());
            self.plain(&format!("#{figures}"), run.span, Shape::default());
            if let Some(scale) = scale {
                self.plain(scale, run.span, Shape::default());
            }
            self.owed = self.currency.take().map(|currency| (currency, run.span));
        }
    }

    /// Hands on all that was held back.
    fn flush(&mut self) {
        self.flush_number();
        if let Some((currency, span)) = self.owed.take() {
            self.plain(currency, span, Shape::default());
        }
        if let Some((word, span)) = self.pending.take() {
            self.plain(word, span, Shape::default());
        }
    }

    fn pay(&mut self, span: Span) {
        if let Some(currency) = self.currency.take() {
            self.plain(currency, span, Shape::default());
        }
    }

    /// Hands a word on.
    fn plain(&mut self, word: &str, span: Span, shape: Shape) {
        self.sink.word(word, span, shape);
    }
}

/// Currencies in the singular: “five dollars” is “$5”.
fn currency_word(word: &str) -> &str {
    match word {
        "dollars" => "dollar",
        "pounds" => "pound",
        "euros" => "euro",
        _ => word,
    }
}
