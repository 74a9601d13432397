//! What the words of a name alone say of its kind, so that a reader may be told it. It asks no model and looks at no text around
//! the name.

use crate::language::base::hashing::Form;
use crate::language::names::lists::{self, Lists};
use crate::language::{NameKind, tokenise};

/// Whether the words of a name leave no doubt of its kind: a given name and a surname, a town on the lists, "… University".
/// Linear in the name.
#[must_use]
pub fn shows_kind(name: &str, kind: NameKind) -> bool {
    let forms: Vec<Form> = tokenise(name)
        .into_iter()
        .map(|span| Form::new(span.of(name)))
        .collect();
    let listed = lists::look_up(&forms);
    let (Some(first), Some(last)) = (listed.first(), listed.last()) else {
        return false;
    };
    let has_several = forms.len() > 1;
    let is_entry =
        |wanted: Lists| first.any(wanted) && listed.iter().enumerate().all(|(at, lists)| lists.goes_on() == (at > 0));
    match kind {
        NameKind::Person => has_several && first.any(Lists::GIVEN) && !last.any(Lists::ENDS_OTHER),
        NameKind::Organization => {
            // Capitals alone tell nothing: a sport and a slogan are written in them as well.
            is_entry(Lists::ORGANIZATION) || has_several && last.any(Lists::ORGANIZATION_WORD)
        }
        NameKind::Place => {
            is_entry(Lists::ANY_PLACE) && !is_entry(Lists::ORGANIZATION)
                || has_several && last.any(Lists::PLACE_WORD) && !last.any(Lists::ORGANIZATION_WORD)
        }
        NameKind::Other => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_telling_words_show_a_kind() {
        for (name, kind) in [
            ("Ana Orbel", NameKind::Person),
            ("Velden University", NameKind::Organization),
            ("BBC", NameKind::Organization),
            ("Velden County", NameKind::Place),
            ("Norway", NameKind::Place),
        ] {
            assert!(shows_kind(name, kind), "{name}");
        }
        for (name, kind) in [
            ("Orbel", NameKind::Person),
            ("Velda Sports", NameKind::Person),
            ("Votelight", NameKind::Place),
            ("Orbel", NameKind::Organization),
            ("", NameKind::Place),
        ] {
            assert!(!shows_kind(name, kind), "{name}");
        }
    }
}
