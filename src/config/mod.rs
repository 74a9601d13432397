//! Options as users write them and settings as the program uses them. It reads no drafts.
//!
//! What comes with the drafts is not trusted: a configuration runs nothing, and the files it can name, the actor file and
//! notes, are read inside the repository only.

mod actors;
mod date;
mod discovery;
mod exclude;
mod ignored;
mod inside;
mod known_words;
mod leave_out;
mod notes;
mod options;
mod problem;
mod profiles;
mod reader;
mod regular;
mod rule_names;
mod schema;
mod settings;
mod suggestions;
mod terms;
mod turn_off;
mod values;
mod walk;

pub use actors::{
    ACTOR_FILE_NAME, ActorFile, ActorsKey, COLUMNS, ENTRY_KEYS, MAX_ACTOR_FILE, MergeError, Merged, TITLE_KEYS,
    actor_file_text, actors_schema, check_actors, load_actors, locate, merge, read as read_actors, read_csv, toml_of,
};
pub use date::{day_of_milliseconds, parse_date, parse_day};
pub use discovery::{FILE_NAME, Found, config_file_text, discover, load};
pub use exclude::Exclude;
pub use ignored::{IGNORE_FILE, IgnoreFiles};
pub use inside::root_of;
pub use known_words::add_word;
pub use leave_out::leave_out;
pub use notes::{
    MAX_ALL_NOTES, MAX_NOTES, MAX_NOTES_FILES, NOTES_FOLDER, NamedNotes, NotesFile, NotesFiles, NotesKey, NotesShelf,
    NotesWanted, is_notes_name, load_notes, locate_notes, named_notes, notes_at, without_notes,
};
pub use options::{OptionValue, Options, OverrideOptions, RuleOptions, TermOptions, is_level};
pub use problem::{ConfigError, Problem, suggestion};
pub use profiles::{ProfileRow, names as profile_names, rows_of as profile_rows};
pub use regular::read_regular;
pub use rule_names::{rules_named, unknown_rule};
pub use schema::config_schema;
pub use settings::{Settings, problems_of};
pub use suggestions::{Suggestion, suggestions};
pub use terms::terms_of;
pub use turn_off::turn_off;
pub use walk::{FilesBelow, files_below};
