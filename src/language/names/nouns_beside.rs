//! The noun beside a name that says what bears it: "Rex, a police dog", "Hurricane Odette". It looks at no verb and knows no name.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::language::base::hashing::{Case, Form, word};
use crate::language::names::steps::{is_thing_end, says_what_it_is};
use crate::language::{Name, NameKind, Upos, Word};
use crate::text::table::rows;

const COMMA: u64 = word(",");
const POSSESSIVE: u64 = word("'s");
const LINKS: [u64; 3] = [POSSESSIVE, word("v."), word("v")];
const OF: u64 = word("of");
const THE: u64 = word("the");
const ARTICLES: [u64; 5] = [word("a"), word("an"), THE, word("another"), word("one")];
const STORMS: [u64; 5] = [
    word("hurricane"),
    word("typhoon"),
    word("cyclone"),
    word("storm"),
    word("tornado"),
];

/// What a state or a town is, before "of" and its name.
const REALMS: [u64; 9] = [
    word("borough"),
    word("city"),
    word("commonwealth"),
    word("emirate"),
    word("kingdom"),
    word("principality"),
    word("republic"),
    word("sultanate"),
    word("town"),
];

/// How many titles may be between an article and a name: "the Sir Gilbert Rooke".
const TITLES: usize = 2;

/// How many words an apposition has before its noun: "a privately owned local department store".
const MODIFIERS: usize = 6;

/// Whether the words of a sentence leave no doubt that the name `name` in it, by their places in the sentence, is that of a thing:
/// an animal, a storm, a law, a prize. Linear in the sentence.
#[must_use]
pub fn is_thing(text: &str, words: &[Word], name: Range<usize>) -> bool {
    let forms: Vec<Form> = words.iter().map(|word| Form::new(word.span.of(text))).collect();
    let ends_so = name.len() > 1 && forms.get(name.end - 1).is_some_and(|last| is_thing_end(last.word));
    let names_itself = says_what_it_is(&forms, name.clone());
    let name = Name {
        words: name,
        kind: NameKind::Other,
    };
    let beside = NounsBeside { words, forms: &forms };
    ends_so || names_itself || beside.storm_words(&name).is_some() || beside.kind_of(&name) == Some(NameKind::Other)
}

/// The words of a sentence around its names; all places are counted from its start.
pub(super) struct NounsBeside<'a> {
    pub words: &'a [Word],
    pub forms: &'a [Form],
}

impl NounsBeside<'_> {
    /// What the noun beside a name says of its kind. Constant time.
    pub fn kind_of(&self, name: &Name) -> Option<NameKind> {
        let is_storm = name.words.start.checked_sub(1).is_some_and(|at| self.is_storm(at));
        // "Crohn's disease", "Jessie's Law", "Orbel v. Quist": a thing with an owner or two sides inside is what it is called.
        let has_link = (name.words.clone()).any(|at| LINKS.contains(&self.form(at).word));
        if is_storm || name.kind == NameKind::Other && has_link {
            return Some(NameKind::Other);
        }
        self.called(name).or_else(|| self.apposed(name))
    }

    /// "a storm named Odette", "a horse called Velda".
    fn called(&self, name: &Name) -> Option<NameKind> {
        const CALLED: [u64; 4] = [word("named"), word("called"), word("nicknamed"), word("dubbed")];
        let [noun, verb] = [2, 1].map(|back| name.words.start.checked_sub(back).map(|at| self.form(at)));
        let (noun, _) = noun.zip(verb.filter(|verb| CALLED.contains(&verb.word)))?;
        NOUNS.get(&noun.word).copied().filter(|_| noun.case == Case::Lower)
    }

    /// How many words at the front of a storm's name say that it is one: "Tropical Storm | Odette".
    pub fn storm_words(&self, name: &Name) -> Option<usize> {
        let before_last = name.words.start..name.words.end.saturating_sub(1);
        let storm = before_last.into_iter().find(|at| self.is_storm(*at))?;
        Some(storm + 1 - name.words.start)
    }

    /// How many words at the front of a name say what is called by the rest: "Republic of | Velda".
    pub fn realm_words(&self, name: &Name) -> Option<usize> {
        let start = name.words.start;
        let is_led = name.words.len() > 2 && REALMS.contains(&self.form(start).word) && self.form(start + 1).word == OF;
        is_led.then_some(2)
    }

    fn is_storm(&self, at: usize) -> bool {
        let form = self.form(at);
        form.case == Case::Title && STORMS.contains(&form.word)
    }

    /// The kind that an apposition after a name says, if nothing is joined to its noun: "a firm", not "a firm believer", "a dog and
    /// its owner". In "as told to Weil, the firm wanted more" it is no apposition.
    fn apposed(&self, name: &Name) -> Option<NameKind> {
        let end = name.words.end;
        let comma = end + usize::from(self.form(end).word == POSSESSIVE);
        let article = self.form(comma + 1).word;
        if self.form(comma).word != COMMA || !ARTICLES.contains(&article) {
            return None;
        }
        let first = comma + 2;
        let size = (first..first + MODIFIERS).take_while(|at| self.is_nominal(*at)).count();
        let head = (first + size).checked_sub(1).filter(|head| *head >= first)?;
        let kind = *NOUNS.get(&self.form(head).word)?;
        let is_small = self.form(head).case == Case::Lower;
        // "the Gilbert Rooke, a bar in Velden": nobody has an article, so that no clause begins there.
        let has_article =
            (name.words.start.saturating_sub(TITLES)..name.words.start).any(|at| self.form(at).word == THE);
        let is_alone = name.words.start == 0 && self.is_apart(head + 1);
        let is_plain = has_article || is_alone || kind == NameKind::Other && article != THE;
        (is_small && (self.is_closed(head + 1) || is_plain && self.goes_on(head + 1))).then_some(kind)
    }

    /// Whether an apposition ends before this word for certain.
    fn is_closed(&self, at: usize) -> bool {
        const MARKS: [u64; 9] = [
            COMMA,
            word("."),
            word(";"),
            word(":"),
            word(")"),
            word("--"),
            word("''"),
            word("!"),
            word("which"),
        ];
        MARKS.contains(&self.form(at).word)
    }

    /// Whether what may come after the noun of an apposition begins here: where it is, what was done to it.
    fn goes_on(&self, at: usize) -> bool {
        let form = self.form(at);
        let is_likened = form.word == OF && ARTICLES.contains(&self.form(at + 1).word);
        let can_be = (self.words.get(at)).is_some_and(|word| word.upos == Upos::Adp || word.tag.is_participle());
        can_be && form.case == Case::Lower && !is_likened
    }

    /// Whether a comma closes what begins here before any verb: no clause hides in it.
    fn is_apart(&self, from: usize) -> bool {
        let rest = self.words.get(from..).unwrap_or(&[]);
        let closes = (from..self.forms.len()).find(|at| self.form(*at).word == COMMA);
        closes.is_some_and(|comma| rest.iter().take(comma - from).all(|word| !word.tag.is_finite()))
    }

    fn is_nominal(&self, at: usize) -> bool {
        let upos = self.words.get(at).map(|word| word.upos);
        matches!(upos, Some(Upos::Noun | Upos::Adj | Upos::Num | Upos::Propn)) || self.form(at).word == word("-")
    }

    fn form(&self, at: usize) -> Form {
        self.forms.get(at).copied().unwrap_or_default()
    }
}

static NOUNS: LazyLock<FxHashMap<u64, NameKind>> = LazyLock::new(|| {
    let mut nouns = FxHashMap::default();
    for [kind, row] in rows(TABLE) {
        let Some(kind) = kind_called(kind) else { continue };
        nouns.extend(row.split(',').map(|noun| (Form::new(noun.trim()).word, kind)));
    }
    nouns
});

/// Kind, nouns.
const TABLE: &str = include_str!("../data/names/nouns_beside.tsv");

fn kind_called(name: &str) -> Option<NameKind> {
    match name {
        "organization" => Some(NameKind::Organization),
        "place" => Some(NameKind::Place),
        "other" => Some(NameKind::Other),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Language, agree, analyse, embedded};
    use crate::text::table::malformed;

    #[test]
    fn every_row_of_the_table_is_well_formed() {
        assert_eq!(malformed::<2>(TABLE).next(), None);
        assert!(rows(TABLE).all(|[kind, _]| kind_called(kind).is_some()));
    }

    /// The people that a text names.
    fn people(text: &str) -> Vec<&str> {
        let mut languages: Vec<Language> = vec![analyse(text, embedded())];
        agree(&[text], &mut languages);
        let names = languages[0].names.iter().filter(|name| name.kind == NameKind::Person);
        names
            .map(|name| languages[0].span_of(name.words.clone()).of(text))
            .collect()
    }

    #[test]
    fn what_a_noun_beside_it_calls_a_thing_or_a_shop_is_no_person() {
        for text in [
            "Percy, a tabby cat, was found in a drain. Vets fed Percy by hand.",
            "Regulars at the Lady Ottoline, a bar, were upset.",
            "Mallory’s, a hardware shop, closed.",
            "Storm Hedda flooded the quay. Hedda cut power to 900 homes.",
            "A storm named Ingrid is near. Ingrid may hit on Sunday.",
        ] {
            assert_eq!(people(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn what_the_noun_only_belongs_to_is() {
        for (text, name) in [
            ("Tom Orbel, a dog lover, cried.", "Tom Orbel"),
            ("Ana Orbel, a firm believer in it, left.", "Ana Orbel"),
            ("Ines Orbel, the bar’s owner, said no.", "Ines Orbel"),
            ("Ida Orbel, a film and stage star, sang.", "Ida Orbel"),
            ("According to Tom Orbel, the firm wanted to cut costs.", "Tom Orbel"),
        ] {
            assert_eq!(people(text), [name], "{text}");
        }
    }
}
