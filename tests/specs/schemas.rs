//! `docs/schema/` is what `copydesk schema` prints.

use copydesk::{cli, config};

use crate::{compare, root};

#[test]
fn the_published_schemas_are_up_to_date() {
    let folder = root().join("docs/schema");
    let stale: Vec<String> = [
        ("actors.schema.json", config::actors_schema()),
        ("copydesk.schema.json", config::config_schema()),
        ("extract.schema.json", cli::extract_schema()),
        ("extract-input.schema.json", cli::extract_input_schema()),
        ("people.schema.json", cli::people_schema()),
        ("people-links.schema.json", cli::people_links_schema()),
    ]
    .into_iter()
    .filter_map(|(name, text)| compare(folder.join(name), &text).err())
    .collect();
    assert!(stale.is_empty(), "{}", stale.join("\n"));
}
