//! `copydesk schema`: the published JSON Schemas. They are made where the types are.

use crate::cli::args::{Schema, SchemaArgs};
use crate::cli::commands::shared::print;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::output::people::{link_schema, person_schema};
use crate::config;
use crate::render::facts::{input_schema, output_schema};

/// Prints a schema.
pub fn schema(schema: &SchemaArgs) -> Result<Exit, CliError> {
    print(&match schema.file {
        Schema::Actors => config::actors_schema(),
        Schema::Config => config::config_schema(),
        Schema::Extract => output_schema(),
        Schema::ExtractInput => input_schema(),
        Schema::People => person_schema(),
        Schema::PeopleLinks => link_schema(),
    })?;
    Ok(Exit::Clean)
}
