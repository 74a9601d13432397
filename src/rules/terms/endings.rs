//! Regular forms of English words: “utilizes”, “utilized”, “utilizing”. It knows no irregular ones and makes none up for a
//! replacement.

/// An ending of a regular form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Ending {
    S,
    Ed,
    Ing,
}

impl Ending {
    /// All endings.
    pub const ALL: [Ending; 3] = [Ending::S, Ending::Ed, Ending::Ing];
}

/// A word or a phrase with this ending on its last word. `None` where the last word has capitals or marks: names have no
/// regular forms.
pub fn with_ending(words: &str, ending: Ending) -> Option<String> {
    let last = words.rsplit(' ').next().unwrap_or(words);
    let is_plain = last.len() > 2 && last.chars().all(|c| c.is_ascii_lowercase());
    let stem = |cut: usize| words.get(..words.len() - cut).unwrap_or(words);
    let ends = |endings: &[&str]| endings.iter().any(|end| last.ends_with(end));
    let ends_in_y = ends(&["y"]) && !ends(&["ay", "ey", "oy", "uy"]);
    is_plain.then(|| match ending {
        Ending::S if ends_in_y => format!("{}ies", stem(1)),
        Ending::S if ends(&["s", "x", "z", "ch", "sh"]) => format!("{words}es"),
        Ending::S => format!("{words}s"),
        Ending::Ed if last.ends_with('e') => format!("{words}d"),
        Ending::Ed if ends_in_y => format!("{}ied", stem(1)),
        Ending::Ed => format!("{words}{}ed", doubled(last)),
        Ending::Ing if last.ends_with("ie") => format!("{}ying", stem(2)),
        Ending::Ing if ends(&["e"]) && !ends(&["ee", "oe", "ye"]) => format!("{}ing", stem(1)),
        Ending::Ing => format!("{words}{}ing", doubled(last)),
    })
}

/// The last letter of a word like “plan”, which is doubled before an ending: one vowel, and one consonant after it.
fn doubled(word: &str) -> &str {
    let is_vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let mut last = word.chars().rev();
    let (Some(end), Some(vowel)) = (last.next(), last.next()) else {
        return "";
    };
    let has_one_vowel = is_vowel(vowel) && !last.any(is_vowel);
    match has_one_vowel && !is_vowel(end) && !matches!(end, 'w' | 'x') {
        true => word.get(word.len() - 1..).unwrap_or(""),
        false => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regular_forms_are_spelled_as_they_are() {
        let cases = [
            ("utilize", "utilizes utilized utilizing"),
            ("plan", "plans planned planning"),
            ("fax", "faxes faxed faxing"),
            ("carry", "carries carried carrying"),
            ("stay", "stays stayed staying"),
            ("reach", "reaches reached reaching"),
            ("agree", "agrees agreed agreeing"),
            ("untie", "unties untied untying"),
            ("visit", "visits visited visiting"),
            ("cook", "cooks cooked cooking"),
        ];
        for (word, forms) in cases {
            let made = Ending::ALL.map(|ending| with_ending(word, ending).unwrap());
            assert_eq!(made.join(" "), forms);
        }
        let phrase = with_ending("spokes person", Ending::S);
        assert_eq!(phrase.as_deref(), Some("spokes persons"));
        for name in ["Internet", "e-mail", "no", ""] {
            assert_eq!(with_ending(name, Ending::S), None, "{name}");
        }
    }
}
