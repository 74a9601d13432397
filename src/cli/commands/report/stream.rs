//! Writes a report while the drafts are read. It holds the first draft until there is a second one, and then only sums and what
//! a list of the drafts shows of each.

use std::fs::File;
use std::io::{self, BufWriter, Seek, Write};

use crate::cli::args::{ReportArgs, ReportBy, ReportFormat};
use crate::cli::commands::reading::ReadOutcome;
use crate::render::json;
use crate::render::{self, By, DraftReport, Overview, StoryReport, Totals};

/// What is read of a draft for a report. To make it costs most of the time, so that it is made where the draft is read.
pub enum ReadDraft {
    /// Its sources.
    Sources(Box<DraftReport>),
    /// All that a page shows of it.
    Story(Box<StoryReport>),
}

/// A report that is being written.
pub struct ReportStream<'a, W> {
    out: W,
    report: &'a ReportArgs,
    by: Option<By>,
    totals: Totals,
    first: Option<ReadDraft>,
    count: usize,
    pages: Pages,
}

/// The articles of a page with several drafts, which begins with what all of them say.
#[derive(Default)]
struct Pages {
    overview: Overview,
    articles: Option<BufWriter<File>>,
}

impl Pages {
    fn add(&mut self, story: &StoryReport) -> io::Result<()> {
        self.overview.add(story);
        let article = render::draft_article(story, self.overview.count());
        let articles = match self.articles.take() {
            Some(articles) => articles,
            None => BufWriter::new(tempfile::tempfile()?),
        };
        self.articles.insert(articles).write_all(article.as_bytes())
    }
}

impl<'a, W: Write> ReportStream<'a, W> {
    /// A report that goes to `out`.
    pub fn new(out: W, report: &'a ReportArgs) -> Self {
        Self {
            out,
            report,
            by: report.by.map(by),
            totals: Totals::default(),
            first: None,
            count: 0,
            pages: Pages::default(),
        }
    }

    /// Adds a draft.
    pub fn add(&mut self, draft: ReadDraft) -> io::Result<()> {
        self.count += 1;
        match &draft {
            ReadDraft::Sources(sources) => {
                self.totals.add(sources);
                self.write_draft(sources)?;
            }
            ReadDraft::Story(story) => {
                self.totals.add(&story.draft);
                if let Some(ReadDraft::Story(first)) = self.first.take() {
                    self.pages.add(&first)?;
                }
                if self.count > 1 {
                    self.pages.add(story)?;
                }
            }
        }
        self.first = (self.count == 1).then_some(draft);
        Ok(())
    }

    /// What a format that is written draft by draft says of one.
    fn write_draft(&mut self, draft: &DraftReport) -> io::Result<()> {
        match self.report.format {
            ReportFormat::Csv if self.by.is_none() => {
                if self.count == 1 {
                    self.csv(&render::draft_csv_header())?;
                }
                self.out.write_all(render::draft_csv(draft).as_bytes())
            }
            ReportFormat::Json => {
                let before: &[u8] = if self.count == 1 { b"{\"drafts\": [\n" } else { b",\n" };
                self.out.write_all(before)?;
                json::write(&mut self.out, &render::draft_json(draft))
            }
            ReportFormat::Csv | ReportFormat::Text | ReportFormat::Html => Ok(()),
        }
    }

    /// The beginning of a file of CSV.
    fn csv(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(render::CSV_MARK.as_bytes())?;
        self.out.write_all(text.as_bytes())
    }

    /// Ends the report. Where nothing could be read, nothing is written.
    pub fn finish(mut self, outcome: &ReadOutcome) -> io::Result<Option<W>> {
        if outcome.failed && !outcome.was_read {
            return Ok(None);
        }
        match (self.report.format, self.by) {
            (ReportFormat::Text, by) => {
                let text = match &self.first {
                    Some(ReadDraft::Sources(only)) if by.is_none() => render::draft_text(only),
                    _ => render::summary_text(&self.totals, by, self.report.top),
                };
                self.out.write_all(text.as_bytes())?;
            }
            (ReportFormat::Csv, Some(by)) => {
                let text = render::summary_csv(&self.totals, by);
                self.csv(&text)?;
            }
            (ReportFormat::Csv, None) if self.count == 0 => {
                self.csv(&render::draft_csv_header())?;
            }
            (ReportFormat::Csv, None) => {}
            (ReportFormat::Json, _) => self.finish_json(&outcome.unread)?,
            (ReportFormat::Html, _) => self.finish_html(&outcome.unread)?,
        }
        self.out.flush()?;
        Ok(Some(self.out))
    }

    fn finish_json(&mut self, unread: &[String]) -> io::Result<()> {
        let before: &[u8] = if self.count == 0 { b"{\"drafts\": [" } else { b"\n" };
        self.out.write_all(before)?;
        self.out.write_all(b"]")?;
        let mut members = render::totals_json(&self.totals);
        members.insert("unread".to_owned(), unread.into());
        for (name, value) in &members {
            write!(self.out, ",\n\"{name}\": ")?;
            json::write(&mut self.out, value)?;
        }
        self.out.write_all(b"}\n")
    }

    fn finish_html(&mut self, unread: &[String]) -> io::Result<()> {
        if let (Some(ReadDraft::Story(only)), true) = (&self.first, unread.is_empty()) {
            return self.out.write_all(render::story_page(only).as_bytes());
        }
        if let Some(ReadDraft::Story(first)) = self.first.take() {
            self.pages.add(&first)?;
        }
        let paths: Vec<String> = self
            .report
            .paths
            .iter()
            .map(|path| path.display().to_string())
            .collect();
        let Pages { overview, articles } = &mut self.pages;
        let start = render::folder_start(&paths.join(", "), overview, &self.totals, self.report.top, unread);
        self.out.write_all(start.as_bytes())?;
        if let Some(articles) = articles {
            articles.flush()?;
            let file = articles.get_mut();
            file.rewind()?;
            io::copy(file, &mut self.out)?;
        }
        self.out.write_all(render::page_end().as_bytes())
    }
}

fn by(by: ReportBy) -> By {
    match by {
        ReportBy::Month => By::Month,
        ReportBy::Desk => By::Desk,
        ReportBy::Source => By::Source,
        ReportBy::Attribute => By::Attribute,
    }
}
