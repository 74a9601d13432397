//! What ignore files leave out, and that none of them costs more than it should.

use std::fs;

use super::*;
use crate::config::files_below;

/// A folder with these files; a name that ends with a stroke is a folder.
fn tree(files: &[(&str, &str)]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().canonicalize().unwrap();
    for (name, text) in files {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        if name.ends_with('/') {
            fs::create_dir_all(path).unwrap();
        } else {
            fs::write(path, text).unwrap();
        }
    }
    (folder, root)
}

/// The drafts below a folder by their names, and what was wrong with ignore files.
fn found(folder: &Path) -> (Vec<String>, Vec<String>) {
    let mut ignored = IgnoreFiles::default();
    let below = files_below(folder, &mut ignored, |path| {
        path.extension().is_some_and(|ending| ending == "md")
    });
    assert!(below.unread.is_empty(), "{:?}", below.unread);
    let name = |file: &PathBuf| file.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
    (below.files.iter().map(name).collect(), ignored.take_problems())
}

fn names(folder: &Path) -> Vec<String> {
    let (names, problems) = found(folder);
    assert!(problems.is_empty(), "{problems:?}");
    names
}

#[test]
fn files_in_a_folder_and_above_it_count_up_to_the_repository() {
    let (_keep, root) = tree(&[
        (".gitignore", "a.md\n"),
        ("desk/.git/info/exclude", "x.md\n"),
        (
            "desk/.gitignore",
            "\u{feff}old/\n*.draft.md\n# all.md\n\n/news/top.md\n",
        ),
        ("desk/.ignore", "wire.md\n"),
        ("desk/a.md", ""),
        ("desk/old/b.md", ""),
        ("desk/x.md", ""),
        ("desk/news/.gitignore", "!c.draft.md\nwire.md\r\n"),
        ("desk/news/.copydeskignore", "!wire.md\n"),
        ("desk/news/all.md", ""),
        ("desk/news/c.draft.md", ""),
        ("desk/news/d.draft.md", ""),
        ("desk/news/top.md", ""),
        ("desk/news/deep/top.md", ""),
        ("desk/news/wire.md", ""),
        ("desk/wire.md", ""),
        ("desk/code.rs", ""),
        ("desk/.hidden/e.md", ""),
    ]);
    let news = ["all.md", "c.draft.md", "deep/top.md", "wire.md"];
    assert_eq!(names(&root.join("desk/news")), news);
    let desk: Vec<String> = ["a.md".to_owned()]
        .into_iter()
        .chain(news.map(|name| format!("news/{name}")))
        .collect();
    assert_eq!(names(&root.join("desk")), desk);
    // A folder that somebody names is read, whatever says to leave it out.
    assert_eq!(names(&root.join("desk/old")), ["b.md"]);
}

#[test]
fn a_worktree_has_the_excludes_of_its_repository() {
    let (_keep, root) = tree(&[
        ("main/.git/info/exclude", "x.md\n"),
        ("main/.git/worktrees/desk/commondir", "../..\n"),
        ("desk/a.md", ""),
        ("desk/x.md", ""),
    ]);
    let own = format!("gitdir: {}\n", root.join("main/.git/worktrees/desk").display());
    fs::write(root.join("desk/.git"), own).unwrap();
    assert_eq!(names(&root.join("desk")), ["a.md"]);
}

#[test]
fn hidden_files_are_found_only_where_a_file_says_so() {
    let (_keep, root) = tree(&[
        (".ignore", "!.github/\n!*/\n"),
        (".github/a.md", ""),
        (".git/b.md", ""),
        (".c.md", ""),
    ]);
    assert_eq!(names(&root), [".github/a.md"]);
}

#[test]
fn a_file_that_is_too_much_is_left_aside_and_told() {
    let braces = format!("{}{}", "{a,".repeat(100_000), "}".repeat(100_000));
    let many: String = (0..6_000).map(|number| format!("{number}.md\n")).collect();
    let long = "x.md\n".repeat(300_000);
    let deep = format!("{}{}\n", "{a,".repeat(240), "}".repeat(240));
    let (_keep, root) = tree(&[
        ("a/.gitignore", &format!("x.md\n{braces}\ny.md\n{braces}\n")),
        ("a/x.md", ""),
        ("a/y.md", ""),
        ("b/.gitignore", &many),
        ("b/4999.md", ""),
        ("b/5000.md", ""),
        ("c/.copydeskignore", &long),
        ("c/x.md", ""),
        ("d/.ignore/", ""),
        ("d/x.md", ""),
        ("e/.gitignore", &deep.repeat(100)),
        ("e/x.md", ""),
    ]);
    let (names, problems) = found(&root);
    assert_eq!(names, ["b/5000.md", "c/x.md", "d/x.md", "e/x.md"]);
    let told = [
        "a/.gitignore:2: the pattern is longer than 1000 bytes",
        "b/.gitignore: has more than 5000 patterns; those after line 5000 do not count",
        "c/.copydeskignore: is larger than 1 MB",
        "d/.ignore: cannot be read (it is not a file)",
        "e/.gitignore: has patterns that are too large together",
    ];
    assert_eq!(problems.len(), told.len(), "{problems:?}");
    for (problem, told) in problems.iter().zip(told) {
        assert!(problem.contains(told), "{problem}");
    }
}

#[test]
fn what_a_walk_has_left_is_forgotten_and_what_is_above_is_bounded() {
    let many: String = (0..5_000).map(|number| format!("{number}.md\n")).collect();
    let (_keep, root) = tree(&[("0.md", "")]);
    let mut deep = root.join("deep");
    for number in 0..12 {
        deep = deep.join(number.to_string());
        for folder in [root.join(format!("wide{number}")), deep.clone()] {
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join(".gitignore"), &many).unwrap();
            fs::write(folder.join("4999.md"), "").unwrap();
        }
    }
    let mut ignored = IgnoreFiles::default();
    let below = files_below(&root, &mut ignored, |path| path.extension().is_some());
    assert_eq!(below.files, [root.join("0.md")]);
    assert!(ignored.kept <= MOST_KEPT, "{}", ignored.kept);
    let problems = ignored.take_problems();
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(
        problems
            .iter()
            .all(|problem| problem.contains("the folders above have too many already"))
    );
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_waited_for_and_a_link_does_not_lead_out() {
    use std::os::unix::fs::symlink;
    let (_keep, root) = tree(&[
        ("secret", "*.md\n"),
        ("desk/.git/", ""),
        ("desk/shared", "left.md\n"),
        ("desk/in/left.md", ""),
        ("desk/in/x.md", ""),
        ("desk/out/x.md", ""),
        ("desk/pipe/x.md", ""),
        ("desk/zero/x.md", ""),
        ("desk/gone/x.md", ""),
    ]);
    let link = |to: &str, name: &str| symlink(to, root.join("desk").join(name)).unwrap();
    link("../shared", "in/.gitignore");
    link("../../secret", "out/.gitignore");
    link("/dev/zero", "zero/.copydeskignore");
    link("nowhere", "gone/.gitignore");
    link("../in", "gone/in");
    let made = std::process::Command::new("mkfifo")
        .arg(root.join("desk/pipe/.ignore"))
        .status();
    let (names, problems) = found(&root.join("desk"));
    assert_eq!(names, ["gone/x.md", "in/x.md", "out/x.md", "pipe/x.md", "zero/x.md"]);
    let mut told = vec!["out/.gitignore leads out", "zero/.copydeskignore leads out"];
    if made.is_ok() {
        told.push("pipe/.ignore: cannot be read (it is not a file)");
    }
    for told in &told {
        assert!(problems.iter().any(|problem| problem.contains(told)), "{problems:?}");
    }
    assert_eq!(problems.len(), told.len(), "{problems:?}");
    // A folder that somebody names may be a link.
    link("in", "named");
    assert_eq!(self::names(&root.join("desk/named")), ["x.md"]);
}

#[test]
fn a_draft_that_no_walk_came_by_is_left_out_by_the_nearest_file() {
    let (_keep, root) = tree(&[
        (".git/", ""),
        (".copydeskignore", "old/\n"),
        ("old/keep/.copydeskignore", "!a.md\n"),
        (".gitignore", "b.md\n"),
    ]);
    let mut ignored = IgnoreFiles::default();
    assert!(ignored.leaves_out(&root.join("old/a.md")));
    assert!(!ignored.leaves_out(&root.join("old/keep/a.md")));
    assert!(!ignored.leaves_out(&root.join("b.md")));
}
