//! Files that hold notes in a form that is not read, by their endings: what to do about each. It opens none.

/// What to do about a file with this ending, in small letters, that somebody means as notes: it follows “cannot be read: ”.
/// `None` for what holds no words and is passed over in a folder: pictures, sound, film.
pub fn refused(ending: &str) -> Option<&'static str> {
    Some(match ending {
        "pdf" => "it is a PDF; save its text as .txt (`pdftotext` does it)",
        "doc" | "odt" | "rtf" | "pages" => "it is a document of a word processor; save it as plain text or Markdown",
        "html" | "htm" => "it is a web page; save its text as .txt",
        "xls" | "xlsx" | "ods" | "csv" | "tsv" => "it is a table; save the words in it as .txt",
        "json" | "xml" | "yaml" | "yml" | "toml" => "it is data; save the words in it as .txt",
        "zip" | "gz" | "tar" | "7z" => "it is an archive; unpack it",
        "png" | "jpg" | "jpeg" | "gif" | "webp" | "heic" | "tif" | "tiff" | "svg" | "mp3" | "m4a" | "wav" | "ogg"
        | "opus" | "flac" | "aac" | "mp4" | "mov" | "mkv" | "webm" | "avi" => return None,
        _ => "its ending is none of .txt, .md, .srt and .vtt; save it as one of them",
    })
}
