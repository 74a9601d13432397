//! Names that two entries of an actor file claim, as problems with their lines. It reads nothing.

use crate::analysis::register::{Conflict, Register, Spelling};
use crate::config::actors::reader::MOST_PROBLEMS;
use crate::config::problem::Problem;

/// Names that are claimed twice, as problems.
pub(super) fn conflicts(register: &Register) -> Vec<Problem> {
    let conflicts = register.conflicts();
    let mut problems: Vec<Problem> = conflicts
        .iter()
        .take(MOST_PROBLEMS)
        .filter_map(|conflict| conflict_problem(register, conflict))
        .collect();
    if conflicts.len() > MOST_PROBLEMS {
        problems.push(Problem {
            line: problems.last().map_or(1, |problem| problem.line),
            key: String::new(),
            message: format!("{} more names are claimed twice", conflicts.len() - MOST_PROBLEMS),
            is_error: true,
        });
    }
    problems
}

fn conflict_problem(register: &Register, conflict: &Conflict) -> Option<Problem> {
    let (first, second) = (register.get(conflict.first.0)?, register.get(conflict.second.0)?);
    let name = &conflict.name;
    let key = match conflict.second.1 {
        Spelling::Preferred => "name",
        Spelling::Alias => "aliases",
        Spelling::Misspelling => "misspellings",
    };
    let message = if conflict.first.0 == conflict.second.0 {
        let fate = match (conflict.first.1, conflict.second.1) {
            (Spelling::Preferred, Spelling::Alias) => "its name and one of its aliases; leave the alias out",
            (Spelling::Preferred, _) => "both its name and a wrong spelling of it; leave one out",
            _ => "both an alias and a wrong spelling of it; leave one out",
        };
        format!("“{name}” of “{}” is {fate}", first.id)
    } else {
        let claim = |spelling| match spelling {
            Spelling::Preferred => "the name",
            Spelling::Alias => "an alias",
            Spelling::Misspelling => "a misspelling",
        };
        format!(
            "“{name}” is {} of “{}” and was {} of “{}” in line {}; a name can mean one of them only",
            claim(conflict.second.1),
            second.id,
            claim(conflict.first.1),
            first.id,
            first.line
        )
    };
    Some(Problem {
        line: second.line,
        key: format!("actor.{key}"),
        message,
        // What is listed twice in one entry still means that entry, unless it is right and wrong at once.
        is_error: conflict.first.0 != conflict.second.0 || conflict.second.1 == Spelling::Misspelling,
    })
}
