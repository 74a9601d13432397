//! What a paragraph says about its names: what the lists know, and the words [next to](super::surroundings) them. It does not
//! decide of what kind a name is; that is asked of the whole draft, see [`agreement`](super::agreement).

use std::ops::Range;

use crate::language::base::hashing::{Capitals, Case, Form, feature, word};
use crate::language::names::lists::{self, Lists, is_no_name};
use crate::language::names::nouns_beside::NounsBeside;
use crate::language::names::steps::makes_adjective;
use crate::language::names::surroundings::{KindPoints, NameSurroundings};
use crate::language::{Language, Name, NameKind, Upos};
use crate::text::calendar;

const OPEN: u64 = word("(");
const CLOSE: u64 = word(")");

/// Lists whose entries are names.
const KNOWN: Lists = Lists::NAMES.or(Lists::GIVEN);

/// The fewest points that make an organization of a word that no name was read in.
const SURE: u32 = 3;

/// What a paragraph says about its names. It holds no text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NameEvidence {
    /// One for each of [`Language::names`].
    pub(super) names: Vec<Sighting>,
    /// Words that the model reads as no name, but the words next to them do.
    pub(super) unread: Vec<Sighting>,
    /// The words of the paragraph, case folded.
    pub(super) words: Vec<u64>,
    /// For each word whether it is in small letters.
    pub(super) is_small: Vec<bool>,
    /// Where a name can begin.
    pub(super) starts: Vec<u32>,
}

/// What is known about one name in one place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sighting {
    pub key: u64,
    pub words: Range<usize>,
    /// The name without what only says what it is ("Ltd.", "Hurricane"), and what that is.
    pub short: Option<(u64, NameKind)>,
    pub kind: NameKind,
    /// Whether a title is before it.
    pub titled: bool,
    /// Whether it begins with a given name.
    pub given: bool,
    /// Whether a country bears the name.
    pub is_country: bool,
    /// Whether a city or a region bears the name.
    pub is_place: bool,
    /// Whether a people or a work bears the name.
    pub is_other: bool,
    /// Whether only its place gives it a capital letter: it opens the sentence and is not a proper noun, or all is in capitals.
    pub is_doubtful: bool,
    /// Whether it opens the sentence, is one word, and no list has it: the draft may have the same word in small letters.
    pub opens: bool,
    /// Whether a list has its first word.
    pub is_listed: bool,
    /// Whether it is the letters of a thing that was named before it: "APP" in "Asset Purchase Programme (APP)".
    pub is_thing: bool,
    /// Whether its sentence is written in capitals.
    pub in_capitals: bool,
    /// What the words next to it say.
    pub nearby: KindPoints,
}

impl NameEvidence {
    /// Gives back the room that its lists grew into.
    pub fn shrink_to_fit(&mut self) {
        self.names.shrink_to_fit();
        self.unread.shrink_to_fit();
        self.words.shrink_to_fit();
        self.is_small.shrink_to_fit();
        self.starts.shrink_to_fit();
    }

    /// Reads a paragraph. Linear in its words.
    #[must_use]
    pub fn of(text: &str, language: &Language) -> Self {
        let forms: Vec<Form> = language
            .words
            .iter()
            .map(|word| Form::new(word.span.of(text)))
            .collect();
        let starts = starts(text, language, &forms);
        let mut names = Vec::with_capacity(language.names.len());
        let mut rest = language.names.iter().peekable();
        for sentence in &language.sentences {
            let around = NameSurroundings::new(&forms, sentence.words.clone());
            let beside = NounsBeside {
                words: language.words_of(sentence),
                forms: forms.get(sentence.words.clone()).unwrap_or(&[]),
            };
            while let Some(name) = rest.next_if(|name| name.words.start < sentence.words.end) {
                let next = rest.peek().map_or(usize::MAX, |next| next.words.start);
                let is_proper = language
                    .words
                    .get(name.words.start)
                    .is_some_and(|word| word.upos == Upos::Propn);
                let is_unsure = !is_proper && name.words.start == sentence.words.start;
                let opens = name.words.start == sentence.words.start;
                let mut seen = sighting(&forms, &around, name, next, is_unsure);
                let placed = Name {
                    words: name.words.start - sentence.words.start..name.words.end - sentence.words.start,
                    kind: name.kind,
                };
                if let Some(kind) = beside.kind_of(&placed).filter(|_| !seen.is_country && !seen.is_place) {
                    seen.kind = kind;
                    seen.nearby.add_noun(kind);
                }
                if let Some(front) = beside.storm_words(&placed) {
                    let rest = forms.get(name.words.start + front..name.words.end).unwrap_or(&[]);
                    seen.short = Some((key_of(rest), NameKind::Other));
                } else if let Some(front) = beside.realm_words(&placed).filter(|_| name.kind == NameKind::Place) {
                    let rest = forms.get(name.words.start + front..name.words.end).unwrap_or(&[]);
                    seen.short = Some((key_of(rest), NameKind::Place));
                }
                seen.opens = opens && name.words.len() == 1 && !seen.is_listed;
                seen.is_thing = name.kind == NameKind::Other && is_in_brackets(&forms, &name.words);
                names.push(seen);
            }
        }
        let unread = unread(language, &forms, &starts);
        Self {
            names,
            unread,
            words: forms.iter().map(|form| form.word).collect(),
            is_small: forms.iter().map(|form| form.case == Case::Lower).collect(),
            starts,
        }
    }

    /// Whether both paragraphs say the same of the same names, wherever they are in them.
    pub(super) fn votes_like(&self, other: &Self) -> bool {
        let votes = |evidence: &Self| -> Vec<(Sighting, Vec<u64>)> {
            let each = evidence.each();
            each.map(|(name, words)| {
                let anywhere = Sighting {
                    words: 0..0,
                    ..name.clone()
                };
                (anywhere, words.to_vec())
            })
            .collect()
        };
        votes(self) == votes(other)
    }

    /// The names with their words.
    pub(super) fn each(&self) -> impl Iterator<Item = (&Sighting, &[u64])> {
        self.names
            .iter()
            .chain(&self.unread)
            .map(|name| (name, self.words.get(name.words.clone()).unwrap_or(&[])))
    }
}

/// One key for a word sequence.
pub(super) fn key(words: &[u64]) -> u64 {
    words.iter().fold(0, |key, word| feature(key, &[*word]))
}

/// The same for the words of these forms.
fn key_of(forms: &[Form]) -> u64 {
    forms.iter().fold(0, |key, form| feature(key, &[form.word]))
}

/// Whether "(" and ")" are around these words.
fn is_in_brackets(forms: &[Form], words: &Range<usize>) -> bool {
    let is = |at: Option<usize>, mark: u64| at.and_then(|at| forms.get(at)).is_some_and(|form| form.word == mark);
    is(words.start.checked_sub(1), OPEN) && is(Some(words.end), CLOSE)
}

/// The words at which a name that the paragraph missed can begin.
fn starts(text: &str, language: &Language, forms: &[Form]) -> Vec<u32> {
    let mut starts = Vec::new();
    for sentence in &language.sentences {
        for at in sentence.words.clone() {
            let opens = at == sentence.words.start;
            let begins = language.words.get(at).is_some_and(|word| {
                let next = |after: usize| forms.get(at + after).copied().unwrap_or_default();
                let speaks = || next(1).case == Case::Lower && lists::of_word(&next(1)).any(Lists::PERSON_VERB);
                let written = word.span.of(text);
                // "Quist-Hill": the second half of a name is nobody else's.
                let is_half = text.get(..word.span.start).is_some_and(|before| before.ends_with('-'));
                if is_half {
                    return false;
                }
                // "Sunday said", "An said": a day or a short word is only a name where it acts as a person does.
                if written.len() == 2 || calendar::is_weekday(written) {
                    return !opens && written.starts_with(char::is_uppercase) && speaks();
                }
                can_begin(written, word.upos, opens) && !makes_adjective(&next(1), &next(2))
            });
            if begins {
                starts.push(u32::try_from(at).unwrap_or(u32::MAX));
            }
        }
    }
    starts
}

fn can_begin(written: &str, upos: Upos, opens: bool) -> bool {
    let fits = match upos {
        Upos::Propn | Upos::Noun | Upos::X | Upos::Verb | Upos::Adj => true,
        Upos::Adv | Upos::Intj => !opens,
        _ => false,
    };
    fits && written.len() > 2 && written.starts_with(char::is_uppercase)
}

/// What is known about a name; `is_unsure` where it opens a sentence and is not a proper noun.
fn sighting(forms: &[Form], around: &NameSurroundings, name: &Name, next: usize, is_unsure: bool) -> Sighting {
    let before = name.words.start.checked_sub(1).and_then(|at| forms.get(at));
    let forms = forms.get(name.words.clone()).unwrap_or(&[]);
    let listed = lists::look_up(forms);
    let first = listed.first().copied().unwrap_or_default();
    let key = |size: usize| key_of(forms.get(..size).unwrap_or(forms));
    let suffixes = listed
        .iter()
        .rev()
        .take_while(|lists| lists.any(Lists::ORGANIZATION_WORD))
        .count();
    // "European Commission" is not called "European".
    let rest = listed.get(..listed.len() - suffixes).unwrap_or(&[]);
    let has_short = name.kind == NameKind::Organization
        && suffixes > 0
        && suffixes < listed.len()
        && !is_entry(rest, Lists::COUNTRY | Lists::OTHER);
    Sighting {
        key: key(listed.len()),
        words: name.words.clone(),
        short: has_short.then(|| (key(listed.len() - suffixes), NameKind::Organization)),
        kind: name.kind,
        titled: before.is_some_and(|form| lists::of_word(form).any(Lists::TITLE)),
        given: first.any(Lists::GIVEN),
        is_country: is_entry(&listed, Lists::COUNTRY),
        // "Amazon" is a river and a company: only the words around it tell.
        is_place: is_entry(&listed, Lists::CITY | Lists::REGION) && !is_entry(&listed, Lists::ORGANIZATION),
        is_other: is_entry(&listed, Lists::OTHER),
        is_doubtful: !around.is_table
            && listed.len() == 1
            && !first.any(KNOWN)
            && (around.capitals == Capitals::All || is_unsure),
        opens: false,
        is_listed: first.any(KNOWN),
        is_thing: false,
        in_capitals: around.in_capitals(),
        nearby: around.points_of(name, next),
    }
}

/// Whether the lists have the whole name.
fn is_entry(listed: &[Lists], lists: Lists) -> bool {
    listed.first().is_some_and(|first| first.any(lists))
        && listed.iter().enumerate().all(|(at, lists)| lists.goes_on() == (at > 0))
}

/// Capitalized words inside a sentence that the words next to them call an organization ("the retailer Velda, which").
fn unread(language: &Language, forms: &[Form], starts: &[u32]) -> Vec<Sighting> {
    let is_capital = |at: usize| forms.get(at).is_some_and(|form| form.case.is_capital());
    let is_unlisted = |form: &Form| !is_no_name(form) && lists::of_word(form).is_empty();
    let mut found = Vec::new();
    let mut names = language.names.iter().peekable();
    let mut sentences = language.sentences.iter().peekable();
    let mut covered = 0;
    let mut around: Option<NameSurroundings> = None;
    for at in starts.iter().map(|at| *at as usize) {
        while let Some(name) = names.next_if(|name| name.words.start <= at) {
            covered = name.words.end;
        }
        while sentences.next_if(|sentence| sentence.words.end <= at).is_some() {
            around = None;
        }
        let Some(sentence) = sentences.peek() else { break };
        let is_alone = at > sentence.words.start && at >= covered && !is_capital(at - 1) && !is_capital(at + 1);
        let is_noun = language
            .words
            .get(at)
            .is_some_and(|word| matches!(word.upos, Upos::Propn | Upos::Noun | Upos::X));
        if !is_alone || !is_noun || !forms.get(at).is_some_and(is_unlisted) {
            continue;
        }
        let around = around.get_or_insert_with(|| NameSurroundings::new(forms, sentence.words.clone()));
        let next = names.peek().map_or(usize::MAX, |next| next.words.start);
        let name = Name {
            words: at..at + 1,
            kind: NameKind::Organization,
        };
        let sighting = sighting(forms, around, &name, next, false);
        if around.capitals == Capitals::Running && sighting.nearby.organization >= SURE {
            found.push(sighting);
        }
    }
    found
}
