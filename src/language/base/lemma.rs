//! Base forms: a table of exceptions, then rules by tag. It never looks at other words.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::language::base::irregular_verbs;
use crate::language::{Tag, Upos};
use crate::text::table::rows;

/// Exceptions by inflection and lowercase form.
static EXCEPTIONS: LazyLock<FxHashMap<(Inflection, &'static str), &'static str>> = LazyLock::new(|| {
    include_str!("../weights/lemmas.tsv")
        .lines()
        .chain(include_str!("irregular.tsv").lines())
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| {
            let mut fields = line.split('\t');
            Some(((Inflection::from_name(fields.next()?)?, fields.next()?), fields.next()?))
        })
        .chain(irregular_verbs::forms().map(|form| ((Inflection::Past, form.form), form.base)))
        .collect()
});

/// Base forms of regular verbs by what is left of them without "-ed" or "-ing", where the rules would mend it wrongly: "erod".
static STEMS: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    rows(include_str!("stems.tsv"))
        .map(|[stem, base]| (stem, base))
        .collect()
});

/// What was done to the base form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Inflection {
    /// Plural nouns.
    Plural,
    /// "-s" of verbs.
    Third,
    /// "-ed", "-en" and the like.
    Past,
    /// "-ing"
    Progressive,
    /// "-er", "-est"
    Degree,
    /// Auxiliaries, pronouns and clitics.
    Closed,
    /// Nothing.
    None,
}

impl Inflection {
    /// The name in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Inflection::Plural => "plural",
            Inflection::Third => "third",
            Inflection::Past => "past",
            Inflection::Progressive => "progressive",
            Inflection::Degree => "degree",
            Inflection::Closed => "closed",
            Inflection::None => "none",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        [
            Inflection::Plural,
            Inflection::Third,
            Inflection::Past,
            Inflection::Progressive,
            Inflection::Degree,
            Inflection::Closed,
            Inflection::None,
        ]
        .into_iter()
        .find(|inflection| inflection.name() == name)
    }

    /// The inflection that a tag marks.
    #[must_use]
    pub fn of(upos: Upos, tag: Tag) -> Self {
        match (upos, tag) {
            (Upos::Aux | Upos::Pron | Upos::Part | Upos::Det, _) => Inflection::Closed,
            (_, Tag::PluralNoun | Tag::PluralName) => Inflection::Plural,
            (_, Tag::ThirdPerson) => Inflection::Third,
            (_, Tag::PastTense | Tag::PastParticiple) => Inflection::Past,
            (_, Tag::Gerund) => Inflection::Progressive,
            (
                _,
                Tag::ComparativeAdjective | Tag::SuperlativeAdjective | Tag::ComparativeAdverb | Tag::SuperlativeAdverb,
            ) => Inflection::Degree,
            _ => Inflection::None,
        }
    }
}

/// The base form of `form`.
#[must_use]
pub fn lemma(form: &str, upos: Upos, tag: Tag) -> SmolStr {
    let inflection = Inflection::of(upos, tag);
    if upos == Upos::Propn && inflection == Inflection::None {
        return SmolStr::new(form);
    }
    let lower = lower(form);
    if tag == Tag::PossessiveEnding {
        return lower;
    }
    if let Some(known) = EXCEPTIONS.get(&(inflection, lower.as_str())) {
        return SmolStr::new(known);
    }
    if upos == Upos::Propn {
        return by_rule(form, inflection);
    }
    by_rule(&lower, inflection)
}

/// Lowercase, with typewriter apostrophes.
#[must_use]
pub fn lower(form: &str) -> SmolStr {
    if form.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return SmolStr::new(form);
    }
    form.chars()
        .flat_map(char::to_lowercase)
        .map(|symbol| if symbol == '’' { '\'' } else { symbol })
        .collect()
}

/// The base form by the rules alone.
#[must_use]
pub fn by_rule(form: &str, inflection: Inflection) -> SmolStr {
    match inflection {
        Inflection::Plural | Inflection::Third => plural(form, inflection),
        Inflection::Past => stripped(form, "ed").unwrap_or_else(|| SmolStr::new(form)),
        Inflection::Progressive => stripped(form, "ing").unwrap_or_else(|| SmolStr::new(form)),
        Inflection::Degree => stripped(form, "est")
            .or_else(|| stripped(form, "er"))
            .unwrap_or_else(|| SmolStr::new(form)),
        Inflection::Closed | Inflection::None => SmolStr::new(form),
    }
}

fn plural(form: &str, inflection: Inflection) -> SmolStr {
    let joined = |stem: &str, end: &str| SmolStr::new(format!("{stem}{end}"));
    if form.len() > 4
        && let Some(stem) = form.strip_suffix("ies")
    {
        return joined(stem, "y");
    }
    if let Some(stem) = form.strip_suffix("es")
        && (stem.ends_with("sh")
            || stem.ends_with("ch")
            || stem.ends_with('x')
            || stem.ends_with("ss")
            || stem.ends_with("zz"))
    {
        return SmolStr::new(stem);
    }
    if let Some(stem) = form.strip_suffix("oes")
        && stem.len() > 1
    {
        return joined(stem, "o");
    }
    if inflection == Inflection::Plural
        && let Some(stem) = form.strip_suffix("men")
        && stem.len() > 1
    {
        return joined(stem, "man");
    }
    match form.strip_suffix('s') {
        Some(stem) if stem.len() > 1 && !stem.ends_with('s') && !(stem.ends_with('u') || stem.ends_with('i')) => {
            SmolStr::new(stem)
        }
        Some(stem) if stem.len() > 2 && stem.ends_with(['u', 'i']) && inflection == Inflection::Third => {
            SmolStr::new(stem)
        }
        Some(stem) if stem.len() > 1 && form.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b's') => {
            SmolStr::new(stem)
        }
        _ => SmolStr::new(form),
    }
}

/// Takes `ending` off and mends the stem: "stopped" is "stop", "moved" is "move", "carried" is "carry".
fn stripped(form: &str, ending: &str) -> Option<SmolStr> {
    let stem = form.strip_suffix(ending)?;
    let has_vowel = stem.bytes().any(|byte| b"aeiouy".contains(&byte));
    if stem.len() < 2 || !has_vowel {
        return None;
    }
    if let Some(base) = STEMS.get(stem).filter(|_| ending != "er" && ending != "est") {
        return Some(SmolStr::new_static(base));
    }
    if ending != "ing"
        && let Some(root) = stem.strip_suffix('i')
    {
        return Some(SmolStr::new(format!("{root}y")));
    }
    let letters: Vec<u8> = stem.bytes().rev().take(3).collect();
    let vowel = |at: usize| letters.get(at).is_some_and(|byte| b"aeiouy".contains(byte));
    let (last, before) = (
        letters.first().copied().unwrap_or(0),
        letters.get(1).copied().unwrap_or(0),
    );
    if last == before && b"bdgmnprt".contains(&last) {
        return stem.get(..stem.len() - 1).map(SmolStr::new);
    }
    let needs_e = match last {
        b'v' | b'u' | b'c' => true,
        b'z' => before != b'z',
        b's' => vowel(1) && stem.len() > 2 || b"nr".contains(&before) || before == b'p',
        b'g' => b"rd".contains(&before) || vowel(1) && before != b'e' || stem.ends_with("ang") || stem.ends_with("eng"),
        b'l' => !vowel(1) && !b"lrw".contains(&before),
        b't' => {
            (before == b'a' && !vowel(2))
                || stem.ends_with("iat")
                || stem.ends_with("eat") && stem.len() > 5
                || (before == b'u' || before == b'o' && stem.len() <= 4) && !vowel(2)
        }
        b'r' => {
            (before == b'i' || before == b'u' || before == b'a') && !vowel(2)
                || before == b'o' && stem.len() <= 5 && !vowel(2)
        }
        b'd' => matches!(before, b'i' | b'u' | b'a') && !vowel(2) || stem.ends_with("ced") || stem.ends_with("sed"),
        b'n' => (before == b'i' && !vowel(2) && stem.len() <= 6 && stem.len() > 2) && !stem.ends_with("ain"),
        b'm' => (before == b'u' || before == b'a' || before == b'i') && !vowel(2),
        b'k' => vowel(1) && !vowel(2),
        b'p' => (before == b'a' || before == b'y' || before == b'o' && stem.len() <= 4) && !vowel(2),
        _ => false,
    };
    Some(if needs_e {
        SmolStr::new(format!("{stem}e"))
    } else {
        SmolStr::new(stem)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_mend_stems() {
        for (form, inflection, expected) in [
            ("parties", Inflection::Plural, "party"),
            ("crashes", Inflection::Plural, "crash"),
            ("chairwomen", Inflection::Plural, "chairwoman"),
            ("stopped", Inflection::Past, "stop"),
            ("moved", Inflection::Past, "move"),
            ("conceded", Inflection::Past, "concede"),
            ("carried", Inflection::Past, "carry"),
            ("arguing", Inflection::Progressive, "argue"),
            ("voting", Inflection::Progressive, "vote"),
            ("meeting", Inflection::Progressive, "meet"),
            ("corroded", Inflection::Past, "corrode"),
            ("rebelled", Inflection::Past, "rebel"),
            ("dissuading", Inflection::Progressive, "dissuade"),
            ("decreed", Inflection::Past, "decree"),
            ("guillotined", Inflection::Past, "guillotine"),
            ("larger", Inflection::Degree, "large"),
        ] {
            assert_eq!(by_rule(form, inflection), expected, "for {form}");
        }
    }

    #[test]
    fn the_table_goes_first() {
        assert_eq!(lemma("said", Upos::Verb, Tag::PastTense), "say");
        assert_eq!(lemma("n’t", Upos::Part, Tag::Adverb), "not");
        assert_eq!(lemma("forsook", Upos::Verb, Tag::PastTense), "forsake");
        assert_eq!(lemma("bred", Upos::Verb, Tag::PastParticiple), "breed");
        assert_eq!(lemma("Rao", Upos::Propn, Tag::SingularName), "Rao");
    }
}
