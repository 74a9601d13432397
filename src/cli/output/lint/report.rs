//! Where a report goes: to streams and files, several at once. What cannot be written in one place is said in another, so
//! that no finding is lost.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;

use crate::cli::args::LintFormat;
use crate::cli::error::CliError;
use crate::cli::output::lint::address::RulePages;
use crate::cli::output::lint::statistics::Statistics;
use crate::cli::output::lint::summary::Summary;
use crate::cli::output::lint::types::{Checked, Failed, Format};
use crate::cli::output::lint::{checkstyle, concise, critic, github, gitlab, json, junit, rdjson, sarif, text};
use crate::cli::replacement::Replacement;

/// A report that is asked for.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Its format.
    pub format: LintFormat,
    /// Whether it counts rules instead of listing findings.
    pub statistics: bool,
    /// Where it goes.
    pub to: Destination,
}

/// Where a report goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// Standard output.
    Stdout,
    /// Standard error, where standard output is needed for something else.
    Stderr,
    /// A file, which is replaced at the end.
    File(PathBuf),
}

/// All reports of a run.
pub struct Report {
    sinks: Vec<Sink>,
    /// What went to files only, a line each, for the case that a file cannot be written.
    lines: Option<Vec<String>>,
    problems: Vec<CliError>,
    output_is_closed: bool,
}

struct Sink {
    format: Box<dyn Format>,
    out: Out,
    is_open: bool,
}

enum Out {
    Stream(Box<dyn Write>),
    File(Replacement),
}

impl Out {
    fn writer(&mut self) -> &mut dyn Write {
        match self {
            Out::Stream(stream) => stream,
            Out::File(file) => file,
        }
    }
}

impl Report {
    /// Opens the reports. A file that could not be written is told now, before any work is done.
    pub fn new(wanted: Vec<Wanted>, pages: RulePages) -> Result<Self, CliError> {
        let has_stream = wanted.iter().any(|one| !matches!(one.to, Destination::File(_)));
        let mut sinks = Vec::new();
        for one in wanted {
            let is_linked =
                one.to == Destination::Stdout && supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout);
            let format = format(&one, &pages, is_linked);
            let out = match one.to {
                Destination::Stdout => Out::Stream(Box::new(BufWriter::new(anstream::stdout()))),
                Destination::Stderr => Out::Stream(Box::new(BufWriter::new(anstream::stderr()))),
                Destination::File(path) => Out::File(Replacement::new(&path)?),
            };
            sinks.push(Sink {
                format,
                out,
                is_open: true,
            });
        }
        let mut report = Self {
            sinks,
            lines: (!has_stream).then(Vec::new),
            problems: Vec::new(),
            output_is_closed: false,
        };
        report.each(|format, out| format.begin(out));
        Ok(report)
    }

    /// Whether nobody reads the findings any more.
    pub fn is_closed(&self) -> bool {
        self.output_is_closed && self.sinks.iter().all(|sink| !sink.is_open)
    }

    /// Adds a draft.
    pub fn add(&mut self, draft: &Checked<'_>) {
        if let Some(lines) = &mut self.lines {
            lines.extend(draft.findings.iter().map(|finding| concise::line(draft, finding, None)));
        }
        let failed = self.each(|format, out| {
            format.draft(draft, out)?;
            // Errors go to another stream; what is before them should be seen before them.
            out.flush()
        });
        if failed {
            self.rescue(draft);
        }
    }

    /// Adds text as it is, a diff, to what goes to streams.
    pub fn add_raw(&mut self, text: &[u8]) {
        self.each(|_, out| {
            out.write_all(text)?;
            out.flush()
        });
    }

    /// Ends the report; `summary` is printed for people only. Returns what could not be written.
    pub fn finish(mut self, summary: Option<&Summary>, failed: &[Failed]) -> Vec<CliError> {
        self.each(|format, out| {
            format.end(summary, failed, out)?;
            out.flush()
        });
        let mut is_lost = false;
        for sink in self.sinks.into_iter().filter(|sink| sink.is_open) {
            if let Out::File(file) = sink.out
                && let Err(error) = file.finish()
            {
                is_lost = true;
                self.problems.push(error);
            }
        }
        if is_lost {
            self.lines.into_iter().flatten().for_each(|line| tell(&line));
        }
        self.problems
    }

    /// Writes to every report that is open. Returns whether one could not be written, other than to a reader that left.
    fn each(&mut self, mut write: impl FnMut(&mut dyn Format, &mut dyn Write) -> io::Result<()>) -> bool {
        let mut failed = false;
        for sink in self.sinks.iter_mut().filter(|sink| sink.is_open) {
            let Err(error) = write(sink.format.as_mut(), sink.out.writer()) else {
                continue;
            };
            sink.is_open = false;
            if error.kind() == io::ErrorKind::BrokenPipe {
                self.output_is_closed = true;
                continue;
            }
            failed = true;
            self.problems.push(match &sink.out {
                Out::Stream(_) => CliError::Stdout(error),
                Out::File(file) => file.error(error),
            });
        }
        failed
    }

    /// Says on standard error what no report could take.
    fn rescue(&mut self, draft: &Checked<'_>) {
        match self.lines.take() {
            Some(lines) => lines.iter().for_each(|line| tell(line)),
            None => {
                let lines = draft.findings.iter().map(|finding| concise::line(draft, finding, None));
                lines.for_each(|line| tell(&line));
            }
        }
        if self.sinks.iter().all(|sink| !sink.is_open) {
            self.sinks.push(Sink {
                format: Box::new(concise::Concise {
                    pages: None,
                    is_plain: false,
                }),
                out: Out::Stream(Box::new(BufWriter::new(anstream::stderr()))),
                is_open: true,
            });
        }
    }
}

/// Says a line on standard error. If that fails too, there is nowhere left.
fn tell(line: &str) {
    let _ = writeln!(anstream::stderr(), "{line}");
}

fn format(wanted: &Wanted, rule_pages: &RulePages, is_linked: bool) -> Box<dyn Format> {
    let pages = is_linked.then(|| rule_pages.clone());
    // Streams know by themselves whether they want colors.
    let is_plain = matches!(wanted.to, Destination::File(_));
    match wanted.format {
        format if wanted.statistics => Box::new(Statistics::new(format == LintFormat::Json)),
        LintFormat::Text => Box::new(text::Text { pages, is_plain }),
        LintFormat::Concise => Box::new(concise::Concise { pages, is_plain }),
        LintFormat::Json => Box::new(json::Json::default()),
        LintFormat::Jsonl => Box::new(json::Jsonl),
        LintFormat::Critic => Box::new(critic::Critic {
            is_terminal: match wanted.to {
                Destination::Stdout => io::stdout().is_terminal(),
                Destination::Stderr => io::stderr().is_terminal(),
                Destination::File(_) => false,
            },
        }),
        LintFormat::Sarif => Box::new(sarif::Sarif::new(rule_pages.clone())),
        LintFormat::Github => Box::new(github::Github),
        LintFormat::Gitlab => Box::new(gitlab::Gitlab::default()),
        LintFormat::Junit => Box::new(junit::Junit),
        LintFormat::Checkstyle => Box::new(checkstyle::Checkstyle),
        LintFormat::Rdjson => Box::new(rdjson::Rdjson::new(rule_pages.clone())),
    }
}
