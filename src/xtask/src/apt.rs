//! How are Debian's packages installed? As root, or through a sudo that asks nothing.

use crate::shell::{Outcome, Shell};

/// # Errors
/// No apt-get, no right to use it, or it fails; `otherwise` says what else would do.
pub fn install(shell: &Shell, packages: &[&str], otherwise: &str) -> Outcome {
    let list = packages.join(" ");
    let by_hand = || {
        format!(
            "{list} missing; run `sudo apt-get update && sudo apt-get install {list}`, {otherwise}"
        )
    };
    if shell.capture("apt-get", &["--version"]).is_none() {
        return Err(format!("{list} missing, and there is no apt-get; {otherwise}"));
    }
    let is_root = shell.capture("id", &["-u"]).as_deref() == Some("0");
    let prefix: &[&str] = match is_root {
        true => &["env"],
        false if shell.capture("sudo", &["-n", "true"]).is_some() => &["sudo", "-n", "env"],
        false => return Err(by_hand()),
    };
    let run = |action: &[&str]| {
        // Nothing may wait for an answer in CI.
        let words = [&prefix[1..], &["DEBIAN_FRONTEND=noninteractive", "apt-get"], action].concat();
        shell.run(prefix[0], &words).map_err(|error| format!("{} ({error})", by_hand()))
    };
    run(&["update"])?;
    run(&[&["install", "--yes", "--no-install-recommends"], packages].concat())
}
