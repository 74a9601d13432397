//! Documents against a plain `String` that is edited the slow and obvious way.

use copydesk::text::{Change, Document, Encoding, LineIndex, Position, Range};
use proptest::prelude::*;

/// The start and the end without line break of every line, in bytes.
fn lines(text: &str) -> Vec<(usize, usize)> {
    let mut lines = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < text.len() {
        let rest = &text[at..];
        let length = ["\r\n", "\n", "\r"]
            .iter()
            .find(|end| rest.starts_with(**end))
            .map_or(0, |end| end.len());
        if length > 0 {
            lines.push((start, at));
            start = at + length;
            at = start;
        } else {
            at += rest.chars().next().unwrap().len_utf8();
        }
    }
    lines.push((start, text.len()));
    lines
}

fn units(text: &str, encoding: Encoding) -> usize {
    match encoding {
        Encoding::Utf8 => text.len(),
        Encoding::Utf16 => text.encode_utf16().count(),
        Encoding::Utf32 => text.chars().count(),
    }
}

fn offset(text: &str, position: Position, encoding: Encoding) -> usize {
    let Some(&(start, end)) = lines(text).get(position.line as usize) else {
        return text.len();
    };
    // The last place on the line that is not after the wanted one.
    (start..=end)
        .filter(|&at| text.is_char_boundary(at))
        .take_while(|&at| units(&text[start..at], encoding) <= position.character as usize)
        .last()
        .unwrap()
}

fn position(text: &str, offset: usize, encoding: Encoding) -> Position {
    let lines = lines(text);
    let line = lines.iter().rposition(|&(start, _)| start <= offset).unwrap();
    let (start, end) = lines[line];
    let character = units(&text[start..offset.min(end)], encoding);
    Position::new(line as u32, character as u32)
}

fn apply(text: &str, change: &Change, encoding: Encoding) -> String {
    let Some(range) = change.range else {
        return change.text.clone();
    };
    let one = offset(text, range.start, encoding);
    let other = offset(text, range.end, encoding);
    [&text[..one.min(other)], &change.text, &text[one.max(other)..]].concat()
}

fn encodings() -> impl Strategy<Value = Encoding> {
    prop_oneof![Just(Encoding::Utf8), Just(Encoding::Utf16), Just(Encoding::Utf32)]
}

/// Text in which everything that is counted in different ways is frequent.
fn texts(pieces: usize) -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "Zoë",
        " ",
        "“",
        "”",
        "\n",
        "\r\n",
        "\r",
        "\n\r",
        "🙂",
        "👩‍👩‍👧",
        "e\u{301}",
        "\u{200d}",
        "\u{2028}",
        "\u{2029}",
        "\u{85}",
        "\u{b}",
        "\u{c}",
        "\u{feff}",
        "漢",
        "𐐷",
        "\u{10ffff}",
        "\t",
        "\0",
    ]);
    prop::collection::vec(piece, 0..pieces).prop_map(|pieces| pieces.concat())
}

fn positions() -> impl Strategy<Value = Position> {
    (0..9_u32, prop_oneof![0..12_u32, 0..60_u32, Just(u32::MAX)])
        .prop_map(|(line, character)| Position::new(line, character))
}

fn changes() -> impl Strategy<Value = Change> {
    let ranged = (positions(), positions()).prop_map(|(start, end)| Some(Range { start, end }));
    (prop_oneof![30 => ranged, 1 => Just(None)], texts(8)).prop_map(|(range, text)| Change { range, text })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn an_edit_script_gives_the_same_text_as_on_a_string(
        start in texts(60),
        script in prop::collection::vec(changes(), 1..25),
        encoding in encodings(),
    ) {
        let mut document = Document::new(&start);
        let mut model = start;
        for change in &script {
            document.apply(change, encoding);
            model = apply(&model, change, encoding);
            prop_assert_eq!(document.text(), model.clone());
        }
    }

    #[test]
    fn offsets_and_positions_mean_the_same_place(text in texts(60), encoding in encodings()) {
        let document = Document::new(&text);
        let index = LineIndex::new(&text);
        for at in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
            let found = document.position(at, encoding);
            prop_assert_eq!(found, position(&text, at, encoding));
            let inside_a_break = text[..at].ends_with('\r') && text[at..].starts_with('\n');
            prop_assert_eq!(document.offset(found, encoding), if inside_a_break { at - 1 } else { at });
            if !inside_a_break && lines(&text)[found.line as usize].1 >= at {
                let column = index.column(&text, at, encoding);
                prop_assert_eq!((column.line, column.column), (found.line as usize, found.character as usize));
            }
        }
    }

    #[test]
    fn any_position_is_clamped_into_the_text(text in texts(60), wanted in positions(), encoding in encodings()) {
        let document = Document::new(&text);
        let found = document.offset(wanted, encoding);
        prop_assert_eq!(found, offset(&text, wanted, encoding));
        prop_assert!(text.is_char_boundary(found));
    }
}

/// Typing letter by letter in a long draft reaches every seam of the rope.
#[test]
fn a_long_text_survives_many_small_edits() {
    let mut document = Document::new("");
    let mut model = String::new();
    let mut state = 7_u64;
    for step in 0..4000 {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let random = (state >> 33) as usize;
        let pieces = ["word ", "\r", "\n", "🙂", "é", "\u{2028}", ""];
        let place = position(
            &model,
            model.floor_char_boundary(random % (model.len() + 1)),
            Encoding::Utf16,
        );
        let end = Position::new(place.line, place.character + u32::from(step % 3 == 0));
        let change = Change {
            range: Some(Range { start: place, end }),
            text: pieces[random % pieces.len()].repeat(1 + random % 3),
        };
        document.apply(&change, Encoding::Utf16);
        model = apply(&model, &change, Encoding::Utf16);
        if step % 50 == 0 {
            assert_eq!(document.text(), model, "after step {step}");
        }
    }
    assert_eq!(document.text(), model);
}
