//! The binary `copydesk`. It does nothing but hand over to the command line.

use std::process::ExitCode;

fn main() -> ExitCode {
    copydesk::cli::main()
}
