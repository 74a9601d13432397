//! Captions that a shortcode gives as an attribute (`{{< picture caption="…" >}}`). It reads no other attribute.

use crate::markup::markdown::holes::Shielded;
use crate::markup::{Block, BlockKind, OffsetMap};
use crate::text::Span;

/// The captions of shortcodes on lines of their own, in the order of the source; `start` is where the shielded text begins
/// in the source.
pub(super) fn of_shortcodes(body: &str, shielded: &Shielded, start: usize) -> Vec<Block> {
    let holes = shielded.holes.iter().map(|hole| hole.span);
    let captions = holes
        .filter(|hole| is_alone(body, *hole))
        .filter_map(|hole| caption(body, hole));
    let blocks = captions.map(|caption| {
        let span = caption.shifted(start);
        Block {
            kind: BlockKind::Caption,
            in_quote: false,
            emphasized: 0,
            is_pulled: false,
            span,
            text: caption.of(body).into(),
            map: OffsetMap::copied(span),
        }
    });
    blocks.collect()
}

/// Whether nothing else is on the lines of a hole, which is a shortcode.
fn is_alone(body: &str, hole: Span) -> bool {
    let is_shortcode = ["{{<", "{{%"].iter().any(|open| hole.of(body).starts_with(open));
    // No more is looked at than the blanks: a line may hold thousands of shortcodes.
    let is_blank = |letter: char| letter != '\n' && letter.is_whitespace();
    let before = body
        .get(..hole.start)
        .map_or("", |text| text.trim_end_matches(is_blank));
    let after = body
        .get(hole.end..)
        .map_or("", |text| text.trim_start_matches(is_blank));
    let begins = before.is_empty() || before.ends_with('\n');
    is_shortcode && begins && (after.is_empty() || after.starts_with('\n'))
}

/// Where the value of the attribute is. One with escapes or entities would need decoding, and is left out.
fn caption(body: &str, hole: Span) -> Option<Span> {
    const KEY: &str = "caption=\"";
    let text = hole.of(body);
    let key = text.match_indices(KEY).map(|(at, _)| at);
    let mut key = key.filter(|at| {
        text.get(..*at)
            .is_some_and(|before| before.ends_with(char::is_whitespace))
    });
    let start = key.next()? + KEY.len();
    let value = text.get(start..)?.split('"').next()?;
    let is_prose = value.starts_with(char::is_uppercase) && value.split(' ').nth(2).is_some();
    let is_plain = !value.contains(['\\', '&', '\n', '<', '[', '*']) && is_prose;
    is_plain.then(|| Span::new(hole.start + start, hole.start + start + value.len()))
}
