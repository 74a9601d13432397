//! Who is made one, and who is not. A case is an archive in lines: `day | name, title | with whom`.

use std::convert::Infallible;

use crate::people::{
    Appearance, Cause, Counts, Link, Merged, Merger, Person, Place, Replay, Shelf, Token, person_name, token,
};

struct Lines(Vec<Appearance>);

impl Replay for Lines {
    type Error = Infallible;

    fn replay(&mut self, visit: &mut dyn FnMut(&Appearance) -> Result<(), Infallible>) -> Result<(), Infallible> {
        self.0.iter().try_for_each(visit)
    }
}

fn appearance(number: usize, line: &str) -> Appearance {
    let mut fields = line.split('|').map(str::trim);
    let (day, who, with) = (
        fields.next().unwrap(),
        fields.next().unwrap(),
        fields.next().unwrap_or(""),
    );
    let (written, title) = who.split_once(", ").unwrap_or((who, ""));
    let name = person_name(written);
    let place = name.initial().map_or(Place::Alone, Place::Initial);
    Appearance {
        shelf: Shelf {
            family: name.family.clone(),
            place,
        },
        key: name.key(),
        undated: day.is_empty(),
        date: day.to_owned(),
        document: format!("d{number}"),
        actor: "a0".to_owned(),
        name: written.to_owned(),
        names: Vec::new(),
        titles: title
            .split(';')
            .map(str::trim)
            .filter(|title| !title.is_empty())
            .map(str::to_owned)
            .collect(),
        companions: companions(with),
        quotations: Some(1),
        entry: None,
    }
}

fn companions(with: &str) -> Vec<Token> {
    let names = with.split(',').map(str::trim).filter(|name| !name.is_empty());
    names.map(|name| token(&person_name(name).key())).collect()
}

/// The people and the links of an archive of a thousand documents more, which name nobody here.
fn merged(lines: &[&str]) -> (Vec<Person>, Vec<Link>) {
    let mut appearances: Vec<Appearance> = lines
        .iter()
        .enumerate()
        .map(|(number, line)| appearance(number, line))
        .collect();
    let mut counts = Counts::default();
    for one in &appearances {
        let mut names = one.companions.clone();
        names.push(token(&one.key));
        counts.add(&names);
    }
    (0..1000).for_each(|_| counts.add(&[]));
    appearances.sort();
    let mut merger = Merger::new(counts);
    let (mut people, mut links) = (Vec::new(), Vec::new());
    for shelf in appearances.chunk_by(|one, other| one.shelf == other.shelf) {
        let Ok(()) = merger.shelf(&shelf[0].shelf, &mut Lines(shelf.to_vec()), &mut |merged| {
            match merged {
                Merged::Person(person) => people.push(*person),
                Merged::Link(link) => links.push(link),
            }
            Ok(())
        });
    }
    (people, links)
}

/// In how many documents each of the people is, the most first.
fn sizes(lines: &[&str]) -> Vec<u64> {
    let mut sizes: Vec<u64> = merged(lines).0.iter().map(|person| person.documents).collect();
    sizes.sort_unstable_by(|one, other| other.cmp(one));
    sizes
}

#[test]
fn a_title_in_common_makes_one() {
    let lines = [
        "2031-01-05 | Rosa Weil, harbour captain",
        "2031-03-02 | Rosa Weíl, captain",
        "2032-01-01 | Rosa Weil, Captain",
    ];
    assert_eq!(sizes(&lines), [3]);
}

#[test]
fn people_in_common_make_one() {
    let lines = [
        "2031-01-05 | Rosa Weil | Tom Holt",
        "2031-03-02 | Rosa Weil | Tom Holt, Vera Brandt",
    ];
    assert_eq!(sizes(&lines), [2]);
    // Somebody who is everywhere says nothing.
    let mut lines = vec!["2031-01-05 | Rosa Weil | Tom Holt", "2031-03-02 | Rosa Weil | Tom Holt"];
    let others: Vec<String> = (0..200)
        .map(|number| format!("2031-01-01 | Nils Ulm{number} | Tom Holt"))
        .collect();
    lines.extend(others.iter().map(String::as_str));
    assert_eq!(sizes(&lines).first(), Some(&1));
}

#[test]
fn nothing_but_a_name_in_common_leaves_two() {
    let lines = [
        "2031-01-05 | Rosa Weil",
        "2031-03-02 | Rosa Weil | Tom Holt",
        "2031-03-04 | Rosa Weil, poet",
    ];
    let (people, links) = merged(&lines);
    assert_eq!(people.len(), 3);
    assert!(links.iter().all(|link| link.person.is_some()));
    let first = &people[0].apart;
    assert_eq!((first.len(), first[0].cause), (2, Cause::TooLittle));
}

#[test]
fn titles_that_contradict_leave_two_whomever_they_know() {
    let lines = [
        "2031-01-05 | Rosa Weil, Foreign Minister | Tom Holt",
        "2031-02-05 | Rosa Weil, Defence Minister | Tom Holt",
        "2031-03-05 | Rosa Weil, Foreign Minister | Tom Holt",
    ];
    let (people, _) = merged(&lines);
    assert_eq!(people.iter().map(|person| person.documents).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(people[0].apart[0].cause, Cause::TitlesContradict);
}

#[test]
fn an_office_may_follow_another() {
    let lines = [
        "2030-01-05 | Rosa Weil, Trade Minister | Tom Holt, Vera Brandt",
        "2030-06-05 | Rosa Weil, Trade Minister",
        "2031-02-05 | Rosa Weil, Foreign Minister | Tom Holt, Vera Brandt",
        "2031-03-05 | Rosa Weil, Foreign Minister",
    ];
    let (people, _) = merged(&lines);
    assert_eq!(people.len(), 1);
    let titles: Vec<_> = people[0]
        .titles
        .iter()
        .map(|title| (title.title.as_str(), title.last.as_deref().unwrap()))
        .collect();
    assert_eq!(
        titles,
        [("Trade Minister", "2030-06-05"), ("Foreign Minister", "2031-03-05")]
    );
}

#[test]
fn an_initial_is_one_where_one_fits() {
    let weil = "2031-01-05 | Rosa Weil, harbour captain | Tom Holt";
    let initial = "2031-02-05 | R. Weil, harbour captain";
    assert_eq!(sizes(&[weil, initial]), [2]);
    assert_eq!(
        sizes(&[weil, initial, "2031-02-07 | Rita Weil, harbour captain"]),
        [1, 1, 1]
    );
    assert_eq!(sizes(&[weil, "2031-02-05 | R. Weil, captain"]), [1, 1]);
    assert_eq!(
        sizes(&[
            weil,
            "2031-02-05 | R. Weil, harbour captain",
            "2031-02-05 | Rosa B. Weil, harbour captain"
        ]),
        [3]
    );
}

#[test]
fn middle_initials_tell_two_apart() {
    let lines = [
        "2031-01-05 | Rosa B. Weil, captain",
        "2031-01-06 | Rosa C. Weil, captain",
        "2031-01-07 | Rosa Weil, captain",
    ];
    assert_eq!(sizes(&lines), [1, 1, 1]);
}

#[test]
fn father_and_son_stay_two() {
    let lines = [
        "2031-01-05 | Tom Holt Sr., harbour captain",
        "2031-01-06 | Tom Holt Jr., harbour captain",
    ];
    assert_eq!(sizes(&lines), [1, 1]);
    assert_eq!(
        sizes(&[
            "2031-01-05 | Tom Holt, harbour captain",
            "2031-01-06 | Tom Holt Jr., harbour captain"
        ]),
        [1, 1]
    );
}

#[test]
fn a_last_name_alone_is_nobody() {
    let lines = [
        "2031-01-05 | Rosa Weil, captain",
        "2031-01-05 | Tom Weil, poet",
        "2031-01-06 | Weil, captain",
    ];
    let (people, links) = merged(&lines);
    assert_eq!(people.len(), 2);
    let alone = links.iter().find(|link| link.document == "d2").unwrap();
    assert_eq!((&alone.person, alone.refused), (&None, Some(Cause::LoneName)));
    let rosa = people.iter().find(|person| person.name == "Rosa Weil").unwrap();
    assert_eq!(alone.candidates, std::slice::from_ref(&rosa.id));
}

#[test]
fn who_fits_two_that_are_not_one_is_neither() {
    let lines = [
        "2031-01-05 | Rosa Weil, Foreign Minister; Party Leader | Tom Holt, Vera Brandt",
        "2031-01-06 | Rosa Weil, Defence Minister; chess player | Nils Ulm, Ida Rusk",
        "2031-01-07 | Rosa Weil, minister",
        "2031-01-08 | Rosa Weil, Foreign Minister",
    ];
    let (people, links) = merged(&lines);
    assert_eq!(people.iter().map(|person| person.documents).collect::<Vec<_>>(), [2, 1]);
    let open = links.iter().find(|link| link.document == "d2").unwrap();
    assert_eq!((open.refused, open.candidates.len()), (Some(Cause::SeveralFit), 2));
}

#[test]
fn later_documents_change_no_id() {
    let lines = [
        "2031-01-05 | Rosa Weil, captain",
        "2031-02-05 | Rosa Weil, captain",
        "2031-03-05 | Rosa Weil, poet",
    ];
    let (before, _) = merged(&lines[..1]);
    let (after, _) = merged(&lines);
    assert_eq!(before[0].id, after[0].id);
    assert_ne!(after[0].id, after[1].id);
}
