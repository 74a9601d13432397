//! What `lint --diff` prints: unified diffs that `patch -p1` reads. It changes no file.

use similar::TextDiff;

/// The unified diff from `before` to `after`, for a file called `path`.
pub fn unified(path: &str, before: &str, after: &str) -> String {
    TextDiff::from_lines(before, after)
        .unified_diff()
        .context_radius(3)
        .header(&format!("a/{path}"), &format!("b/{path}"))
        .to_string()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_diff_names_the_file_and_the_lines() {
        let diff = super::unified("story.txt", "One.\nThe the cat.\n", "One.\nThe cat.\n");
        assert_eq!(
            diff,
            "--- a/story.txt\n+++ b/story.txt\n@@ -1,2 +1,2 @@\n One.\n-The the cat.\n+The cat.\n"
        );
    }
}
