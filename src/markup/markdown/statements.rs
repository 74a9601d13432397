//! Whole lines of Markdown dialects that are not prose: directives (`:::`) and the imports and exports of MDX. It never
//! hides a line of running text.

use std::sync::LazyLock;

use regex::Regex;

use crate::markup::lines;
use crate::text::Span;

use crate::markup::markdown::holes::Hole;

/// Matches `import Chart from '../chart'`, not "import duties rose".
static IMPORT: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r#"^import\s+(?:[\w*{][^'"]*\sfrom\s+)?['"][^'"]+['"];?\s*$"#).ok());

/// Matches `export const meta = {`, not "export of grain fell".
static EXPORT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^export\s+(?:(?:default|const|let|var|function|class|async)\b.*[={(;].*|\{.*|\*\s+from\s.*)$").ok()
});

/// The lines to hide, in the order of the source. `holes` are hidden already, and are left alone.
pub(super) fn lines_to_hide(source: &str, holes: &[Hole]) -> Vec<Hole> {
    if !source.contains(":::") && !source.contains("import") && !source.contains("export") {
        return Vec::new();
    }
    let mut hidden: Vec<Hole> = Vec::new();
    let mut may_state = true;
    let mut in_statement = false;
    let mut next_hole = 0;
    for line in lines::lines(source) {
        let text = line.of(source);
        let is_blank = text.trim().is_empty();
        let is_directive = text.trim_start().starts_with(":::");
        let is_statement = may_state
            && text.len() <= LONGEST
            && ((text.starts_with("import") && matches(&IMPORT, text))
                || (text.starts_with("export") && matches(&EXPORT, text)));
        in_statement = !is_blank && (in_statement || is_statement && !text.trim_end().ends_with([';', '\'', '"']));
        if is_directive || is_statement || in_statement {
            while holes.get(next_hole).is_some_and(|hole| hole.span.end <= line.start) {
                next_hole += 1;
            }
            // What is hidden inside the line already stays hidden; the rest of the line goes too.
            let mut at = line.start;
            for hole in holes
                .iter()
                .skip(next_hole)
                .take_while(|hole| hole.span.start < line.end)
            {
                hidden.push(Hole {
                    span: Span::new(at, hole.span.start.max(at)),
                    is_object: false,
                });
                at = hole.span.end;
            }
            hidden.push(Hole {
                span: Span::new(at, line.end),
                is_object: false,
            });
        }
        may_state = is_blank || is_statement || in_statement;
    }
    hidden.retain(|hole| !hole.span.is_empty());
    hidden
}

const LONGEST: usize = 2_000;

fn matches(regex: &LazyLock<Option<Regex>>, text: &str) -> bool {
    regex.as_ref().is_some_and(|regex| regex.is_match(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_and_prose() {
        for (text, is_hidden) in [
            ("import Chart from '../chart'", true),
            ("import { A, B } from \"x\";", true),
            ("import 'x.css'", true),
            ("export const meta = { a: 1 }", true),
            ("export default function Page() {", true),
            (":::note", true),
            ("import duties rose, said Holm", false),
            ("export of grain fell", false),
            ("export default rates rose", false),
            ("He said: import 'x'", false),
        ] {
            assert_eq!(!lines_to_hide(text, &[]).is_empty(), is_hidden, "{text}");
        }
    }
}
