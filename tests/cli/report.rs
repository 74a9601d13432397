//! `report`: who speaks in drafts, as a desk reads it.

use serde_json::Value;

use crate::{copydesk, folder, run, write};

const STRIKE: &str = "---\ntitle: Crews call off strike\ndate: 2031-05-12\ndesk: Transport\n---\n\n\
    Crews called off a strike on Monday.\n\n\
    “We have a promise in writing, and we will hold them to it,” said Oskar Lindqvist, who leads the union.\n\n\
    The ferries carried 2.3 million passengers last year. Services will resume on Tuesday.\n\n\
    “The rosters are fair,” the company's spokesman said.\n";

const LIBRARY: &str = "---\ntitle: Library opens\ndate: 2031-06-03\nsection: Culture\n---\n\n\
    The library opened on Tuesday.\n\n“It was time,” Oskar Lindqvist said.\n";

const ACTORS: &str = "[[actor]]\nname = \"Oskar Lindqvist\"\nkind = \"person\"\n\
    attributes = { expertise = \"labor law\", desk = \"Transport\" }\n";

#[test]
fn the_sources_of_a_draft_are_a_table() {
    let folder = folder(&[("strike.md", STRIKE)]);
    let run = run(copydesk(&folder).args(["report", "strike.md"]));
    assert_eq!(run.code, 0, "{}", run.stderr);
    let expected = "\
strike.md
Crews call off strike
Monday, May 12, 2031 · desk: Transport · 48 words, 17 of them quoted

Source                   Named as   Quotations  Quoted words  Share  First
Oskar Lindqvist          named               1            13    77%  paragraph 2, line 9
the company's spokesman  role only           1             4    24%  paragraph 4, line 13

The longest stretch in which nobody is quoted or cited: paragraph 3 of 4, 13 words, from line 11.
";
    assert_eq!(run.stdout, expected);
}

#[test]
fn drafts_are_summed_by_month_desk_source_and_attribute() {
    let folder = folder(&[
        ("strike.md", STRIKE),
        ("library.md", LIBRARY),
        ("actors.toml", ACTORS),
        (
            "fremd.txt",
            "Die Fähre fährt heute nicht, weil der Hafen im Nebel liegt und niemand weiß, wann er sich hebt. Am Kai warten seit dem Morgen viele Leute, die noch vor dem Abend zu Hause sein wollten. Der Kapitän sagte, man müsse eben Geduld haben.\n",
        ),
    ]);
    let text = run(copydesk(&folder).args(["report", "."]));
    assert_eq!(text.code, 0, "{}", text.stderr);
    for line in [
        "Left alone, because not in English: 1 draft",
        "2031-05       1           0        2",
        "Oskar Lindqvist  named     oskar-lindqvist       2           2      16    80%  2031-05-12  2031-06-03",
        "expertise  labor law        2           2      16    80%",
        "expertise  not given        1           1       4    20%",
        "One source only: 1 draft\n  library.md",
    ] {
        assert!(text.stdout.contains(line), "{line}\n{}", text.stdout);
    }
    let csv = run(copydesk(&folder).args(["report", "--by", "desk", "--format", "csv", "."]));
    let desks: Vec<&str> = csv.stdout.lines().map(|line| line.split(',').next().unwrap()).collect();
    assert_eq!(desks, ["\u{feff}desk", "Culture", "Transport"]);
}

#[test]
fn each_source_of_each_draft_is_a_record() {
    let folder = folder(&[
        ("a/strike.md", STRIKE),
        ("a/library.md", LIBRARY),
        ("a/quiet.md", "Nobody spoke.\n"),
    ]);
    let run = run(copydesk(&folder).args(["report", "--format", "csv", "a"]));
    let expected = "\u{feff}path,date,desk,source,standing,title,entry,quotations,words,percent,first_paragraph,first_line,single_source,attributes\r\n\
        a/library.md,2031-06-03,Culture,Oskar Lindqvist,named,,,1,3,100.0,2,9,yes,\r\n\
        a/quiet.md,,,,,,,0,0,0.0,,,,\r\n\
        a/strike.md,2031-05-12,Transport,Oskar Lindqvist,named,,,1,13,76.5,2,9,,\r\n\
        a/strike.md,2031-05-12,Transport,the company's spokesman,role-only,,,1,4,23.5,4,13,,\r\n";
    assert_eq!((run.code, run.stdout.as_str()), (0, expected), "{}", run.stderr);
}

#[test]
fn a_report_as_json_is_one_object_that_does_not_depend_on_the_threads() {
    let mut files: Vec<(String, String)> = Vec::new();
    for number in 0..70 {
        let text = STRIKE.replace(
            "Oskar Lindqvist",
            &format!("Oskar Lind{}", "abcdefg".repeat(1 + number % 3)),
        );
        files.push((format!("{number:02}.md"), text));
    }
    let files: Vec<(&str, &str)> = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let folder = folder(&files);
    let one = run(copydesk(&folder).args(["report", "--format", "json", "--jobs", "1", "."]));
    let all = run(copydesk(&folder).args(["report", "--format", "json", "."]));
    assert!(
        one.stdout == all.stdout,
        "another order of threads gives another report"
    );
    let report: Value = serde_json::from_str(&all.stdout).unwrap();
    assert_eq!(report["drafts"].as_array().unwrap().len(), 70);
    assert_eq!(report["total"]["drafts"], 70);
    assert_eq!(report["total"]["by_standing"]["role-only"]["words"], 280);
    assert_eq!(report["sources"].as_array().unwrap().len(), 3, "{}", report["sources"]);
    assert_eq!(report["drafts"][0]["sources"][0]["quotations"][0]["paragraph"], 2);
    assert_eq!(report["months"][0]["month"], "2031-05");
}

#[test]
fn a_bad_file_is_told_and_the_rest_is_in_the_report() {
    let folder = folder(&[("a.md", STRIKE), ("c.md", LIBRARY)]);
    write(folder.path(), "b.md", b"\xff\xfe\x00");
    let run = run(copydesk(&folder).args(["report", "--format", "json", "."]));
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("b.md: is encoded as UTF-16"), "{}", run.stderr);
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(report["total"]["drafts"], 2);
    assert_eq!(report["unread"], serde_json::json!(["b.md"]));
    let page = crate::run(copydesk(&folder).args(["report", "--format", "html", "."]));
    assert!(
        page.stdout.contains("1 draft could not be read: b.md"),
        "{}",
        page.stderr
    );
}

#[test]
fn where_nothing_can_be_read_nothing_is_written() {
    let folder = folder(&[("page.html", "before")]);
    write(folder.path(), "b.md", b"\xff\xfe\x00");
    let run = run(copydesk(&folder).args(["report", "--format", "html", "-o", "page.html", "b.md"]));
    assert_eq!((run.code, run.stdout.as_str()), (2, ""));
    assert_eq!(
        std::fs::read_to_string(folder.path().join("page.html")).unwrap(),
        "before"
    );
    let same = crate::run(copydesk(&folder).args(["report", "-o", "page.html", "page.html"]));
    assert_eq!(same.code, 2);
    assert!(same.stderr.contains("is a draft to report on"), "{}", same.stderr);
    assert_eq!(
        std::fs::read_to_string(folder.path().join("page.html")).unwrap(),
        "before"
    );
}

#[test]
fn a_report_in_the_folder_is_no_draft_of_the_next_one() {
    let folder = folder(&[("a.md", STRIKE)]);
    let arguments = ["report", "--format", "html", "-o", "report.html", "."];
    assert_eq!(run(copydesk(&folder).args(arguments)).code, 0);
    let first = std::fs::read_to_string(folder.path().join("report.html")).unwrap();
    assert_eq!(run(copydesk(&folder).args(arguments)).code, 0);
    assert_eq!(
        std::fs::read_to_string(folder.path().join("report.html")).unwrap(),
        first
    );
}

/// A draft in which everything that a page shows tries to be more than text.
const HOSTILE: &str = "---\ntitle: '</title><script>alert(1)</script>'\ndate: 2031-05-12\n\
    desk: '\"><img src=x onerror=alert(2)>'\n---\n\n\
    “Stop </style><script>alert(3)</script> it \u{202e}now,” Mayor Rosa <b onclick=\"alert(4)\">Weil</b> said on Monday.\n\n\
    \"><svg onload=alert(5)> Tom O'Holt met Rosa Weil on Tuesday. The the <a href=\"javascript:alert(6)\">quay</a> is shut.\n\n\
    “I am `<iframe src=//evil.example>` here,” said Tom O'Holt, the \"&lt;script&gt;\" man.\n";

#[test]
fn nothing_that_a_draft_says_is_markup_in_a_page() {
    let folder = folder(&[
        ("<img src=x>.txt", HOSTILE),
        ("b.md", HOSTILE),
        ("c.html", &format!("<h1>{HOSTILE}</h1>")),
    ]);
    for paths in [&["b.md"][..], &["."]] {
        let page = run(copydesk(&folder).args(["report", "--format", "html"]).args(paths));
        assert_eq!(page.code, 0, "{}", page.stderr);
        let page = page.stdout;
        let kept = [
            "script",
            "img",
            "iframe",
            "link",
            "object",
            "form",
            "base",
            "b ",
            "a href=\"j",
        ];
        for element in kept {
            assert!(!page.contains(&format!("<{element}")), "<{element} in\n{page}");
        }
        for tag in page.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
            assert!(!tag.contains(" on"), "<{tag}>");
            assert!(!tag.contains("style="), "<{tag}>");
            assert!(!tag.contains("src="), "<{tag}>");
        }
        for address in page.split("href=\"").skip(1) {
            assert!(address.starts_with("#draft-"), "{address}");
        }
        assert!(
            !page.contains('\u{202e}'),
            "nothing turns the direction of the page around"
        );
        assert!(page.contains("default-src 'none'; style-src 'sha256-"), "{page}");
        assert!(page.contains("&lt;/title&gt;&lt;script&gt;"), "{page}");
    }
}

#[test]
fn a_page_on_a_story_has_all_parts_in_words() {
    let met = "Foreign Minister Rosa Weil met Senator Tom Holt in Kessel on Monday, May 5, 2031.\n\n“We have moved further than \
               ever before,” Weil said.\n\nThe the talks go on on Thursday.\n";
    let folder = folder(&[("story.txt", met)]);
    let page = run(copydesk(&folder).args(["report", "--format", "html", "story.txt"])).stdout;
    for part in [
        "<p class=\"kicker\">Story report</p>",
        "Monday, May 5, 2031",
        "aria-label=\"Arrows from Rosa Weil to Tom Holt.",
        "<blockquote dir=\"auto\">“We have moved further than ever before,”</blockquote>",
        "Repeated word: “the”",
        "id=\"draft-1-quotation-1\"",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    for drawing in page.split("<svg").skip(1) {
        let tag = drawing.split('>').next().unwrap();
        assert!(
            tag.contains("aria-hidden=\"true\"") || tag.contains("aria-label="),
            "{tag}"
        );
    }
}

#[test]
fn by_is_for_tables() {
    let folder = folder(&[("a.md", STRIKE)]);
    let run = run(copydesk(&folder).args(["report", "--by", "month", "--format", "html", "a.md"]));
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("`--by` is for `text` and `csv`"), "{}", run.stderr);
}
