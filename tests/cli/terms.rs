//! The newsroom's own words: `[[terms]]`, `lint --test-rules` and `publication`.

use serde_json::Value;

use crate::{copydesk, folder, run};

const LIST: &str = r#"
[[terms]]
words = ["utilize"]
replacement = "use"
inflect = true
safe = true
flagged = ["Crews utilize it.", "Crews utilized it."]
clean = ["Crews use it."]
"#;

fn marked(stdout: &str) -> Vec<(String, String, String)> {
    let findings: Vec<Value> = serde_json::from_str(stdout).unwrap();
    let text = |one: &Value, key: &str| one[key].as_str().unwrap().to_owned();
    findings
        .iter()
        .map(|one| (text(one, "path"), text(one, "code"), text(one, "message")))
        .collect()
}

#[test]
fn terms_are_found_fixed_ignored_and_set_aside() {
    let list = format!("{LIST}\n[[overrides]]\npaths = [\"old/\"]\nrules.house-term = \"off\"\n");
    let draft =
        "Crews utilize cranes.\n\n<!-- copydesk: ignore house-term: the name of the firm -->\nUtilize Inc. slept.\n";
    let folder = folder(&[
        (".git/HEAD", ""),
        ("copydesk.toml", &list),
        ("story.md", draft),
        ("old/story.md", draft),
    ]);
    let lint = |arguments: &[&str]| run(copydesk(&folder).arg("lint").args(arguments));
    let found = marked(&lint(&["--format", "json", "story.md"]).stdout);
    let message = "House style: “use”, not “utilize”";
    assert_eq!(
        found[0],
        ("story.md".to_owned(), "house-term".to_owned(), message.to_owned())
    );
    assert_eq!(found.len(), 2, "{found:?}");
    let old = marked(&lint(&["--format", "json", "old"]).stdout);
    assert!(old.iter().all(|(_, code, _)| code == "unused-suppression"), "{old:?}");
    assert_eq!(lint(&["--write-baseline", "known.json", "story.md"]).code, 0);
    assert_eq!(lint(&["--baseline", "known.json", "story.md"]).code, 0);
    assert_eq!(lint(&["--fix", "story.md"]).code, 0);
    let fixed = std::fs::read_to_string(folder.path().join("story.md")).unwrap();
    assert!(
        fixed.starts_with("Crews use cranes.\n") && fixed.contains("Utilize Inc."),
        "{fixed}"
    );
}

#[test]
fn a_configuration_extends_the_list_of_another_one() {
    let folder = folder(&[
        (".git/HEAD", ""),
        ("house.toml", LIST),
        (
            "copydesk.toml",
            "extend = \"house.toml\"\n[[terms]]\nwords = [\"mob\"]\n",
        ),
        ("story.txt", "The mob utilizes cranes.\n"),
    ]);
    let found = marked(&run(copydesk(&folder).args(["lint", "--format", "json", "story.txt"])).stdout);
    let messages: Vec<&str> = found.iter().map(|(.., message)| message.as_str()).collect();
    assert_eq!(
        messages,
        ["Not house style: “mob”", "House style: “uses”, not “utilizes”"]
    );
    let tested = run(copydesk(&folder).args(["lint", "--test-rules"]));
    assert_eq!(tested.code, 0, "{}{}", tested.stdout, tested.stderr);
    assert!(
        tested.stdout.contains("without an example: 1 of the terms"),
        "{}",
        tested.stdout
    );
}

#[test]
fn examples_that_do_not_hold_are_told_with_their_line() {
    let list =
        "[[terms]]\nwords = [\"mob\"]\nflagged = [\"The mobs came.\", \"The mob came.\"]\nclean = [\"A mob.\"]\n";
    let folder = folder(&[("copydesk.toml", list)]);
    let tested = run(copydesk(&folder).args(["lint", "--test-rules"]));
    assert_eq!(tested.code, 1, "{}", tested.stderr);
    let lines: Vec<&str> = tested.stdout.lines().collect();
    assert!(
        lines[0].ends_with("copydesk.toml:2: nothing is found in “The mobs came.”"),
        "{lines:?}"
    );
    assert!(
        lines[1].ends_with("copydesk.toml:2: “mob” is found in “A mob.”"),
        "{lines:?}"
    );
    assert!(lines[2].ends_with(" hold, 2 not"), "{lines:?}");
    assert_eq!(lines.len(), 3, "{lines:?}");
    let quiet = run(copydesk(&folder).args(["lint", "--test-rules", "--quiet"]));
    assert_eq!((quiet.code, quiet.stdout.lines().count()), (1, 2));
}

#[test]
fn the_examples_on_the_pages_of_the_rules_hold() {
    let tested = run(copydesk(".").args(["lint", "--test-rules", "--isolated"]));
    assert_eq!(tested.code, 0, "{}{}", tested.stdout, tested.stderr);
    let rules = copydesk::rules::RULES.len();
    assert_eq!(tested.stdout, format!("{} examples hold, 0 not\n", 2 * rules));
}

#[test]
fn a_list_that_cannot_be_used_stops_the_run_and_costs_no_time() {
    for (list, said) in [
        ("[[terms]]\npattern = '(\\w{1,99}\\s){99}'\n", "too large"),
        (
            "[[terms]]\nwords = [\"a\"]\npattern = 'b'\n",
            "either words or a pattern",
        ),
        ("[[terms]]\nwords = [\"a\"]\nlevel = \"loud\"\n", "must be one of"),
    ] {
        let folder = folder(&[("copydesk.toml", list), ("story.txt", "It rained.\n")]);
        for arguments in [&["lint", "story.txt"][..], &["lint", "--test-rules"]] {
            let run = run(copydesk(&folder).args(arguments));
            assert_eq!(run.code, 2, "{list}: {}", run.stderr);
            assert!(run.stderr.contains(said), "{list}: {}", run.stderr);
        }
    }
}

#[test]
fn the_paper_is_no_actor_of_its_stories() {
    let draft =
        "Ana Weil met Rosa Quist in Kessel. The Ostby Courier sued Weil. “It is late,” Quist told the Courier.\n";
    let folder = folder(&[
        (".git/HEAD", ""),
        ("copydesk.toml", "publication = \"Ostby Courier\"\n"),
        ("story.txt", draft),
    ]);
    let names = |arguments: &[&str]| {
        let run = run(copydesk(&folder).arg("extract").args(arguments).arg("story.txt"));
        let value: Value = serde_json::from_str(&run.stdout).unwrap();
        let actors = value["actors"].as_array().unwrap().clone();
        actors
            .iter()
            .map(|actor| actor["name"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert!(names(&["--isolated"]).contains(&"Ostby Courier".to_owned()));
    assert_eq!(names(&[]), ["Ana Weil", "Rosa Quist", "Kessel"]);
    let shown = run(copydesk(&folder).args(["lint", "--show-settings", "story.txt"]));
    assert!(
        shown.stdout.contains("publication = [\"ostby courier\"]"),
        "{}",
        shown.stdout
    );
}

#[test]
fn the_list_of_words_is_shown_as_it_is_written() {
    let written = "[[terms]]\nwords = [\"utilize\"]\ninflect = true\nreplacement = [\"use\"]\nlevel = \"error\"\n\
                   message = \"Plain words\"\nscope = \"both\"\nsafe = true\n\n[[terms]]\npattern = \"\\\\d+ ?%\"\n\
                   level = \"warning\"\nscope = \"outside\"\n";
    let folder = folder(&[("copydesk.toml", written), ("story.txt", "It rained.\n")]);
    let shown = run(copydesk(&folder).args(["lint", "--show-settings", "story.txt"]));
    assert!(shown.stdout.ends_with(written), "{}", shown.stdout);
}

#[test]
fn a_draft_to_review_has_its_fixes_and_remarks_as_marks() {
    let folder = folder(&[
        (
            "story.md",
            "---\ntitle: The the quay\n---\n\nThe quay of of Kessel is shut, said Ana Weil, TK.\n",
        ),
        ("other.md", "It rained.\n"),
    ]);
    let critic = run(copydesk(&folder).args(["lint", "--format", "critic", "story.md"]));
    assert_eq!(
        critic.stdout,
        "---\ntitle: The the quay\n---\n{>>doubled-word: Repeated word: “the”<<}\n\nThe quay of{-- of--}{>>doubled-word: Repeated word: \
         “of”<<} Kessel is shut, said Ana Weil, {==TK==}{>>placeholder-left: Something is missing here: “TK”<<}.\n"
    );
    assert_eq!(critic.code, 1);
    let several = run(copydesk(&folder).args(["lint", "--format", "critic", "."]));
    assert_eq!(several.code, 2);
    assert!(several.stderr.contains("name one"), "{}", several.stderr);
}
