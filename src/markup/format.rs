//! Which markup a draft is written in, from its name; it never looks at the text.

use std::path::Path;

/// The markup a draft is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// Plain text: paragraphs by blank line, indent or single line, with wire furniture.
    #[default]
    Plain,
    /// CommonMark with front matter, tables, footnotes and site-generator shortcodes.
    Markdown,
    /// HTML.
    Html,
    /// ArchieML.
    ArchieMl,
}

impl Format {
    /// Every format, in the order of its name in documentation.
    pub const ALL: [Format; 4] = [Format::Plain, Format::Markdown, Format::Html, Format::ArchieMl];

    /// The name used on the command line, in settings and in `extract --jsonl`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Format::Plain => "plain",
            Format::Markdown => "markdown",
            Format::Html => "html",
            Format::ArchieMl => "archieml",
        }
    }

    /// The format with this name; `None` where no format is called so.
    #[must_use]
    pub fn parse(name: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The format of a file, by its extension; plain text where the extension says nothing.
    #[must_use]
    pub fn of_path(path: &Path) -> Format {
        let extension = path
            .extension()
            .and_then(|extension| extension.to_str())
            .unwrap_or_default();
        match extension.to_ascii_lowercase().as_str() {
            "md" | "markdown" | "mdx" | "qmd" => Format::Markdown,
            "html" | "htm" => Format::Html,
            "aml" | "archieml" => Format::ArchieMl,
            _ => Format::Plain,
        }
    }

    /// The format of a document by the language identifier that an editor gives it.
    #[must_use]
    pub fn of_language_id(id: &str) -> Format {
        match id.to_ascii_lowercase().as_str() {
            "markdown" | "mdx" | "quarto" | "rmd" | "pandoc" | "vimwiki" => Format::Markdown,
            "html" | "xhtml" => Format::Html,
            "archieml" | "aml" => Format::ArchieMl,
            _ => Format::Plain,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_tells_the_format() {
        for (path, format) in [
            ("a/Story.MD", Format::Markdown),
            ("story.mdx", Format::Markdown),
            ("story.qmd", Format::Markdown),
            ("story.htm", Format::Html),
            ("story.aml", Format::ArchieMl),
            ("story.archieml", Format::ArchieMl),
            ("story.md.txt", Format::Plain),
            ("notes", Format::Plain),
        ] {
            assert_eq!(Format::of_path(Path::new(path)), format, "{path}");
        }
    }

    #[test]
    fn a_name_is_read_back() {
        for format in Format::ALL {
            assert_eq!(Format::parse(format.name()), Some(format));
            assert_eq!(Format::of_language_id(&format.name().to_uppercase()), format);
        }
        assert_eq!(Format::parse("Plain text"), None);
        assert_eq!(Format::of_language_id("plaintext"), Format::Plain);
    }
}
