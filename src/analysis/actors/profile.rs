//! What the mentions of an actor say together: the fullest name, the kind, the roles. It joins nobody.

use crate::analysis::actors::LocalMention;
use crate::analysis::actors::tables::{self, StateWord};
use crate::analysis::actors::wording::one_spaced;
use crate::analysis::{Actor, ActorKind, MentionForm, Place, Role};
use crate::markup::{BlockId, Markup};
use crate::text::table::WordList;

/// How many roles of one actor are kept.
const ROLES: usize = 32;

/// Gives an actor its fullest name and the kind that most names say.
///
/// The fullest name has the most words; of two with as many, one that is not in capitals; of equal ones it is the first.
pub(super) fn give_name_and_kind(actor: &mut Actor, markup: &Markup, locals: &[(BlockId, &LocalMention)]) {
    let mut fullest = "";
    let mut fullness = (0, false);
    let mut votes = [0usize; KINDS.len()];
    for id in &actor.mentions {
        let Some((block, local)) = locals.get(id.0) else {
            continue;
        };
        let text = local
            .meant
            .as_deref()
            .unwrap_or(markup.text_of(Place::new(*block, local.span)));
        let words = text.split_whitespace().count();
        let full = (words, text.chars().any(char::is_lowercase));
        if full > fullness {
            (fullest, fullness) = (text, full);
        }
        let kind = local.kind.unwrap_or(ActorKind::Other);
        for (votes, _) in votes.iter_mut().zip(KINDS).filter(|(_, voted)| *voted == kind) {
            *votes += VOTE + usize::from(words > 1);
        }
    }
    actor.name = full_name(fullest);
    actor.kind = KINDS
        .into_iter()
        .zip(votes)
        .rev()
        .max_by_key(|(_, count)| *count)
        .map_or(ActorKind::Other, |(kind, _)| kind);
}

/// The kinds that names vote for, the first one first where two have as many votes.
const KINDS: [ActorKind; 4] = [
    ActorKind::Person,
    ActorKind::Organization,
    ActorKind::Place,
    ActorKind::Other,
];

/// What the name layer says about one word; of several words it says a little more.
const VOTE: usize = 2;

/// A name as it is shown: a state by its name rather than by its letters ("United States" for "U.S.").
fn full_name(written: &str) -> String {
    match tables::state(written) {
        Some(StateWord::Name(state)) if written.contains('.') || written.chars().all(char::is_uppercase) => {
            state.to_owned()
        }
        _ => one_spaced(written).into_owned(),
    }
}

/// Adds the roles next to the names of an actor, each once.
pub(super) fn add_roles(actor: &mut Actor, markup: &Markup, locals: &[(BlockId, &LocalMention)]) {
    for id in &actor.mentions {
        let Some((block, local)) = locals.get(id.0) else {
            continue;
        };
        if local.form != MentionForm::Named {
            continue;
        }
        for role in &local.roles {
            let text = one_spaced(markup.text_of(Place::new(*block, role.span)));
            let is_known = actor.roles.iter().any(|known| known.text.eq_ignore_ascii_case(&text));
            if !is_known && !text.is_empty() && !is_rank_among(&text) && actor.roles.len() < ROLES {
                actor.roles.push(Role {
                    text: text.into_owned(),
                    place: Place::new(*block, role.span),
                });
            }
        }
    }
}

/// "second lawmaker", "largest fund", "other pilot": a place among others, of which only more words say which others, and no role.
/// "First lady" and "First Minister" are.
fn is_rank_among(role: &str) -> bool {
    static RANKS: WordList = WordList::new(include_str!("data/ranks.txt"));
    const OFFICES: [&str; 8] = [
        "lady",
        "gentleman",
        "minister",
        "secretary",
        "mate",
        "officer",
        "lieutenant",
        "baseman",
    ];
    const PLAIN: [&str; 4] = ["honest", "modest", "forest", "harvest"];
    // "The man, Weil, left" says nothing of him.
    const ANYBODY: [&str; 9] = [
        "man",
        "woman",
        "guy",
        "person",
        "people",
        "boy",
        "girl",
        "kid",
        "individual",
    ];
    if ANYBODY.contains(&role) {
        return true;
    }
    let mut words = role.split(' ');
    let (first, next) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let is_superlative = first.len() > 5 && first.ends_with("est") && !PLAIN.contains(&first);
    (RANKS.has(first) || is_superlative) && !OFFICES.contains(&next)
}

#[cfg(test)]
mod tests {
    use super::is_rank_among;
    use crate::analysis::actors::toy::folded;

    #[test]
    fn a_place_among_others_is_no_role() {
        for rank in [
            "second lawmaker",
            "largest fund",
            "other pilot",
            "only member of the board",
        ] {
            assert!(is_rank_among(rank), "{rank}");
        }
        for role in ["first lady", "First Minister", "second mate", "honest broker", "mayor"] {
            assert!(!is_rank_among(role), "{role}");
        }
    }

    #[test]
    fn the_fullest_name_is_not_in_capitals() {
        for (text, name) in [
            ("ROSA WEIL left. Rosa Weil won. Weil spoke.", "Rosa Weil"),
            ("The U.S. left.", "United States"),
        ] {
            let (_, _, actors, _) = folded(&[text]);
            assert_eq!(actors[0].name, name, "{text}");
        }
    }

    #[test]
    fn a_role_is_kept_once() {
        let (_, _, actors, _) = folded(&["Mayor Rosa Weil left. They met mayor Rosa Weil."]);
        let roles: Vec<_> = actors[0].roles.iter().map(|role| role.text.as_str()).collect();
        assert_eq!(roles, ["Mayor"]);
    }
}
