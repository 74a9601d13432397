//! How much of a long draft a key costs, in blocks that are worked on: never in time, which depends on the machine.

use copydesk::engine::{Cache, Host, Work};
use copydesk::language::embedded;
use copydesk::markup::Format;
use copydesk::text::{Change, Encoding, Range};

use crate::host::{NAME, read_as};

fn draft(paragraphs: usize) -> String {
    let paragraph = |number: usize| {
        format!(
            "The ferry to pier {number} was late again, and Odile Marchetti said on Monday that “nobody is to blame” for it.\n\n"
        )
    };
    (0..paragraphs).map(paragraph).collect()
}

fn typed(host: &mut Host, number: i32, at: usize, letter: &str) -> Work {
    let document = host.version(NAME).unwrap().document;
    let at = document.position(at, Encoding::Utf8);
    let range = Some(Range { start: at, end: at });
    let change = Change {
        range,
        text: letter.to_owned(),
    };
    host.edit(NAME, number, &[change], Encoding::Utf8);
    let version = host.version(NAME).unwrap();
    let _ = version.analyse(embedded());
    version.cache().work()
}

#[test]
fn a_key_in_the_middle_of_a_long_draft_reads_one_block() {
    for format in [Format::Plain, Format::Markdown] {
        let text = draft(200);
        let mut host = Host::default();
        host.open(NAME, &text, 1, read_as(format));
        let version = host.version(NAME).unwrap();
        let _ = version.analyse(embedded());
        let all = version.cache().work();
        assert_eq!((all.blocks, all.read, all.analysed), (200, 200, 200), "{format:?}");
        let at = text.find("pier 100 was late").unwrap() + "pier 100 was late".len();
        for (number, letter) in ["r", " ", "t", "o", "d", "a", "y"].into_iter().enumerate() {
            let work = typed(&mut host, number as i32 + 2, at + number, letter);
            let one = Work {
                blocks: 200,
                read: 1,
                analysed: 1,
                polled: 1,
                checked: 1,
                folded: 1,
            };
            assert_eq!(work, one, "{format:?}: {letter:?}");
        }
    }
}

/// A new name may be another in every block: all are asked, and none is analyzed.
#[test]
fn a_new_name_is_asked_for_in_every_block() {
    let text = draft(20);
    let mut host = Host::default();
    host.open(NAME, &text, 1, read_as(Format::Plain));
    let _ = host.version(NAME).unwrap().analyse(embedded());
    let at = text.find(" for it").unwrap();
    let work = typed(&mut host, 2, at, " and Anders Holm");
    assert_eq!((work.analysed, work.polled, work.checked), (1, 20, 1));
}

/// What rules on blocks found after the block of a key stays where it was kept, and moves with its block.
#[test]
fn what_was_found_after_a_key_moves_with_its_block() {
    let text = format!("{}They met on on Monday.\n", draft(20));
    let mut host = Host::default();
    host.open(NAME, &text, 1, read_as(Format::Markdown));
    let _ = host.version(NAME).unwrap().analyse(embedded());
    let at = text.find("pier 3 was late").unwrap() + "pier 3 was late".len();
    for (number, letter) in ["r", " ", "t", "o", "d", "a", "y"].into_iter().enumerate() {
        let work = typed(&mut host, number as i32 + 2, at + number, letter);
        assert_eq!((work.blocks, work.checked), (21, 1), "{letter:?}");
        let version = host.version(NAME).unwrap();
        let fresh = copydesk::engine::analyse(&version.draft(), &Cache::default(), embedded());
        assert!(fresh.findings.iter().any(|one| one.code == "doubled-word"));
        assert_eq!(version.analyse(embedded()).findings, fresh.findings, "{letter:?}");
    }
}

/// What rules on blocks found after a new paragraph is the same findings, further on.
#[test]
fn a_paragraph_that_is_split_is_checked_and_no_other() {
    let text = draft(40);
    let mut host = Host::default();
    host.open(NAME, &text, 1, read_as(Format::Markdown));
    let _ = host.version(NAME).unwrap().analyse(embedded());
    let at = text.find("again, and Odile").unwrap() + "again, ".len();
    let work = typed(&mut host, 2, at, "\n\n");
    assert_eq!((work.blocks, work.checked), (41, 2));
}

/// The date of the draft is what days are counted from, in every block.
#[test]
fn another_date_checks_all_blocks() {
    let text = format!("---\ndate: 2031-05-02\n---\n\n{}", draft(20));
    let mut host = Host::default();
    host.open(NAME, &text, 1, read_as(Format::Markdown));
    let _ = host.version(NAME).unwrap().analyse(embedded());
    let at = text.find("2\n---").unwrap();
    let work = typed(&mut host, 2, at, "1");
    assert_eq!(work.checked, work.blocks);
}

/// The same text under the same cache is not read again.
#[test]
fn what_has_not_changed_is_not_read() {
    let cache = Cache::default();
    let text = draft(3).into();
    let one = cache.markup_of(&text, Format::Plain);
    let other = cache.markup_of(&text, Format::Plain);
    assert!(std::sync::Arc::ptr_eq(&one, &other));
    assert_eq!(cache.work().read, 0);
}
