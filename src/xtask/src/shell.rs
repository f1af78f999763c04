//! How are other programs run? From the root of the project, with the tools that set-up installs first.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// An error is one sentence for a person: what is missing, and how to get it.
pub type Outcome<T = ()> = Result<T, String>;

pub struct Shell {
    pub root: PathBuf,
    /// Where cargo installs programs, and where set-up keeps those of npm.
    pub cargo_home: PathBuf,
    path: OsString,
    /// What every program finds in its environment, besides what it is given.
    variables: Vec<(&'static str, PathBuf)>,
}

impl Shell {
    pub fn new() -> Outcome<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR")
            .ok_or("xtask must be run by cargo: cargo xtask".to_owned())?;
        let root = Path::new(&manifest).ancestors().nth(2).map(Path::to_owned);
        let root = root.ok_or("xtask must be run inside the project".to_owned())?;
        let home = env::var_os("HOME").map(|home| Path::new(&home).join(".cargo"));
        let cargo_home = env::var_os("CARGO_HOME").map(PathBuf::from).or(home);
        let cargo_home = cargo_home.ok_or(
            "neither CARGO_HOME nor HOME is set; set HOME to a folder of yours".to_owned(),
        )?;
        let path = env::var_os("PATH").unwrap_or_default();
        let ours = [cargo_home.join("banxin/bin"), cargo_home.join("bin")];
        let path = env::join_paths(ours.into_iter().chain(env::split_paths(&path)))
            .map_err(|error| format!("PATH cannot be extended: {error}"))?;
        Ok(Self { root, cargo_home, path, variables: Vec::new() })
    }

    /// The same with a variable that every program gets, a path from the root of the project.
    pub fn with(&self, variable: &'static str, path: &str) -> Self {
        let mut variables = self.variables.clone();
        variables.push((variable, self.root.join(path)));
        let (root, cargo_home) = (self.root.clone(), self.cargo_home.clone());
        Self { root, cargo_home, path: self.path.clone(), variables }
    }

    fn command(&self, program: &str, arguments: &[impl AsRef<OsStr>]) -> Command {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(&self.root).env("PATH", &self.path);
        command.envs(self.variables.iter().map(|(variable, path)| (variable, path)));
        command
    }

    /// What a program prints; `None` where it is missing or fails.
    pub fn capture(&self, program: &str, arguments: &[&str]) -> Option<String> {
        let mut command = self.command(program, arguments);
        let output = command.stderr(Stdio::null()).stdin(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// Runs a program whose output the person sees.
    ///
    /// # Errors
    /// It is missing, or fails.
    pub fn run(&self, program: &str, arguments: &[impl AsRef<OsStr>]) -> Outcome {
        self.run_with(program, arguments, &[])
    }

    /// The same with more in its environment.
    ///
    /// # Errors
    /// It is missing, or fails.
    pub fn run_with(
        &self,
        program: &str,
        arguments: &[impl AsRef<OsStr>],
        variables: &[(&str, &Path)],
    ) -> Outcome {
        let mut command = self.command(program, arguments);
        command.envs(variables.iter().copied());
        let words: Vec<_> = arguments.iter().map(|word| word.as_ref().to_string_lossy()).collect();
        let line = format!("{program} {}", words.join(" "));
        match command.status() {
            Ok(status) if status.success() => Ok(()),
            Ok(_) => Err(format!("`{line}` failed; what it said stands above")),
            Err(error) => Err(format!("`{line}` could not be started: {error}")),
        }
    }

    /// Hands this process over, so that Ctrl-C and an end from outside reach the program itself. Returns only
    /// where that fails.
    pub fn become_program(&self, program: &str, arguments: &[&str]) -> String {
        use std::os::unix::process::CommandExt;
        let error = self.command(program, arguments).exec();
        format!("`{program}` could not be started: {error}")
    }
}
