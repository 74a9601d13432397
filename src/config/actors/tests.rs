//! What an actor file says and how its mistakes are reported. Names are invented.

use crate::analysis::register::{Entry, EntryKind, Register};
use crate::config::Problem;
use crate::config::actors::conflicts::conflicts;
use crate::config::actors::read::read;
use crate::config::parse_date;

/// All problems, those between entries too.
fn checked(text: &str) -> (Vec<Entry>, Vec<Problem>) {
    let (entries, mut problems) = read(text);
    let register = Register::new(entries);
    problems.extend(conflicts(&register));
    (register.entries().to_vec(), problems)
}

/// The problems as "line key error|warning: message".
fn reported(text: &str) -> Vec<String> {
    let line = |problem: &Problem| {
        let level = if problem.is_error { "error" } else { "warning" };
        format!("{} {} {level}: {}", problem.line, problem.key, problem.message)
    };
    checked(text).1.iter().map(line).collect()
}

const WEIL: &str = "[[actor]]\nkind = \"person\"\nname = \"Rosa Weil\"\n";

#[test]
fn an_entry_is_read_with_all_its_keys() {
    let text = "[[actor]]\nid = \"weil\"\nkind = \"person\"\nname = \"Rosa Weil\"\naliases = [\"Rosa B. Weil\"]\n\
        misspellings = [\"Rosa Wiel\"]\npronouns = \"she/her\"\naffiliation = \"Harbour Board\"\nnote = \"Ask twice.\"\n\
        link = \"https://example.org/weil\"\ntitle = \"Mayor\"\ntitles = [\"captain\", { title = \"Harbour Master\", \
        valid-from = 2029-09-01, valid-until = \"2031-03-31\" }]\n\n[[actor]]\nkind = \"government\"\nname = \"Norland\"\n\n\
        [[actor.titles]]\ntitle = \"member of the Straits Forum\"\n";
    let (entries, problems) = checked(text);
    assert_eq!(problems, []);
    let [weil, norland] = entries.as_slice() else {
        panic!("{entries:?}")
    };
    assert_eq!(
        (weil.id.as_str(), weil.name.as_str(), weil.line),
        ("weil", "Rosa Weil", 1)
    );
    let titles: Vec<_> = weil.titles.iter().map(|title| title.text.as_str()).collect();
    assert_eq!(titles, ["Mayor", "captain", "Harbour Master"]);
    assert_eq!(weil.titles[2].valid_until, parse_date("2031-03-31"));
    assert!(weil.titles[2].is_held_on(parse_date("2030-01-01").unwrap()));
    assert!(!weil.titles[2].is_held_on(parse_date("2031-04-01").unwrap()));
    assert_eq!(
        (norland.id.as_str(), norland.kind, norland.line),
        ("norland", EntryKind::Government, 14)
    );
    assert_eq!(norland.titles[0].text, "member of the Straits Forum");
}

#[test]
fn mistakes_in_an_entry_are_reported_with_line_and_key() {
    let text = "[[actor]]\nkind = \"persn\"\nname = \"\"\nlink = \"file:///etc/passwd\"\naliases = \"Weil\"\n\
        titles = [{ valid-from = 2031-01-01 }, { title = \"Mayor\", valid-from = 2031-02-01, valid-until = 2031-01-01 },\n\
        { title = \"Mayor\", valid-from = \"soon\" }]\nshoe-size = 41\n\n[[actor]]\n";
    let told = reported(text);
    let starts = [
        "2 actor.kind error: “actor.kind” must be \"person\", \"organization\", \"government\", \"place\" or \"other\"; did you mean “person”?",
        "3 actor.name error: “actor.name” must be a name on one line, with at least one letter",
        "4 actor.link error: “actor.link” must be an address that begins with https://",
        "5 actor.aliases error: “actor.aliases” must be a list of strings",
        "6 actor.titles error: “actor.titles” has no “title”",
        "6 actor.titles error: “valid-from” (2031-02-01) is later than “valid-until” (2031-01-01)",
        "7 actor.titles.valid-from error: “actor.titles.valid-from” must be a calendar day as YYYY-MM-DD",
        "8 actor.shoe-size warning: unknown key “shoe-size” in an entry",
        "10 actor.name error: this entry has no “name”",
        "10 actor.kind error: this entry has no “kind”; it must be",
    ];
    assert_eq!(told.len(), starts.len(), "{told:#?}");
    for (told, start) in told.iter().zip(starts) {
        assert!(told.starts_with(start), "{told}\n{start}");
    }
}

#[test]
fn attributes_are_the_newsrooms_own_words() {
    let (entries, problems) = checked(&format!(
        "{WEIL}attributes = {{ desk = \"Business\", \"first language\" = \"Oresian\" }}\n\n\
         [[actor]]\nkind = \"person\"\nname = \"Tom Holt\"\n[actor.attributes]\nexpertise = \"shipping\"\n"
    ));
    assert_eq!(problems, []);
    let of = |at: usize| -> Vec<String> {
        let attributes = entries[at].attributes.iter();
        attributes.map(|(name, value)| format!("{name}: {value}")).collect()
    };
    assert_eq!(of(0), ["desk: Business", "first language: Oresian"]);
    assert_eq!(of(1), ["expertise: shipping"]);
    let wrong = [
        (
            "\"desk\"",
            "4 actor.attributes error: “actor.attributes” must be a table of strings",
        ),
        (
            "{ desk = 3 }",
            "4 actor.attributes.desk error: “actor.attributes.desk” must be a string",
        ),
        (
            "{ \" \" = \"x\" }",
            "4 actor.attributes error: the name of an attribute has letters",
        ),
    ];
    for (value, told) in wrong {
        let reported = reported(&format!("{WEIL}attributes = {value}\n"));
        assert!(reported[0].starts_with(told), "{reported:?}");
    }
}

#[test]
fn a_mistake_costs_its_entry_alone() {
    let text = format!(
        "{WEIL}\n[[actor]]\nkind = 3\nname = \"Tom Holt\"\n\n[[actor]]\nkind = \"person\"\nname = \"Ana Ruiz\"\n"
    );
    let names: Vec<_> = checked(&text).0.into_iter().map(|entry| entry.name).collect();
    assert_eq!(names, ["Rosa Weil", "Ana Ruiz"]);
}

#[test]
fn a_name_or_an_id_that_is_taken_is_reported_with_the_line_of_the_other() {
    let text = format!(
        "{WEIL}\n[[actor]]\nid = \"rosa-weil\"\nkind = \"person\"\nname = \"Rosa Holt\"\naliases = [\"rosa weil\"]\n"
    );
    assert_eq!(
        reported(&text),
        [
            "5 actor.id error: the id “rosa-weil” is taken by the entry in line 1; give one of them another “id”",
            "5 actor.aliases error: “rosa weil” is an alias of “rosa-weil” and was the name of “rosa-weil” in line 1; \
             a name can mean one of them only",
        ]
    );
}

#[test]
fn an_alias_that_is_another_ones_misspelling_is_a_cycle() {
    let text = format!(
        "{WEIL}aliases = [\"Rosa Lund\"]\nmisspellings = [\"Rosa Wiel\"]\n\n[[actor]]\nkind = \"person\"\nname = \"Rosa Wiel\"\n\
         misspellings = [\"Rosa Lund\"]\n"
    );
    let told = reported(&text);
    assert_eq!(told.len(), 2, "{told:#?}");
    assert!(told[1].contains("“Rosa Lund” is a misspelling of “rosa-wiel” and was an alias of “rosa-weil” in line 1"));
    assert!(told[0].contains("“Rosa Wiel” is the name of “rosa-wiel” and was a misspelling of “rosa-weil”"));
}

#[test]
fn a_name_that_is_right_and_wrong_at_once_is_an_error_and_one_written_twice_a_warning() {
    let twice = reported(&format!("{WEIL}aliases = [\"Rosa Weil\"]\n"));
    assert!(twice[0].starts_with("1 actor.aliases warning: "), "{twice:?}");
    let both = reported(&format!("{WEIL}misspellings = [\"ROSA WEIL\"]\n"));
    assert!(both[0].starts_with("1 actor.misspellings error: "), "{both:?}");
    let accent = reported("[[actor]]\nkind = \"person\"\nname = \"Ana Peña\"\nmisspellings = [\"Ana Pena\"]\n");
    assert_eq!(accent, [""; 0]);
}

#[test]
fn text_that_is_no_toml_and_unknown_tables_are_reported() {
    assert!(reported("[[actor]]\nname = Rosa\n")[0].starts_with("2  error: this is not valid TOML"));
    assert!(
        reported("[[actor]]\nkind = \"person\"\nname = \"R W\"\ntitle = { title = \"x\", valid-from = 2031-02-31 }\n")
            [0]
        .starts_with("4 ")
    );
    assert_eq!(
        reported("[[actors]]\nname = \"x\"\n"),
        ["1 actors warning: unknown key “actors”; did you mean “actor”?"]
    );
    assert!(reported("actor = 3\n")[0].starts_with("1 actor error: “actor” must be a list of entries"));
    assert_eq!(reported(""), [""; 0]);
    assert_eq!(reported(&format!("\u{feff}{WEIL}")), [""; 0]);
}

#[test]
fn lines_are_right_in_long_files_and_mistakes_are_bounded() {
    let mut text = String::new();
    for number in 0..3000 {
        text.push_str(&format!(
            "[[actor]]\nkind = \"person\"\nname = \"Rosa {number}\"\nnote = \"of the list\"\n\n"
        ));
    }
    assert_eq!(checked(&text).0.len(), 3000);
    let last = format!("{text}[[actor]]\nkind = \"person\"\nname = \"Rosa 7\"\n");
    let of_last = reported(&last);
    assert!(of_last[0].starts_with("15001 actor.id error: "), "{of_last:?}");
    assert!(of_last[1].contains("in line 36;"), "{of_last:?}");
    let broken = reported(&text.replace("\"person\"", "\"pers\""));
    assert_eq!(broken.len(), 101);
    assert!(
        broken[100].ends_with("2900 more mistakes are not shown"),
        "{}",
        broken[100]
    );
}

#[test]
fn what_looks_like_an_entry_inside_a_long_string_is_none() {
    let padding = "# padding\n".repeat(7000);
    let trap = format!("{WEIL}note = \"\"\"\n{padding}[[actor]]\nname = 3\n\"\"\"\n");
    let (entries, problems) = checked(&trap);
    assert_eq!((entries.len(), problems), (1, Vec::new()));
    let holt = "[[actor]]\nkind = \"person\"\nname = \"Tom Holt\"\n";
    let wrong = reported(&format!("{trap}{holt}{padding}[[actor]]\nname = Ana\n"));
    assert_eq!(wrong.len(), 1, "{wrong:?}");
    assert!(
        wrong[0].starts_with("14012  error: this is not valid TOML"),
        "{wrong:?}"
    );
}
