//! Which words of a block name events. It says nothing about who takes part.

mod fiction;
mod games;
mod no_event;
mod nouns;
mod title_case;
mod types;
mod unchanged;
mod verbs;

pub use types::Trigger;
pub use verbs::taken_for_state;

use crate::analysis::events::lexicon::{self, EventSense, WordClass};
use crate::language::{Relation, Upos, View};

/// The triggers of a block in order: nouns, and the verbs that are not the light verb of one. Linear in its words.
#[must_use]
pub fn triggers(view: View<'_>) -> Vec<Trigger> {
    let mut is_light = vec![false; view.len()];
    let mut found = Vec::new();
    for word in 0..view.len() {
        if let Some(sense) = unchanged::sense(view, word) {
            found.push(of_verb(word, sense));
            continue;
        }
        let Some(sense) = nouns::sense(view, word) else {
            continue;
        };
        let light = light_verb(view, word);
        if let Some(is_light) = light.and_then(|light| is_light.get_mut(light)) {
            *is_light = true;
        }
        found.push(Trigger {
            word,
            sense,
            nominal: true,
            light,
        });
    }
    for (word, is_light) in is_light.iter().enumerate() {
        if !is_light && let Some(sense) = verbs::sense(view, word) {
            found.push(of_verb(word, sense));
        }
    }
    if let Some((word, sense)) = title_case::verb(view) {
        found.retain(|trigger| trigger.word != word);
        found.push(of_verb(word, sense));
    }
    found.sort_by_key(|trigger| trigger.word);
    found
}

fn of_verb(word: usize, sense: EventSense) -> Trigger {
    Trigger {
        word,
        sense,
        nominal: false,
        light: None,
    }
}

/// "A landslide cut the only road": whether a word that is tagged as a noun is the verb of its clause.
#[must_use]
pub fn is_taken_for_noun(view: View<'_>, word: usize) -> bool {
    unchanged::sense(view, word).is_some()
}

/// "held talks": the verb that adds little to its object, a noun that names an event.
fn light_verb(view: View<'_>, noun: usize) -> Option<usize> {
    let verb = view.head(noun)?;
    let is_object = matches!(view.relation(noun), Relation::Obj | Relation::NsubjPass);
    let is_light = view.upos(verb) == Upos::Verb && lexicon::is(WordClass::Light, &view.lemma(verb));
    (is_object && is_light).then_some(verb)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::testing::parsed;

    #[test]
    fn a_light_verb_names_no_event_beside_its_noun() {
        let (text, language) = parsed(
            "Holub/Holub/NNP/2/nsubj held/hold/VBD/0/root talks/talk/NNS/2/obj and/and/CC/5/cc left/leave/VBD/2/conj",
        );
        let found = triggers(View::new(&text, &language));
        let words: Vec<_> = found.iter().map(|trigger| (trigger.word, trigger.light)).collect();
        assert_eq!(words, [(2, Some(1)), (4, None)]);
        assert_eq!(found.iter().map(Trigger::verb).collect::<Vec<_>>(), [1, 4]);
    }
}
