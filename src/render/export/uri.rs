//! The address of a draft, which ninjs asks for. It looks nothing up.

/// The name itself, if it is a URI, and otherwise one made of it.
pub fn of(name: &str) -> String {
    if is_address(name) {
        return name.to_owned();
    }
    let mut uri = String::from("urn:copydesk:");
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/') {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

/// Whether a name is a URI that names something and does nothing: of the web, or a URN.
pub fn is_address(name: &str) -> bool {
    let scheme = name.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    is_uri(name) && matches!(scheme.as_deref(), Some("http" | "https" | "urn"))
}

/// Whether a name is a URI: a scheme of two letters or more (one is a drive), a colon, and only characters that a URI may have.
fn is_uri(name: &str) -> bool {
    let Some((scheme, rest)) = name.split_once(':') else {
        return false;
    };
    let is_scheme = scheme.len() > 1
        && scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    let may_be = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte);
    is_scheme && !rest.is_empty() && rest.bytes().all(may_be)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_no_address_is_made_one() {
        assert_eq!(of("https://news.example/2031/a?b=1"), "https://news.example/2031/a?b=1");
        assert_eq!(of("urn:newsml:news.example:a:1"), "urn:newsml:news.example:a:1");
        assert_eq!(of("stories/über uns.md"), "urn:copydesk:stories/%C3%BCber%20uns.md");
        assert_eq!(of("C:\\a.txt"), "urn:copydesk:C%3A%5Ca.txt");
        assert_eq!(of("note: a"), "urn:copydesk:note%3A%20a");
        assert_eq!(of("javascript:alert(1)"), "urn:copydesk:javascript%3Aalert%281%29");
        assert_eq!(of("data:text/html,a"), "urn:copydesk:data%3Atext/html%2Ca");
        assert_eq!(of(""), "urn:copydesk:");
    }
}
