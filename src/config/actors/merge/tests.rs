//! What becomes of the text of an actor file when entries are written into it.

use crate::analysis::register::{Entry, EntryKind, Title};
use crate::config::actors::merge::{MergeError, merge};
use crate::config::actors::{read, toml_of};
use crate::config::parse_date;

const FILE: &str = "# The desk's who's who.\n\n[[actor]] # since the flood\nname = \"Rosa Weil\"\nkind = \"person\"\n\
    aliases = [\n  \"R. Weil\", # in tables\n]\ntitle = \"Mayor\"\n";

fn weil() -> Entry {
    Entry::named("rosa-weil", EntryKind::Person, "Rosa Weil")
}

#[test]
fn what_is_added_can_be_read_again() {
    let mut entry = Entry::named("holt", EntryKind::Person, "Tom “Duke” Holt");
    entry.aliases = vec!["T. Holt".into()];
    entry.note = Some("two\nlines".into());
    entry.attributes = vec![
        ("desk".into(), "Business".into()),
        ("first language".into(), "Oresian".into()),
    ];
    let day = |text| parse_date(text);
    for (text, from, until) in [
        ("captain", None, None),
        ("Harbour Master", day("2029-09-01"), day("2031-03-31")),
    ] {
        entry.titles.push(Title {
            text: text.into(),
            valid_from: from,
            valid_until: until,
        });
        let (entries, problems) = read(&toml_of(&entry));
        assert_eq!(problems, []);
        assert_eq!(
            entries,
            [Entry {
                line: 1,
                ..entry.clone()
            }]
        );
    }
}

#[test]
fn comments_and_order_are_kept() {
    let mut more = weil();
    more.aliases = vec!["R. Weil".into(), "Rosa B. Weil".into()];
    more.pronouns = Some("she/her".into());
    let merged = merge(FILE, &[more, Entry::named("holt", EntryKind::Person, "Tom Holt")]).unwrap();
    assert_eq!(
        (merged.added.as_slice(), merged.extended.as_slice()),
        (["holt".into()].as_slice(), ["rosa-weil".into()].as_slice())
    );
    for kept in ["# The desk's who's who.", "# since the flood", "# in tables"] {
        assert!(merged.text.contains(kept), "{}", merged.text);
    }
    let (entries, problems) = read(&merged.text);
    assert_eq!(problems, []);
    assert_eq!(entries[0].aliases, ["R. Weil", "Rosa B. Weil"]);
    assert_eq!(entries[0].pronouns.as_deref(), Some("she/her"));
    assert_eq!(entries[1].id, "holt");
}

#[test]
fn nothing_new_leaves_the_text_as_it_is() {
    let mut same = weil();
    same.titles = vec![Title {
        text: "mayor".into(),
        valid_from: None,
        valid_until: None,
    }];
    let merged = merge(FILE, &[same]).unwrap();
    assert_eq!(merged.text, FILE);
    assert_eq!(
        (merged.added.len(), merged.extended.len(), merged.kept.len()),
        (0, 0, 0)
    );
}

#[test]
fn the_word_of_the_file_is_kept_and_reported() {
    let mut other = Entry::named("rosa-weil", EntryKind::Organization, "Rosa Weill");
    other.titles = vec![Title {
        text: "Mayor".into(),
        valid_from: parse_date("2030-01-01"),
        valid_until: None,
    }];
    let merged = merge(FILE, &[other]).unwrap();
    assert_eq!(merged.text, FILE);
    assert_eq!(merged.kept.len(), 3, "{:?}", merged.kept);
}

#[test]
fn a_second_title_makes_a_list() {
    let mut more = weil();
    more.titles = vec![Title {
        text: "Senator".into(),
        valid_from: None,
        valid_until: None,
    }];
    let merged = merge(FILE, &[more.clone()]).unwrap();
    let titles: Vec<_> = read(&merged.text)
        .0
        .remove(0)
        .titles
        .into_iter()
        .map(|title| title.text)
        .collect();
    assert_eq!(titles, ["Mayor", "Senator"]);
    let tables = "[[actor]]\nname = \"Rosa Weil\"\nkind = \"person\"\n\n[[actor.titles]]\ntitle = \"Mayor\"\n";
    let merged = merge(tables, &[more]).unwrap();
    assert_eq!(read(&merged.text).0[0].titles.len(), 2, "{}", merged.text);
}

#[test]
fn rows_that_go_on_with_a_new_entry_are_joined() {
    let mut one = weil();
    one.titles = vec![Title {
        text: "Mayor".into(),
        valid_from: None,
        valid_until: None,
    }];
    let mut two = weil();
    two.titles = vec![Title {
        text: "Senator".into(),
        valid_from: None,
        valid_until: None,
    }];
    let merged = merge("", &[one, two]).unwrap();
    assert_eq!(merged.added, ["rosa-weil"]);
    assert_eq!(read(&merged.text).0[0].titles.len(), 2);
}

#[test]
fn many_rows_of_one_person_take_no_longer_than_their_number() {
    const MANY: usize = 20_000;
    let rows: Vec<Entry> = (0..MANY)
        .map(|number| {
            let mut more = weil();
            more.aliases = vec![format!("Rosa Weil {number}").into()];
            more.titles = vec![Title {
                text: format!("Mayor of Velden {number}").into(),
                valid_from: None,
                valid_until: None,
            }];
            more
        })
        .collect();
    for (file, before) in [(FILE, 1), ("", 0)] {
        let merged = merge(file, &rows).unwrap();
        assert_eq!(merged.added.len() + merged.extended.len(), 1);
        let entries = read(&merged.text).0;
        let weil = entries.iter().find(|entry| entry.name == "Rosa Weil").unwrap();
        assert_eq!(weil.titles.len(), MANY + before);
        // Once more, and nothing changes.
        assert_eq!(merge(&merged.text, &rows).unwrap().text, merged.text);
    }
}

#[test]
fn what_is_no_actor_file_is_refused() {
    assert!(matches!(merge("[[actor\n", &[weil()]), Err(MergeError::Toml(_))));
    assert_eq!(merge("actor = []\n", &[weil()]), Err(MergeError::InlineList));
}
