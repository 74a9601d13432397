//! `extract`: the published form of the facts, and the contract of `--jsonl`.

use serde_json::Value;

use crate::bad_input::assert_spans_are_inside;
use crate::{copydesk, folder, run};

const DRAFT: &str = "“We met twice,” the harbour minister, Ana Kovač, told reporters on Monday.\n\n\
                     🛢 The port of Löwen will “reopen – at last” on 3 May 2031, she said.\n";

fn parse(line: &str) -> Value {
    serde_json::from_str(line).unwrap()
}

#[test]
fn one_file_is_an_object_and_more_are_an_array() {
    let folder = folder(&[("a.txt", DRAFT), ("b.md", DRAFT)]);
    let one = parse(&run(copydesk(&folder).args(["extract", "a.txt"])).stdout);
    assert_eq!(one["id"], "a.txt");
    let two = parse(&run(copydesk(&folder).args(["extract", "b.md", "a.txt"])).stdout);
    let ids: Vec<_> = two.as_array().unwrap().iter().map(|document| &document["id"]).collect();
    assert_eq!(ids, ["b.md", "a.txt"]);
    assert_spans_are_inside(DRAFT, &two);
}

#[test]
fn a_document_has_every_field_of_the_contract() {
    let folder = folder(&[]);
    let document = parse(&run(copydesk(&folder).args(["extract", "-"]).write_stdin(DRAFT)).stdout);
    let fields: Vec<_> = document.as_object().unwrap().keys().map(String::as_str).collect();
    let contract = [
        "id",
        "version",
        "program",
        "offsets",
        "date",
        "section",
        "quotes",
        "actors",
        "mentions",
        "times",
        "events",
        "main_event",
        "flags",
        "findings",
    ];
    assert_eq!(fields, contract);
}

#[test]
fn lines_are_answered_in_order_and_bad_ones_in_their_place() {
    let folder = folder(&[]);
    let lines = [
        serde_json::json!({"id": "first", "text": DRAFT, "reference_date": "2031-04-30"}).to_string(),
        "{\"id\": \"cut off".to_owned(),
        serde_json::json!({"id": 3, "text": DRAFT, "format": "markdown"}).to_string(),
        serde_json::json!({"id": "four", "text": DRAFT, "format": "papyrus"}).to_string(),
        serde_json::json!({"id": "last", "text": ""}).to_string(),
    ];
    let run = run(copydesk(&folder)
        .args(["extract", "--jsonl"])
        .write_stdin(lines.join("\n")));
    assert_eq!(run.code, 1, "{}", run.stderr);
    let answers: Vec<_> = run.stdout.lines().map(parse).collect();
    let ids: Vec<_> = answers
        .iter()
        .map(|answer| answer.get("id").cloned().unwrap_or(Value::Null))
        .collect();
    assert_eq!(
        ids,
        [
            Value::from("first"),
            Value::Null,
            Value::from(3),
            Value::from("four"),
            Value::from("last")
        ]
    );
    let refused: Vec<_> = answers.iter().map(|answer| answer.get("error").is_some()).collect();
    assert_eq!(refused, [false, true, false, true, false]);
    assert_spans_are_inside(DRAFT, &answers[0]);
    assert_spans_are_inside(DRAFT, &answers[2]);
}

#[test]
fn the_output_does_not_depend_on_the_number_of_workers() {
    let folder = folder(&[]);
    let lines: String = (0..60)
        .map(|id| serde_json::json!({"id": id, "text": DRAFT.repeat(id % 7)}).to_string() + "\n")
        .collect();
    let with = |jobs: &str| {
        run(copydesk(&folder)
            .args(["extract", "--jsonl", "--jobs", jobs])
            .write_stdin(lines.clone()))
    };
    let (one, many) = (with("1"), with("8"));
    assert_eq!((one.code, many.code), (0, 0));
    assert_eq!(one.stdout, many.stdout);
}

#[test]
fn a_line_is_answered_before_the_next_one_is_sent() {
    use std::io::{BufRead, BufReader, Write};
    use std::process::{Command, Stdio};
    let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(["extract", "--jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for id in 0..3 {
        writeln!(input, "{{\"id\": {id}, \"text\": \"x\"}}").unwrap();
        let mut answer = String::new();
        output.read_line(&mut answer).unwrap();
        assert_eq!(parse(&answer)["id"], id);
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn files_and_lines_are_not_mixed() {
    let folder = folder(&[("a.txt", DRAFT)]);
    assert_eq!(run(copydesk(&folder).args(["extract", "--jsonl", "a.txt"])).code, 2);
    assert_eq!(run(copydesk(&folder).args(["extract"])).code, 2);
}

#[test]
fn words_and_grammar_are_printed_as_conllu() {
    let folder = folder(&[("a.txt", DRAFT)]);
    let file = run(copydesk(&folder).args(["extract", "--format", "conllu", "a.txt"]));
    assert_eq!(file.code, 0, "{}", file.stderr);
    assert!(
        file.stdout.starts_with("# newdoc id = a.txt\n# text = "),
        "{}",
        file.stdout
    );
    let rows: Vec<_> = file
        .stdout
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .collect();
    assert!(rows.iter().all(|row| row.split('\t').count() == 10), "{}", file.stdout);
    assert!(rows.iter().any(|row| row.split('\t').nth(1) == Some("Löwen")));

    let lines = "{\"id\": 1, \"text\": \"The ferry left.\"}\nno JSON\n{\"id\": \"b\", \"text\": \"It left.\"}\n";
    let lines = run(copydesk(&folder)
        .args(["extract", "--jsonl", "--format", "conllu"])
        .write_stdin(lines));
    assert_eq!(lines.code, 1);
    let comments: Vec<_> = lines.stdout.lines().filter(|line| line.starts_with('#')).collect();
    assert_eq!(comments[..2], ["# newdoc id = 1", "# text = The ferry left."]);
    assert!(
        comments[2].starts_with("# error = the line is not JSON"),
        "{comments:?}"
    );
    assert_eq!(comments[3..], ["# newdoc id = b", "# text = It left."]);
}

const MONDAY: &str = "Petra Holub met Joan Ambe in Kessel on Monday.\n\nTheir envoys met in Ostby recently.\n";
const TUESDAY: &str = "Rebels seized the dam on Sunday. Holub is to visit Ambe on Friday.\n";

#[test]
fn a_timeline_goes_over_files_and_folders_by_day() {
    let folder = folder(&[("stories/a.txt", MONDAY), ("stories/b.md", TUESDAY)]);
    let made = run(copydesk(&folder).args(["extract", "--format", "timeline", "--date", "2031-05-06", "stories"]));
    assert_eq!(made.code, 0, "{}", made.stderr);
    let rows: Vec<&str> = made.stdout.lines().filter(|line| line.contains("stories/")).collect();
    let starts = [
        "| Sunday, May 4, 2031 |",
        "| Monday, May 5, 2031 |",
        "| Friday, May 9, 2031 |",
    ];
    for (row, start) in rows.iter().zip(starts) {
        assert!(row.starts_with(start), "{row} should start with {start}");
    }
    assert!(rows[0].ends_with("| stories/b.md:1:26 |"), "{}", rows[0]);
    assert!(
        rows[1].contains("Petra Holub met Joan Ambe in Kessel on Monday"),
        "{}",
        rows[1]
    );
    assert!(made.stdout.contains("Without a day:"), "{}", made.stdout);
}

#[test]
fn dates_are_written_as_the_draft_or_the_newsroom_writes_them() {
    let british = "Rebels seized the harbour and the centre of Ostby on Sunday.\n";
    for (text, configuration, start) in [
        (TUESDAY, "", "| Sunday, May 4, 2031 |"),
        (british, "", "| Sunday 4 May 2031 |"),
        (TUESDAY, "locale = \"en-GB\"\n", "| Sunday 4 May 2031 |"),
        (british, "locale = \"en-US\"\n", "| Sunday, May 4, 2031 |"),
    ] {
        let folder = folder(&[("copydesk.toml", configuration), ("a.txt", text)]);
        let made = run(copydesk(&folder).args(["extract", "--format", "timeline", "--date", "2031-05-06", "a.txt"]));
        assert_eq!(made.code, 0, "{}", made.stderr);
        assert!(made.stdout.contains(start), "{configuration}: {}", made.stdout);
    }
}

#[test]
fn a_timeline_is_csv_and_json_too() {
    let folder = folder(&[("=1+1.txt", MONDAY)]);
    let mut command = copydesk(&folder);
    let made = run(command.args([
        "extract",
        "--format",
        "timeline-csv",
        "--date",
        "2031-05-06",
        "=1+1.txt",
    ]));
    let lines: Vec<&str> = made.stdout.split("\r\n").collect();
    assert!(lines[0].starts_with("\u{feff}from,to,when,what,who,whom,where,type,status,background,path,line,column"));
    assert_eq!(
        lines[1],
        "2031-05-05,2031-05-05,Monday,Petra Holub met Joan Ambe in Kessel on Monday,Petra Holub,Joan Ambe,Kessel,meet,done,,'=1+1.txt,1,40"
    );
    let mut command = copydesk(&folder);
    let made = parse(
        &run(command.args([
            "extract",
            "--format",
            "timeline-json",
            "--date",
            "2031-05-06",
            "=1+1.txt",
        ]))
        .stdout,
    );
    let row = &made["days"][0];
    assert_eq!((&row["from"], &row["path"]), (&"2031-05-05".into(), &"=1+1.txt".into()));
    let span = row["start"].as_u64().unwrap() as usize..row["end"].as_u64().unwrap() as usize;
    assert_eq!(&MONDAY[span], "Monday");
    assert_eq!(made["unresolved"].as_array().unwrap().len(), 1);
}

#[test]
fn an_outline_begins_with_the_main_event() {
    let folder = folder(&[("a.txt", MONDAY)]);
    let made = run(copydesk(&folder).args(["extract", "--format", "outline", "--date", "2031-05-06", "a.txt"]));
    assert!(
        made.stdout
            .starts_with("Petra Holub meets Joan Ambe in Kessel on Monday [main event]"),
        "{}",
        made.stdout
    );
}

#[test]
fn lines_are_no_timeline() {
    let folder = folder(&[]);
    let made = run(copydesk(&folder)
        .args(["extract", "--jsonl", "--format", "timeline"])
        .write_stdin(""));
    assert_eq!(made.code, 2);
    assert!(
        made.stderr
            .contains("`--jsonl` writes `json`, `conllu`, `ninjs`, `json-ld`, `activitystreams` or a table"),
        "{}",
        made.stderr
    );
}

#[test]
fn a_file_that_is_missing_keeps_no_other_from_being_read() {
    let folder = folder(&[("a.txt", MONDAY), ("b.txt", MONDAY)]);
    let extract = |paths: &[&str]| run(copydesk(&folder).arg("extract").args(paths));
    let one = extract(&["a.txt", "missing.txt"]);
    assert_eq!(one.code, 2);
    assert!(one.stderr.contains("missing.txt: no such file"), "{}", one.stderr);
    assert_eq!(parse(&one.stdout)["id"], "a.txt");
    let two = extract(&["a.txt", "missing.txt", "b.txt"]);
    assert_eq!((two.code, parse(&two.stdout).as_array().map(Vec::len)), (2, Some(2)));
    let none = extract(&["missing.txt"]);
    assert_eq!((none.code, none.stdout.as_str()), (2, ""));
}
