//! What happens at Ctrl-C? The program that runs is stopped, the half-made folder goes, and the old one stays.

use crate::failure::Failure;
use std::path::{Path, PathBuf};
use std::process::{Child, ExitStatus};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

/// As shells have it for a program that SIGINT ended.
const INTERRUPTED: i32 = 130;

/// One for the whole program, which `watch` builds with many times.
#[derive(Clone, Default)]
pub struct Interrupt(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    child: Option<Child>,
    part: Option<PathBuf>,
    /// Between the begin of a build and its end.
    building: bool,
}

static WATCHED: OnceLock<Interrupt> = OnceLock::new();

impl Interrupt {
    /// A build begins.
    ///
    /// # Errors
    /// The system refuses, as it does not.
    pub fn watched() -> Result<Self, Failure> {
        let interrupt = match WATCHED.get() {
            Some(watched) => watched.clone(),
            None => Self::default().watch()?,
        };
        interrupt.state().building = true;
        Ok(interrupt)
    }

    fn watch(self) -> Result<Self, Failure> {
        let own = self.clone();
        let handler = move || own.stop();
        ctrlc::set_handler(handler)
            .map_err(|error| Failure::new(format!("Ctrl-C cannot be watched for ({error})")))?;
        Ok(WATCHED.get_or_init(|| self).clone())
    }

    fn stop(&self) -> ! {
        /// A build that still writes into its folder may put a file there while it goes.
        const TRIES: usize = 20;
        let mut state = self.state();
        if let Some(child) = &mut state.child {
            let _ = child.kill();
            let _ = child.wait();
        }
        if let Some(part) = &state.part {
            for _ in 0..TRIES {
                let _ = std::fs::remove_dir_all(part);
                if !part.exists() {
                    break;
                }
            }
        }
        eprintln!("{}", if state.building { "stopped; nothing was written" } else { "stopped" });
        std::process::exit(INTERRUPTED);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn removes(&self, part: &Path) {
        self.state().part = Some(part.to_owned());
    }

    /// The last step of a build, which Ctrl-C waits for: behind it there is nothing to remove.
    ///
    /// # Errors
    /// Those of the step, where the build still goes.
    pub fn last(&self, step: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
        let mut state = self.state();
        step()?;
        (state.part, state.building) = (None, false);
        Ok(())
    }

    /// The build has ended, well or not.
    pub fn done(&self) {
        let mut state = self.state();
        state.part = None;
        state.building = false;
    }

    /// # Errors
    /// The system cannot wait for it.
    pub fn wait(&self, child: Child) -> Result<ExitStatus, Failure> {
        /// Short against any build.
        const PAUSE: Duration = Duration::from_millis(20);
        self.state().child = Some(child);
        loop {
            let ended = match &mut self.state().child {
                Some(child) => child.try_wait(),
                None => return Err(Failure::new("the program that ran is gone")),
            };
            match ended {
                Ok(Some(status)) => {
                    self.state().child = None;
                    return Ok(status);
                }
                Ok(None) => std::thread::sleep(PAUSE),
                Err(error) => return Err(Failure::new(format!("trunk was lost ({error})"))),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ctrl_c_waits_for_the_last_step() {
        let interrupt = Interrupt::default();
        interrupt.removes(Path::new("dist.part"));
        // The handler begins with the state.
        let step = || {
            assert!(interrupt.0.try_lock().is_err());
            Ok(())
        };
        assert!(interrupt.last(step).is_ok());
        assert_eq!(interrupt.state().part, None);
        let failed = interrupt.last(|| Err(Failure::new("no place")));
        assert!(failed.is_err() && interrupt.0.try_lock().is_ok());
    }
}
