//! One step with its example. It says nothing about the order of steps.

use crate::language::names::found::Found;
use crate::language::names::line::NameLine;

/// One step.
pub struct Step {
    /// What it is about.
    pub name: &'static str,
    /// A sentence that is read right with it and wrong without it, and the names in it: "Mr. [person Milan Orbel] left."
    pub example: &'static str,
    pub(in crate::language::names) apply: fn(&NameLine<'_>, &mut Found),
}
