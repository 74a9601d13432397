//! SARIF 2.1.0: findings with rules, fixes and what is suppressed, for services that keep them. It is written as a stream.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::cli::fingerprint::Fingerprints;
use crate::cli::notes::{positions, shown_path};
use crate::cli::output::lines::Position;
use crate::cli::output::lint::address::{RulePages, encoded};
use crate::cli::output::lint::summary::Summary;
use crate::cli::output::lint::types::{Authority, Checked, Failed, Format, SetAside};
use crate::render::json;
use crate::rules::{Finding, Fix, Level, RULES, Rule};
use crate::text::Span;
use crate::verify::NotesSource;

/// `--format sarif`.
pub struct Sarif {
    pages: RulePages,
    has_any: bool,
}

impl Sarif {
    /// A report whose rules name their pages, where these have an address on the web; the text of each page is in it anyway.
    pub fn new(pages: RulePages) -> Self {
        Self { pages, has_any: false }
    }
}

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// What paths are counted from.
const BASE: &str = "%SRCROOT%";

impl Format for Sarif {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        write!(
            out,
            "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\"tool\":{{\"driver\":"
        )?;
        let driver = json!({
            "name": "copydesk",
            "version": env!("CARGO_PKG_VERSION"),
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "rules": RULES.iter().map(|one| rule(one, &self.pages)).collect::<Vec<_>>(),
        });
        json::write(out, &driver)?;
        out.write_all(b"},\"columnKind\":\"unicodeCodePoints\",\"results\":[")
    }

    fn draft(&mut self, draft: &Checked<'_>, out: &mut dyn Write) -> io::Result<()> {
        let uri = encoded(draft.path.strip_prefix(".").unwrap_or(draft.path));
        let mut fingerprints = Fingerprints::new(&uri, draft.source);
        for (finding, set_aside) in draft.all() {
            out.write_all(if self.has_any { b",\n" } else { b"\n" })?;
            let print = fingerprints.of(finding);
            json::write(out, &result(draft, finding, set_aside, &uri, &print))?;
            self.has_any = true;
        }
        Ok(())
    }

    fn end(&mut self, _: Option<&Summary>, failed: &[Failed], out: &mut dyn Write) -> io::Result<()> {
        let notifications: Vec<Value> = failed.iter().map(notification).collect();
        let invocation = json!({
            "executionSuccessful": failed.is_empty(),
            "toolExecutionNotifications": notifications,
        });
        out.write_all(b"\n],\"invocations\":[")?;
        json::write(out, &invocation)?;
        out.write_all(b"]}]}\n")
    }
}

fn rule(rule: &Rule, pages: &RulePages) -> Value {
    let mut value = json!({
        "id": rule.code,
        "shortDescription": { "text": rule.summary },
        "help": { "text": rule.summary, "markdown": rule.page() },
        "defaultConfiguration": { "enabled": rule.is_on, "level": level(rule.level) },
        "properties": { "tags": [rule.category.name()] },
    });
    if let Some(address) = pages.on_site(rule.code) {
        merge(&mut value, json!({ "helpUri": address }));
    }
    value
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info | Level::Hint => "note",
    }
}

fn result(draft: &Checked<'_>, finding: &Finding, set_aside: Option<&SetAside>, uri: &str, print: &str) -> Value {
    let help = match finding.help.as_str() {
        "" => String::new(),
        help => format!(". {help}"),
    };
    let related: Vec<Value> = finding
        .related
        .iter()
        .enumerate()
        .map(|(index, related)| {
            let mut place = match &related.notes {
                Some(notes) => location_in_notes(notes, related.span),
                None => location(draft, related.span, uri),
            };
            merge(
                &mut place,
                json!({ "id": index + 1, "message": { "text": related.message } }),
            );
            place
        })
        .collect();
    let mut result = json!({
        "ruleId": finding.code,
        "ruleIndex": RULES.iter().position(|rule| rule.code == finding.code),
        "level": level(finding.level),
        "message": { "text": format!("{}{help}", finding.message) },
        "locations": [location(draft, finding.span, uri)],
        "partialFingerprints": { "copydesk/v1": print },
    });
    if !related.is_empty() {
        merge(&mut result, json!({ "relatedLocations": related }));
    }
    if let Some(one) = finding.fixes.first().filter(|fix| !fix.edits.is_empty()) {
        merge(&mut result, json!({ "fixes": [fix(draft, one, uri)] }));
    }
    // A run that knows of suppressions says of every result that it has none, so that both can be told apart.
    let suppressions: Vec<Value> = set_aside.into_iter().map(suppression).collect();
    merge(&mut result, json!({ "suppressions": suppressions }));
    result
}

fn suppression(one: &SetAside) -> Value {
    let kind = match one.by {
        Authority::Comment { .. } => "inSource",
        Authority::Baseline => "external",
    };
    let mut value = json!({ "kind": kind });
    if !one.by.reason().is_empty() {
        merge(&mut value, json!({ "justification": one.by.reason() }));
    }
    value
}

fn location(draft: &Checked<'_>, span: Span, uri: &str) -> Value {
    json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri, "uriBaseId": BASE },
            "region": region(draft, span),
        }
    })
}

fn location_in_notes(notes: &NotesSource, span: Span) -> Value {
    let (start, end) = positions(notes, span);
    json!({
        "physicalLocation": {
            "artifactLocation": { "uri": encoded(&shown_path(notes)), "uriBaseId": BASE },
            "region": region_between(start, end),
        }
    })
}

fn region(draft: &Checked<'_>, span: Span) -> Value {
    region_between(draft.lines.position(span.start), draft.lines.position(span.end))
}

fn region_between(start: Position, end: Position) -> Value {
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    })
}

fn fix(draft: &Checked<'_>, fix: &Fix, uri: &str) -> Value {
    let replacements: Vec<Value> = fix
        .edits
        .iter()
        .map(|edit| {
            json!({
                "deletedRegion": region(draft, edit.span),
                "insertedContent": { "text": edit.text },
            })
        })
        .collect();
    json!({
        "description": { "text": fix.title },
        "artifactChanges": [{
            "artifactLocation": { "uri": uri, "uriBaseId": BASE },
            "replacements": replacements,
        }],
    })
}

fn notification(failed: &Failed) -> Value {
    let mut value = json!({ "level": "error", "message": { "text": failed.message } });
    if let Some(path) = &failed.path {
        let place = json!({ "physicalLocation": { "artifactLocation": { "uri": encoded(path), "uriBaseId": BASE } } });
        merge(&mut value, json!({ "locations": [place] }));
    }
    value
}

/// Adds the keys of the second object to the first.
fn merge(value: &mut Value, more: Value) {
    if let (Value::Object(object), Value::Object(more)) = (value, more) {
        object.extend(more);
    }
}
