//! Options as users write them and settings as the program uses them. It reads no drafts.
//!
//! A configuration file comes with the drafts and is not trusted: it runs nothing and names no file to be read.

mod date;
mod discovery;
mod exclude;
mod options;
mod problem;
mod settings;

pub use date::parse_date;
pub use discovery::{FILE_NAME, Found, discover, load};
pub use exclude::Exclude;
pub use options::{OptionValue, Options, RuleOptions};
pub use problem::{ConfigError, Problem, suggestion};
pub use settings::{Settings, unknown_rule};
