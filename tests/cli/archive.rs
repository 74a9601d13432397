//! `extract --jsonl` for archives: every line is answered in its place, whatever happens, and whoever reads an answer can slice
//! the text with it.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, Stdio};

use serde_json::{Value, json};

use crate::{Run, copydesk, folder, run};

/// Has characters of one, two, three and four bytes, a quotation over two paragraphs, a wrong weekday and a doubled word.
const DRAFT: &str = "PORT SENN — “We met twice 🛢,” the harbour minister, Ana Kovač, told reporters on Monday.\n\n\
                     “The port of Löwen will reopen. It is ready.\n\n\
                     “It will open on Sunday, 3 May 2031,” she said, according to the the readout.\n\n\
                     Kovač met Rui Tavares in Löwen on Tuesday.\n";

fn line(id: &Value) -> String {
    json!({"id": id, "text": DRAFT, "reference_date": "2031-04-30"}).to_string() + "\n"
}

fn jsonl(arguments: &[&str], input: impl Into<Vec<u8>>) -> Run {
    let folder = folder(&[]);
    run(copydesk(&folder)
        .args(["extract", "--jsonl"])
        .args(arguments)
        .write_stdin(input))
}

fn answers(run: &Run) -> Vec<Value> {
    let lines = run.stdout.lines();
    lines.map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Every stretch in an answer, as `start`, `end` and `text`.
fn stretches(value: &Value, found: &mut Vec<(usize, usize, String)>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| stretches(item, found)),
        Value::Object(fields) => {
            if let Some(start) = fields.get("start") {
                let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
                let text = fields.get("text").unwrap_or_else(|| panic!("no text in {value}"));
                found.push((number(start), number(&fields["end"]), text.as_str().unwrap().to_owned()));
            }
            fields.values().for_each(|field| stretches(field, found));
        }
        _ => {}
    }
}

#[test]
fn every_stretch_has_the_words_that_slicing_gives_in_each_unit() {
    let in_bytes = |start: usize, end: usize| DRAFT[start..end].to_owned();
    let in_chars = |start: usize, end: usize| DRAFT.chars().skip(start).take(end - start).collect::<String>();
    let in_utf16 = |start: usize, end: usize| {
        let units: Vec<u16> = DRAFT.encode_utf16().collect();
        String::from_utf16(&units[start..end]).unwrap()
    };
    type Slice<'a> = &'a dyn Fn(usize, usize) -> String;
    let slices: [(&str, Slice<'_>); 3] = [("bytes", &in_bytes), ("chars", &in_chars), ("utf16", &in_utf16)];
    let mut counts = BTreeSet::new();
    for (unit, slice) in slices {
        let run = jsonl(&["--offsets", unit], line(&1.into()));
        assert_eq!(run.code, 0, "{}", run.stderr);
        let answer = answers(&run).remove(0);
        assert_eq!(answer["offsets"], unit);
        let mut found = Vec::new();
        stretches(&answer, &mut found);
        for (start, end, text) in &found {
            assert_eq!(&slice(*start, *end), text, "{unit} {start}..{end}");
        }
        counts.insert(found.len());
    }
    assert!(counts.len() == 1 && counts.first() > Some(&30), "{counts:?}");
}

#[test]
fn words_are_decoded_where_the_markup_is_not_plain() {
    let text = "<p>&#8220;We <b>met</b> twice,&#8221; Ana Kova&#269; said.</p>";
    let input = json!({"id": 1, "text": text, "format": "html"}).to_string();
    let answer = answers(&jsonl(&[], input)).remove(0);
    let quote = &answer["quotes"][0];
    assert_eq!(quote["text"], "“We met twice,”");
    assert_eq!(quote["speaker"]["text"], "Ana Kovač");
    let start = usize::try_from(quote["start"].as_u64().unwrap()).unwrap();
    assert!(text[start..].starts_with("&#8220;We"));
}

#[test]
fn only_the_fields_that_are_asked_for_are_written() {
    let run = jsonl(&["--fields", "quotes,main_event"], line(&1.into()));
    let answer = answers(&run).remove(0);
    let fields: Vec<&str> = answer.as_object().unwrap().keys().map(String::as_str).collect();
    let expected = [
        "id",
        "version",
        "program",
        "offsets",
        "date",
        "section",
        "quotes",
        "main_event",
    ];
    assert_eq!(fields, expected);
    let wrong = jsonl(&["--fields", "qoutes"], "");
    assert_eq!(wrong.code, 2);
    assert!(wrong.stderr.contains("main_event"), "{}", wrong.stderr);
}

#[test]
fn what_is_not_asked_for_changes_nothing_of_the_rest() {
    let whole = answers(&jsonl(&[], line(&1.into()))).remove(0);
    assert_ne!(whole["events"], json!([]), "the draft has events");
    let lists = ["quotes", "actors", "mentions", "times", "flags"];
    let some = answers(&jsonl(&["--fields", &lists.join(",")], line(&1.into()))).remove(0);
    for list in lists {
        assert_eq!(some[list], whole[list], "{list}");
    }
    for list in ["events", "main_event", "findings"] {
        let one = answers(&jsonl(&["--fields", list], line(&1.into()))).remove(0);
        assert_eq!(one[list], whole[list], "{list}");
    }
}

#[test]
fn every_line_says_which_program_made_it() {
    let run = jsonl(&[], line(&1.into()) + "no JSON\n");
    let [answer, refusal] = &answers(&run)[..] else {
        panic!("{}", run.stdout)
    };
    assert_eq!(answer["version"], 2);
    assert_eq!(answer["version"], refusal["version"]);
    assert_eq!(answer["program"], refusal["program"]);
    assert_eq!(answer["program"]["version"], env!("CARGO_PKG_VERSION"));
    for digest in ["digest", "weights"] {
        let digest = answer["program"][digest].as_str().unwrap();
        assert!(
            digest.len() == 16 && digest.bytes().all(|byte| byte.is_ascii_hexdigit()),
            "{digest}"
        );
    }
}

#[test]
fn names_come_back_to_the_letter() {
    for id in [
        "\"caf\\u00e9\"",
        "12345678901234567890123",
        "1.50",
        "null",
        "true",
        "[1,  2]",
        "{\"b\":1, \"a\":2}",
    ] {
        let input = format!("{{\"id\": {id}, \"text\": \"x\"}}\n{{\"id\": {id}}}\n");
        let run = jsonl(&[], input);
        assert_eq!(run.code, 1);
        let start = format!("{{\"id\":{id},\"version\":2,");
        for line in run.stdout.lines() {
            assert!(line.starts_with(&start), "{line}");
        }
    }
}

#[test]
fn a_timestamp_is_a_day_and_the_section_comes_back() {
    let day = |date: Value| {
        let input = json!({"id": 1, "text": "She left on Monday.", "reference_date": date, "section": "Harbour"});
        answers(&jsonl(&[], input.to_string())).remove(0)
    };
    for date in [
        json!("2031-04-30"),
        json!("2031-04-30T10:00:00Z"),
        json!("2031-04-30 10:00:00.000+02:00"),
        // As pandas writes a date.
        json!(1_935_273_600_000_i64),
    ] {
        let answer = day(date.clone());
        assert_eq!(answer["date"], "2031-04-30", "{date}");
        assert_eq!(answer["times"][0]["value"], "2031-04-28", "{date}");
        assert_eq!(answer["section"], "Harbour");
    }
    for date in [
        json!("30 April 2031"),
        json!(1_935_273_600),
        json!(20_310_430),
        json!(2031.5),
        json!("2031-04-31T10:00:00Z"),
    ] {
        let error = day(date.clone())["error"].as_str().map(str::to_owned);
        assert!(error.is_some_and(|error| error.contains("“reference_date”")), "{date}");
    }
}

#[test]
fn the_exit_code_tells_bad_lines_from_failure() {
    let input = line(&1.into()) + "no JSON\n\n" + &line(&2.into());
    let failed = jsonl(&[], input.clone());
    let skipped = jsonl(&["--on-error", "skip"], input);
    assert_eq!((failed.code, skipped.code), (1, 0));
    assert_eq!(failed.stdout, skipped.stdout, "the answers are the same");
    let said = "warning: 2 of 4 lines could not be used; “error” in their answers says why\n";
    assert_eq!((failed.stderr.as_str(), skipped.stderr.as_str()), (said, said));
    let lines: Vec<Value> = answers(&failed).iter().map(|answer| answer["line"].clone()).collect();
    assert_eq!(lines, [Value::Null, 2.into(), 3.into(), Value::Null]);
    let wrong = jsonl(&["--on-error", "skip", "--actors", "nowhere.toml"], "");
    assert_eq!(wrong.code, 2);
}

#[test]
fn findings_have_a_level_under_the_old_name_too() {
    let answer = answers(&jsonl(&["--fields", "findings"], line(&1.into()))).remove(0);
    let findings = answer["findings"].as_array().unwrap();
    assert!(findings.iter().any(|finding| finding["code"] == "doubled-word"));
    for finding in findings {
        assert_eq!(finding["level"], finding["severity"]);
    }
}

/// A published schema, with every object closed: what is written must be in it.
fn closed(mut schema: Value) -> Value {
    fn close(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                if fields.contains_key("properties") {
                    fields.insert("additionalProperties".to_owned(), false.into());
                }
                fields.values_mut().for_each(close);
            }
            Value::Array(items) => items.iter_mut().for_each(close),
            _ => {}
        }
    }
    close(&mut schema);
    schema
}

fn is_valid(schema: &str, value: &Value) -> Result<(), String> {
    let printed = run(copydesk(".").args(["schema", schema])).stdout;
    let schema = closed(serde_json::from_str(&printed).unwrap());
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("it.json", schema).unwrap();
    let index = compiler.compile("it.json", &mut schemas).unwrap();
    schemas
        .validate(value, index)
        .map_err(|error| format!("{error:#}\n{value:#}"))
}

#[test]
fn what_is_written_is_what_the_schema_says() {
    let foreign = "Die Fähre legte am Montag ab, und der Hafen blieb für den Rest der Woche geschlossen. ".repeat(4);
    let input = [
        line(&"a".into()),
        line(&json!({"year": 2031})),
        json!({"id": 1, "text": foreign}).to_string() + "\n",
        "no JSON\n".to_owned(),
        json!({"id": 2}).to_string() + "\n",
    ];
    for arguments in [&[][..], &["--fields", "quotes"], &["--offsets", "utf16"]] {
        let run = jsonl(arguments, input.concat());
        let answers = answers(&run);
        assert_eq!(answers.len(), 5);
        for answer in &answers {
            is_valid("extract", answer).unwrap();
        }
    }
    let examples = concat!(env!("CARGO_MANIFEST_DIR"), "/examples");
    let documents = run(copydesk(examples).args(["extract", "."]));
    let documents: Value = serde_json::from_str(&documents.stdout).unwrap();
    for document in documents.as_array().unwrap() {
        is_valid("extract", document).unwrap();
    }
    let odd = json!({"id": 1, "version": 2, "quotes": [{"start": 0}]});
    assert!(is_valid("extract", &odd).is_err());
}

#[test]
fn what_is_read_is_what_the_schema_says() {
    let full = json!({
        "id": 1, "text": "x", "format": "archieml", "reference_date": "2031-04-30T10:00:00Z", "section": "Harbour",
    });
    let least = json!({"id": null, "text": ""});
    for right in [&full, &least] {
        is_valid("extract-input", right).unwrap();
        assert_eq!(jsonl(&[], right.to_string()).code, 0);
    }
    for (field, value) in [
        ("text", json!(7)),
        ("format", json!("docx")),
        ("reference_date", json!("Monday")),
        ("section", json!(["a"])),
    ] {
        let mut wrong = full.clone();
        wrong[field] = value;
        assert!(is_valid("extract-input", &wrong).is_err(), "{wrong}");
        assert_eq!(jsonl(&[], wrong.to_string()).code, 1, "{wrong}");
    }
}

/// The program with its ends in the hands of a test.
fn started(arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(["extract", "--jsonl", "--isolated"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The most memory that a process has used so far, in megabytes; where the system does not say, nothing.
fn peak(child: &Child) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    kilobytes.map_or(0, |kilobytes| kilobytes / 1024)
}

#[test]
fn a_line_of_200_megabytes_and_broken_ones_take_no_memory_and_no_place_of_others() {
    let mut child = started(&["--fields", "quotes"]);
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
    let writer = std::thread::spawn(move || {
        input.write_all(line(&1.into()).as_bytes()).unwrap();
        let megabyte = vec![b'x'; 1_000_000];
        for _ in 0..200 {
            input.write_all(&megabyte).unwrap();
        }
        input.write_all(b"\n\xff\xfe bad UTF-8\n{\"id\": \"cut\n\0\n").unwrap();
        for id in 6..400 {
            input.write_all(line(&id.into()).as_bytes()).unwrap();
        }
        input
    });
    for number in 1..400u64 {
        let answer: Value = serde_json::from_str(&output.next().unwrap().unwrap()).unwrap();
        if (2..6).contains(&number) {
            assert_eq!(answer["line"], number, "{answer}");
        } else {
            assert_eq!(answer["id"], number, "{answer}");
        }
    }
    let used = peak(&child);
    assert!(used < 70, "{used} MB");
    drop(writer.join().unwrap());
    assert_eq!(child.wait().unwrap().code(), Some(1));
}

#[test]
fn a_slow_reader_holds_the_program_back_and_loses_nothing() {
    let mut child = started(&[]);
    let mut input = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        for id in 0..300 {
            input.write_all(line(&id.into()).as_bytes()).unwrap();
        }
    });
    let mut output = child.stdout.take().unwrap();
    let mut text = Vec::new();
    let mut some = [0; 4096];
    loop {
        let count = output.read(&mut some).unwrap();
        if count == 0 {
            break;
        }
        text.extend_from_slice(&some[..count]);
        if text.len() < 100_000 {
            std::thread::sleep(std::time::Duration::from_millis(20));
            let used = peak(&child);
            assert!(used < 60, "{used} MB");
        }
    }
    writer.join().unwrap();
    assert!(child.wait().unwrap().success());
    let ids = String::from_utf8(text).unwrap();
    let ids: Vec<u64> = ids
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].as_u64().unwrap())
        .collect();
    assert_eq!(ids, (0..300).collect::<Vec<_>>());
}

#[test]
fn a_reader_that_leaves_ends_the_program() {
    let mut child = started(&[]);
    let mut input = child.stdin.take().unwrap();
    let output = child.stdout.take().unwrap();
    let mut first = String::new();
    input.write_all(line(&1.into()).as_bytes()).unwrap();
    BufReader::new(output).read_line(&mut first).unwrap();
    assert!(first.starts_with("{\"id\":1,"), "{first}");
    // The reader is gone. The program ends with the next answer, although its input is open.
    let _ = input.write_all(line(&2.into()).as_bytes());
    assert!(child.wait().unwrap().success());
}
