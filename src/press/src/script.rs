//! How does a script of ours reach a visitor? Without its comments.

/// The same code without the lines that are comments, or empty.
pub fn bare(script: &str) -> String {
    let is_code = |line: &&str| !line.is_empty() && !line.trim_start().starts_with("//");
    script.lines().filter(is_code).flat_map(|line| [line, "\n"]).collect()
}
