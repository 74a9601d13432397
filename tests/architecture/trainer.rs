//! That every command of the trainer is in its help and in docs/language.md.

use crate::root;

#[test]
fn every_command_of_the_trainer_is_documented() {
    let read = |name: &str| std::fs::read_to_string(root().join(name)).unwrap();
    let (main, help, page) = (
        read("training/main.rs"),
        read("training/help.rs"),
        read("docs/language.md"),
    );
    let commands: Vec<&str> = (main.split("Some(\"").skip(1))
        .filter_map(|rest| rest.split('"').next())
        .filter(|command| !command.starts_with('-'))
        .collect();
    assert!(commands.contains(&"train"), "{commands:?}");
    for command in commands {
        assert!(
            help.contains(&format!("\n  {command} ")),
            "{command} is not in training/help.rs"
        );
        assert!(
            page.contains(&format!("--example train -- {command} ")),
            "{command} is not in docs/language.md"
        );
    }
}
