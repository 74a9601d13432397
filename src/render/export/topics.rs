//! What a draft is filed under, as its front matter says: media topics of the IPTC, subjects, tags. It chooses none itself.

use crate::engine::Snapshot;
use crate::render::export::uri;

/// A topic that the front matter names.
pub struct Topic<'a> {
    /// What it is called, if it has a name and no code.
    pub name: Option<&'a str>,
    /// Its code as it is written: `medtop:20000763`.
    pub code: Option<&'a str>,
    /// Its address.
    pub uri: Option<String>,
    /// What kind of topic it is: `mediatopic`, `subject` or `keyword`.
    pub rel: &'static str,
}

/// Keys of the front matter, and what they hold.
const KEYS: [(&str, &str); 6] = [
    ("mediatopics", "mediatopic"),
    ("mediatopic", "mediatopic"),
    ("subjects", "subject"),
    ("subject", "subject"),
    ("tags", "keyword"),
    ("keywords", "keyword"),
];

/// Where the IPTC has its media topics.
const MEDIA_TOPICS: &str = "http://cv.iptc.org/newscodes/mediatopic/";

/// The topics, each once, in the order of the front matter.
pub fn topics(snapshot: &Snapshot) -> Vec<Topic<'_>> {
    let mut found: Vec<Topic<'_>> = Vec::new();
    for field in &snapshot.markup.front.fields {
        let known = KEYS.iter().find(|(key, _)| field.key.eq_ignore_ascii_case(key));
        let value = field.value.trim();
        let Some((_, rel)) = known.filter(|_| !value.is_empty() && !value.contains('\n')) else {
            continue;
        };
        let number = value.strip_prefix("medtop:").filter(|number| is_number(number));
        let number = number.or_else(|| Some(value).filter(|value| *rel == "mediatopic" && is_number(value)));
        let uri = match number {
            Some(number) => Some(format!("{MEDIA_TOPICS}{number}")),
            None => uri::is_address(value).then(|| value.to_owned()),
        };
        let is_name = uri.is_none();
        let topic = Topic {
            name: is_name.then_some(value),
            code: number.map(|_| value),
            uri,
            rel: if number.is_some() { "mediatopic" } else { rel },
        };
        let is_known = |one: &Topic<'_>| (one.name, &one.uri) == (topic.name, &topic.uri);
        if !found.iter().any(is_known) {
            found.push(topic);
        }
    }
    found
}

/// Media topics have eight figures.
fn is_number(text: &str) -> bool {
    text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit())
}
