//! What happens at Ctrl-C? The program that runs is stopped, the half-made folder goes, and the old one stays.

use crate::failure::Failure;
use std::path::{Path, PathBuf};
use std::process::{Child, ExitStatus};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// As shells have it for a program that SIGINT ended.
const INTERRUPTED: i32 = 130;

#[derive(Clone, Default)]
pub struct Interrupt(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    child: Option<Child>,
    part: Option<PathBuf>,
}

impl Interrupt {
    /// # Errors
    /// The system refuses, as it does not.
    pub fn watched() -> Result<Self, Failure> {
        let interrupt = Self::default();
        let own = interrupt.clone();
        let handler = move || {
            let mut state = own.state();
            if let Some(child) = &mut state.child {
                let _ = child.kill();
                let _ = child.wait();
            }
            if let Some(part) = &state.part {
                let _ = std::fs::remove_dir_all(part);
            }
            eprintln!("stopped; nothing was written");
            std::process::exit(INTERRUPTED);
        };
        match ctrlc::set_handler(handler) {
            // `watch` builds many times; the first handler holds no child and no folder of these.
            Err(ctrlc::Error::MultipleHandlers) | Ok(()) => Ok(interrupt),
            Err(error) => Err(Failure::new(format!("Ctrl-C cannot be watched for ({error})"))),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn removes(&self, part: &Path) {
        self.state().part = Some(part.to_owned());
    }

    pub fn done(&self) {
        self.state().part = None;
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
