//! Files and the pages of rules as addresses. It looks at names only, but for the folder of the pages.

use std::path::{Component, Path, PathBuf};

/// Where the pages of the rules are: on a site of the newsroom's, or in a folder if they came with the program.
#[derive(Clone, Debug, Default)]
pub struct RulePages {
    site: Option<String>,
    folder: Option<PathBuf>,
}

impl RulePages {
    /// The pages on a site, whose address has `{code}` in place of the code of a rule, or else in a folder.
    pub fn new(site: Option<String>, folder: Option<PathBuf>) -> Self {
        Self { site, folder }
    }

    /// The address of a rule's page for whoever reads the output on this machine.
    pub fn address_of(&self, code: &str) -> Option<String> {
        self.on_site(code).or_else(|| {
            let page = self.folder.as_ref()?.join(format!("{code}.md"));
            Some(format!("file://{}", encoded(&page)))
        })
    }

    /// The address of a rule's page for readers anywhere. Copydesk has none of its own.
    pub fn on_site(&self, code: &str) -> Option<String> {
        self.site.as_ref().map(|site| site.replace("{code}", code))
    }
}

/// A path as it is in an address, with `/` between the folders. Every byte that could mean something there is encoded, also
/// those of a name that is not UTF-8.
pub fn encoded(path: &Path) -> String {
    let mut text = String::new();
    for component in path.components() {
        if !text.is_empty() && !text.ends_with('/') {
            text.push('/');
        }
        match component {
            Component::RootDir => text.push('/'),
            other => encode(other.as_os_str().as_encoded_bytes(), &mut text),
        }
    }
    text
}

fn encode(bytes: &[u8], text: &mut String) {
    for &byte in bytes {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
}

/// The path from the root that a CI service counts from: the folder in the variable `variable`, or the repository that the
/// draft is in. The path as it is where there is neither.
pub fn from_root(path: &Path, variable: &str) -> PathBuf {
    let absolute = crate::cli::configuration::resolved(path);
    let root = match std::env::var_os(variable) {
        Some(root) => PathBuf::from(root).canonicalize().ok(),
        None => absolute
            .ancestors()
            .skip(1)
            .find(|folder| folder.join(".git").exists())
            .map(Path::to_owned),
    };
    let below = root.and_then(|root| absolute.strip_prefix(root).map(Path::to_owned).ok());
    below.unwrap_or_else(|| path.strip_prefix(".").unwrap_or(path).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_encoded_byte_by_byte() {
        assert_eq!(encoded(Path::new("a b/ö#?.md")), "a%20b/%C3%B6%23%3F.md");
        assert_eq!(encoded(Path::new("/desk/a:b.md")), "/desk/a%3Ab.md");
        let pages = RulePages::new(None, Some(PathBuf::from("/my docs")));
        assert_eq!(
            pages.address_of("doubled-word").unwrap(),
            "file:///my%20docs/doubled-word.md"
        );
        assert_eq!(pages.on_site("doubled-word"), None);
        let site = RulePages::new(Some("https://desk.example/{code}.html".to_owned()), None);
        assert_eq!(
            site.address_of("doubled-word").unwrap(),
            "https://desk.example/doubled-word.html"
        );
    }
}
