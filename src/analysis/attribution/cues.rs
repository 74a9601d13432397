//! Cue words as data: which verbs report words, thoughts or descriptions. It decides nothing about a sentence.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// What a cue verb can do; a verb can do several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cue {
    /// Reports speech and takes a quotation on either side ("say", "tell").
    pub say: bool,
    /// Reports writing ("write", "tweet").
    pub write: bool,
    /// Asks.
    pub ask: bool,
    /// Reports a thought or a stance ("think", "hope").
    pub think: bool,
    /// Takes a description as its second object ("call", "describe").
    pub describe: bool,
    /// Has documents for subjects ("show", "read").
    pub document: bool,
    /// Takes a bare clause as indirect speech.
    pub that: bool,
}

impl Cue {
    /// Whether a whole quotation may stand beside the verb as its object.
    #[must_use]
    pub fn speaks(self) -> bool {
        self.say || self.write || self.ask
    }
}

static CUES: LazyLock<FxHashMap<&'static str, Cue>> = LazyLock::new(|| {
    let mut cues = FxHashMap::default();
    for line in include_str!("../data/cues.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let Some((lemma, classes)) = line.split_once('\t') else {
            continue;
        };
        let mut cue = Cue::default();
        for class in classes.split(' ') {
            match class {
                "say" => cue.say = true,
                "write" => cue.write = true,
                "ask" => cue.ask = true,
                "think" => cue.think = true,
                "describe" => cue.describe = true,
                "document" => cue.document = true,
                "that" => cue.that = true,
                _ => {}
            }
        }
        cues.insert(lemma, cue);
    }
    cues
});

/// The cue classes of a verb's base form.
#[must_use]
pub fn cue(lemma: &str) -> Option<Cue> {
    CUES.get(lemma).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_table_names_known_classes() {
        for line in include_str!("../data/cues.tsv")
            .lines()
            .filter(|line| !line.starts_with('#'))
        {
            let (lemma, classes) = line.split_once('\t').unwrap();
            assert_eq!(lemma, lemma.trim().to_lowercase());
            for class in classes.split(' ') {
                assert!(
                    ["say", "write", "ask", "think", "describe", "document", "that"].contains(&class),
                    "{lemma}: {class}"
                );
            }
        }
        assert!(cue("say").unwrap().speaks());
        assert!(cue("walk").is_none());
    }
}
