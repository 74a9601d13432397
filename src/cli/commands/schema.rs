//! `copydesk schema`: the published JSON Schemas. They are made in `config`.

use crate::cli::args::{Schema, SchemaArgs};
use crate::cli::commands::shared::print;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::config;

/// Prints a schema.
pub fn schema(schema: &SchemaArgs) -> Result<Exit, CliError> {
    print(&match schema.file {
        Schema::Actors => config::actors_schema(),
        Schema::Config => config::config_schema(),
    })?;
    Ok(Exit::Clean)
}
