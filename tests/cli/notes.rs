//! `copydesk verify`, and drafts that are linted with notes.

use serde_json::Value;

use crate::{copydesk, folder, run, write};

const DRAFT: &str = "“We will close the harbor this winter,” Ana Lund said.\n\n“It is a matter of weeks,” she said.\n";

const NOTES: &str =
    "[00:04] LUND: We will not close the harbor this winter.\n\n[00:19] LUND: It's a matter of weeks.\n";

#[test]
fn a_table_shows_what_was_said_and_where() {
    let folder = folder(&[("story.txt", DRAFT), ("story.notes.txt", NOTES)]);
    let run = run(copydesk(&folder).args(["verify", "story.txt"]));
    assert_eq!(run.code, 1, "{}", run.stderr);
    let expected = "\
story.txt:1:2: near           “We will close the harbor this winter,”  story.notes.txt:1:15 (LUND, 00:04)
    We will [+ not] close the harbor this winter, (negation)
story.txt:3:2: folded         “It is a matter of weeks,”  story.notes.txt:3:15 (LUND, 00:19)
    but for spelling
2 quotations: 1 folded, 1 near
";
    assert_eq!(run.stdout, expected);
}

#[test]
fn json_has_the_same_with_offsets() {
    let folder = folder(&[("story.txt", DRAFT), ("calls/talk.txt", NOTES)]);
    let run = run(copydesk(&folder).args(["verify", "story.txt", "--notes", "calls", "--format", "json"]));
    assert_eq!(run.code, 1, "{}", run.stderr);
    let rows: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(rows[0]["verdict"], "near");
    assert_eq!(
        rows[0]["changes"],
        serde_json::json!([{ "written": "", "said": "not", "weight": "negation" }])
    );
    let notes = &rows[0]["notes"];
    assert_eq!(
        (&notes["path"], &notes["speaker"]),
        (&Value::from("calls/talk.txt"), &Value::from("LUND"))
    );
    let at = |name: &str| usize::try_from(notes["span"][name].as_u64().unwrap()).unwrap();
    assert_eq!(
        &NOTES[at("start")..at("end")],
        "We will not close the harbor this winter"
    );
    assert_eq!(rows[1]["overlooked"], serde_json::json!(["spelling"]));
}

#[test]
fn the_exit_code_says_whether_all_is_said() {
    let said = "“It is a matter of weeks,” Ana Lund said.\n";
    let folder = folder(&[("story.txt", said), ("talk.txt", NOTES), ("none/story.txt", said)]);
    assert_eq!(
        run(copydesk(&folder).args(["verify", "story.txt", "--notes", "talk.txt"])).code,
        0
    );
    let none = run(copydesk(&folder).args(["verify", "none/story.txt"]));
    assert_eq!(none.code, 2);
    assert!(none.stderr.contains("no notes to compare with"), "{}", none.stderr);
    // Beside notes that nobody can read, nothing is said of any quotation.
    write(folder.path(), "talk.pdf", b"%PDF-1.7\n");
    let unread = run(copydesk(&folder).args(["verify", "story.txt", "--notes", "talk.pdf"]));
    assert_eq!((unread.code, unread.stdout.as_str()), (2, ""));
    assert!(unread.stderr.contains("talk.pdf"), "{}", unread.stderr);
    let missing = run(copydesk(&folder).args(["verify", "story.txt", "--notes", "tlak.txt"]));
    assert_eq!(missing.code, 2);
    assert!(missing.stderr.contains("tlak.txt: no such file"), "{}", missing.stderr);
}

#[test]
fn a_report_for_a_browser_marks_each_quotation() {
    let draft = "“We will close the harbor,” Ana Lund said.\n\n“It’s a matter of weeks,” she said.\n\n\
                 “The board has seen it <b>all</b>,” Lund said.\n";
    let notes = "[00:04] LUND: We will not close the harbor.\n\n[00:19] LUND: It's a matter of <i>weeks</i>.\n";
    let folder = folder(&[("story.txt", draft), ("story.notes.txt", notes)]);
    let page = run(copydesk(&folder).args(["report", "--format", "html", "story.txt"])).stdout;
    let text = |from: &str, to: &str| {
        let start = page.find(from).unwrap_or_else(|| panic!("{from} in {page}"));
        let rest = &page[start..];
        rest[..rest.find(to).unwrap_or(rest.len())].to_owned()
    };
    assert_eq!(
        text("3 quotations compared", "</p>"),
        "3 quotations compared with the notes: 1 folded, 1 near, 1 absent."
    );
    let near = text("draft-1-quotation-1", "</li><li id");
    for part in [
        "</svg><span class=\"visually-hidden\">Notes: </span>near</li>",
        "in the notes: story.notes.txt, line 1, LUND, 00:04",
        "Notes: words differ: “We will [+ not] close the harbor,”",
    ] {
        assert!(near.contains(part), "{part}: {near}");
    }
    let folded = text("draft-1-quotation-2", "</li><li id");
    assert!(
        folded.contains("but for punctuation") && !folded.contains("said look"),
        "{folded}"
    );
    // What notes say is text and never markup.
    assert!(!page.contains("<i>") && !page.contains("<b>all"), "{page}");
    assert!(page.contains("said look"), "{page}");
    // Without notes, nothing is said of them.
    std::fs::remove_file(folder.path().join("story.notes.txt")).unwrap();
    let without = run(copydesk(&folder).args(["report", "--format", "html", "story.txt"])).stdout;
    assert!(
        !without.contains("compared with the notes") && !without.contains("class=\"said"),
        "{without}"
    );
}

#[test]
fn drafts_that_cannot_be_read_have_no_count_of_quotations() {
    let folder = folder(&[
        ("story.txt", DRAFT),
        ("story.notes.txt", NOTES),
        ("rain.txt", "It rained.\n"),
    ]);
    for (draft, told) in [
        ("stroy.txt", "stroy.txt: no such file"),
        ("rain.txt", "no notes to compare with"),
    ] {
        let run = run(copydesk(&folder).args(["verify", draft]));
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{draft}");
        assert!(run.stderr.contains(told), "{}", run.stderr);
    }
    // A draft that was read is counted, whatever became of the others.
    let both = run(copydesk(&folder).args(["verify", "stroy.txt", "story.txt"]));
    assert_eq!(both.code, 2);
    assert!(
        both.stdout.ends_with("2 quotations: 1 folded, 1 near\n"),
        "{}",
        both.stdout
    );
    let without = run(copydesk(&folder).args(["verify", "rain.txt", "--notes", "story.notes.txt"]));
    assert_eq!((without.code, without.stdout.as_str()), (0, "No quotations.\n"));
}

/// The findings of `quote-mismatch` in a draft: level and message.
fn found(folder: &tempfile::TempDir, draft: &str) -> Vec<String> {
    let run = run(copydesk(folder).args(["lint", draft, "--format", "json", "--select", "quote-mismatch"]));
    assert!(run.code < 2, "{}", run.stderr);
    let findings: Value = serde_json::from_str(&run.stdout).unwrap();
    let told = |finding: &Value| {
        format!(
            "{}: {}",
            finding["level"].as_str().unwrap(),
            finding["message"].as_str().unwrap()
        )
    };
    let wanted = findings
        .as_array()
        .unwrap()
        .iter()
        .filter(|finding| finding.get("suppressed").is_none());
    wanted.map(told).collect()
}

const LOST: &str = "warning: The notes have “not” here; the quotation leaves it out";

#[test]
fn notes_are_found_beside_the_draft_and_where_it_or_the_configuration_says() {
    let named = format!("---\nnotes: [calls/talk.txt]\n---\n\n{DRAFT}");
    for files in [
        [("story.md", DRAFT), ("story.notes.md", NOTES)],
        [("story.md", DRAFT), ("notes/talk.txt", NOTES)],
        [("story.md", &named), ("calls/talk.txt", NOTES)],
    ] {
        assert_eq!(found(&folder(&files), "story.md"), [LOST], "{files:?}");
    }
    let configured = folder(&[
        (".git/HEAD", ""),
        ("copydesk.toml", "notes = \"calls/\"\n"),
        ("news/story.md", DRAFT),
        ("calls/talk.txt", NOTES),
    ]);
    assert_eq!(found(&configured, "news/story.md"), [LOST]);
    assert_eq!(found(&folder(&[("story.md", DRAFT)]), "story.md"), [""; 0]);
}

#[test]
fn a_finding_points_into_the_notes() {
    let folder = folder(&[("story.txt", DRAFT), ("story.notes.txt", NOTES)]);
    let lint = |format: &str| run(copydesk(&folder).args(["lint", "story.txt", "--format", format])).stdout;
    let text = lint("text");
    assert!(
        text.contains("note: Said here (LUND, 00:04)\n --> story.notes.txt:1:15\n"),
        "{text}"
    );
    assert!(
        text.contains("Compared with the notes: “We will [+ not] close the harbor this winter,”"),
        "{text}"
    );
    let findings: Value = serde_json::from_str(&lint("json")).unwrap();
    let related = &findings[0]["related"][0];
    assert_eq!(
        (&related["path"], &related["start"]["column"]),
        (&Value::from("story.notes.txt"), &Value::from(15))
    );
    let sarif: Value = serde_json::from_str(&lint("sarif")).unwrap();
    let place = &sarif["runs"][0]["results"][0]["relatedLocations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "story.notes.txt");
    assert_eq!(place["region"]["startColumn"], 15);
}

#[test]
fn notes_of_a_draft_are_no_drafts() {
    let folder = folder(&[("story.txt", "It rained.\n"), ("story.notes.txt", "It is is late.\n")]);
    let all = run(copydesk(&folder).args(["lint", "."]));
    assert_eq!(all.code, 0, "{}", all.stdout);
    let named = run(copydesk(&folder).args(["lint", "story.notes.txt"]));
    assert_eq!(named.code, 1, "{}", named.stdout);
}

#[test]
fn what_is_missing_or_cannot_be_read_is_told_in_the_draft() {
    let draft = format!("---\nnotes: [gone.srt, talk.pdf, pipe.txt, story.md, ../secret.txt]\n---\n\n{DRAFT}");
    let folder = folder(&[
        ("secret.txt", NOTES),
        ("desk/story.md", &draft),
        ("desk/talk.pdf", "%PDF"),
        ("desk/notes/scan.docx", "PK"),
        ("desk/notes/photo.jpg", ""),
    ]);
    write(folder.path(), "desk/pipe.txt", b"We will\0 go.");
    let told = found(&folder, "desk/story.md");
    let wanted = [
        "warning: The notes gone.srt cannot be read: ",
        "warning: The notes talk.pdf cannot be read: it is a PDF; save its text as .txt",
        "warning: The notes pipe.txt cannot be read: they look like a binary file (a NUL byte at byte 7)",
        "warning: The notes story.md are the draft itself",
        "warning: The notes ../secret.txt lead out of the repository",
        "info: The notes notes/scan.docx cannot be read: it is no document of Word, or a broken one",
    ];
    for wanted in wanted {
        assert!(told.iter().any(|told| told.starts_with(wanted)), "{wanted}: {told:#?}");
    }
    assert_eq!(told.len(), wanted.len(), "{told:#?}");
}

#[test]
fn odd_notes_are_told_of_and_read_as_far_as_they_go() {
    let folder = folder(&[
        ("story.txt", DRAFT),
        (
            "notes/broken.srt",
            "1\n00:00:01,000 -> soon\nWe will not close the harbor this winter.\n",
        ),
        ("notes/empty.txt", ""),
    ]);
    write(folder.path(), "notes/latin.txt", b"Caf\xe9");
    write(folder.path(), "notes/huge.txt", &vec![b'a'; 10_000_001]);
    let told = found(&folder, "story.txt");
    let wanted = [
        "info: The notes notes/broken.srt have no time stamps",
        "info: The notes notes/latin.txt cannot be read: they are not valid UTF-8 at byte 3",
        "info: The notes notes/huge.txt are larger than 10 MB",
        LOST,
    ];
    for wanted in wanted {
        assert!(told.iter().any(|told| told.starts_with(wanted)), "{wanted}: {told:#?}");
    }
}

#[cfg(unix)]
#[test]
fn links_lead_nowhere_else_and_not_in_circles() {
    use std::os::unix::fs::symlink;

    let folder = folder(&[
        ("secret.txt", NOTES),
        ("desk/story.txt", DRAFT),
        ("desk/notes/a.txt", "Rain.\n"),
    ]);
    let notes = folder.path().join("desk/notes");
    symlink(folder.path().join("secret.txt"), notes.join("out.txt")).unwrap();
    symlink(&notes, notes.join("round")).unwrap();
    symlink(notes.join("nobody"), notes.join("nowhere.txt")).unwrap();
    let told = found(&folder, "desk/story.txt");
    let wanted = [
        "info: The notes notes/nowhere.txt cannot be read: the link leads nowhere",
        "info: The notes notes/out.txt lead out of the repository",
        "hint: This quotation is not in the notes",
        "hint: This quotation is not in the notes",
    ];
    for wanted in wanted {
        assert!(told.iter().any(|told| told.starts_with(wanted)), "{wanted}: {told:#?}");
    }
    assert_eq!(told.len(), wanted.len(), "{told:#?}");
}

#[test]
fn a_quotation_that_was_checked_is_left_alone_and_the_fix_is_only_offered() {
    let checked =
        "“We will close the harbor this winter,” Ana Lund said. <!-- copydesk: ignore quote-mismatch: checked -->\n";
    let folder = folder(&[("story.md", checked), ("story.notes.md", NOTES)]);
    assert_eq!(found(&folder, "story.md"), [""; 0]);
    write(folder.path(), "story.md", DRAFT.as_bytes());
    run(copydesk(&folder).args(["lint", "--fix", "story.md"]));
    assert_eq!(std::fs::read_to_string(folder.path().join("story.md")).unwrap(), DRAFT);
}

#[test]
fn of_notes_that_cannot_be_read_no_row_says_that_words_are_absent() {
    let folder = folder(&[("story.txt", DRAFT), ("notes/talk.pdf", "%PDF")]);
    let verify = |format: &str| run(copydesk(&folder).args(["verify", "story.txt", "--format", format]));
    let json = verify("json");
    assert_eq!(json.code, 2, "{}", json.stderr);
    let rows: Value = serde_json::from_str(&json.stdout).unwrap();
    let verdicts: Vec<&Value> = rows.as_array().unwrap().iter().map(|row| &row["verdict"]).collect();
    assert_eq!(verdicts, ["unread", "unread"]);
    assert_eq!(rows[0]["unread"][0]["notes"], "notes/talk.pdf");
    let why = rows[0]["unread"][0]["message"].as_str().unwrap();
    assert!(why.starts_with("cannot be read: it is a PDF"), "{why}");
    let text = verify("text");
    assert_eq!((text.code, text.stdout.as_str()), (2, ""));
    assert!(text.stderr.contains("notes/talk.pdf cannot be read"), "{}", text.stderr);
    // With other notes, what they lack is absent, and what could not be read is told all the same.
    write(folder.path(), "notes/rain.txt", b"It rained all day.");
    let rows: Value = serde_json::from_str(&verify("json").stdout).unwrap();
    assert_eq!(
        (&rows[0]["verdict"], &rows[0]["unread"][0]["notes"]),
        (&"absent".into(), &"notes/talk.pdf".into())
    );
}

#[test]
fn a_folder_of_notes_beside_drafts_holds_no_drafts() {
    let folder = folder(&[
        ("desk/story.txt", "It rained.\n"),
        ("desk/notes/talk.txt", "It is is late.\n"),
        ("essays/notes/a.txt", "It is is late.\n"),
    ]);
    let lint = |path: &str| run(copydesk(&folder).args(["lint", path]));
    let all = lint(".");
    assert!(!all.stdout.contains("talk.txt"), "{}", all.stdout);
    assert!(all.stdout.contains("a.txt"), "{}", all.stdout);
    for named in ["desk/notes", "desk/notes/talk.txt"] {
        assert!(lint(named).stdout.contains("talk.txt"), "{named}");
    }
}

#[test]
fn drafts_without_notes_in_a_folder_are_counted() {
    let folder = folder(&[
        ("a/story.txt", DRAFT),
        ("a/story.notes.txt", &NOTES.replace("not close", "close")),
        ("a/rain.txt", "It rained.\n"),
        ("a/snow.txt", "It snowed.\n"),
        ("b/rain.txt", "It rained.\n"),
    ]);
    let verify = |path: &str| run(copydesk(&folder).args(["verify", path]));
    let some = verify("a");
    assert_eq!((some.code, some.stderr.as_str()), (0, ""));
    assert!(
        some.stdout
            .ends_with("2 quotations: 1 exact, 1 folded\n2 drafts have no notes.\n"),
        "{}",
        some.stdout
    );
    let none = verify("b");
    assert_eq!((none.code, none.stdout.as_str()), (0, "1 draft has no notes.\n"));
    assert_eq!(verify("b/rain.txt").code, 2);
}

#[test]
fn notes_named_without_an_ending_are_read_where_they_are() {
    for (notes, file) in [
        ("calls", "calls/talk.txt"),
        ("talk", "talk"),
        ("[calls, talk]", "talk"),
        ("\"phone calls\"", "phone calls/talk.txt"),
    ] {
        let draft = format!("---\nnotes: {notes}\n---\n\n{DRAFT}");
        let folder = folder(&[("story.md", &draft), (file, NOTES)]);
        let told = found(&folder, "story.md");
        assert!(told.contains(&LOST.to_owned()), "{notes}: {told:#?}");
        let missing = told.iter().any(|told| told.contains("The notes calls cannot be read"));
        assert_eq!(missing, notes.starts_with('['), "{notes}: {told:#?}");
    }
    // A remark is none.
    for remark in ["Call the mayor again.", "check", "."] {
        let draft = format!("---\nnotes: {remark}\n---\n\n{DRAFT}");
        assert_eq!(found(&folder(&[("story.md", &draft)]), "story.md"), [""; 0], "{remark}");
    }
}

#[test]
fn a_copy_of_the_draft_proves_nothing() {
    let folder = folder(&[("story.txt", DRAFT), ("notes/story.txt", DRAFT)]);
    let told = found(&folder, "story.txt");
    assert_eq!(
        told,
        ["info: The notes notes/story.txt are a copy of the draft, so that they cannot confirm it; name other notes"]
    );
    let verify = run(copydesk(&folder).args(["verify", "story.txt"]));
    assert_eq!((verify.code, verify.stdout.as_str()), (2, ""));
    assert!(verify.stderr.contains("a copy of the draft"), "{}", verify.stderr);
}

#[test]
fn a_block_quotation_is_compared() {
    let draft = "Ana Lund wrote:\n\n> We will close the harbor this winter.\n";
    let folder = folder(&[("story.md", draft), ("story.notes.txt", NOTES)]);
    let verify = run(copydesk(&folder).args(["verify", "story.md"]));
    assert!(
        verify
            .stdout
            .starts_with("story.md:3:3: near           “We will close the harbor this winter.”"),
        "{}",
        verify.stdout
    );
    assert_eq!(found(&folder, "story.md"), [LOST]);
}

#[test]
fn a_document_that_a_word_processor_saved_is_read() {
    // Saved by LibreOffice: a heading, a footnote, a comment, a list, a table, and changes that are kept track of.
    let folder = folder(&[(
        "story.md",
        "“We will close the harbor this winter,” Ana Lund said.\n\n\
         “The co-owner and the midwinter boats stay & wait,” Ana Lund said.\n\n\
         “The tide is what it is and nobody can stop it,” Ana Lund said.\n\n\
         “We have no money left for the dredging work,” Ana Lund said.\n\n\
         “Second item of the list,” Ana Lund said.\n\n\
         “The ferry is the Sea Goose,” Ana Lund said.\n\n\
         “A whole paragraph gone,” Ana Lund said.\n\n\
         “Check this with her,” Ana Lund said.\n",
    )]);
    write(folder.path(), "story.notes.docx", include_bytes!("data/talk.docx"));
    let table = run(copydesk(&folder).args(["verify", "story.md", "--notes", "story.notes.docx"]));
    let verdicts: Vec<&str> = table
        .stdout
        .lines()
        .filter(|line| line.starts_with("story.md:"))
        .filter_map(|line| line.split_whitespace().nth(1))
        .collect();
    assert_eq!(
        verdicts,
        [
            "exact",
            "exact",
            "exact",
            "other-speaker",
            "exact",
            "absent",
            "absent",
            "absent"
        ],
        "{}",
        table.stdout
    );
    assert!(table.stdout.contains("(MARR, 00:00:09)"), "{}", table.stdout);
}
