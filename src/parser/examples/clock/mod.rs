//! How long did this thread hold a core? Others may be at work on the machine.

use std::time::Instant;

pub struct Clock {
    start: Instant,
    on_core: Option<f64>,
}

impl Clock {
    pub fn start() -> Self {
        Self { start: Instant::now(), on_core: on_core() }
    }

    /// Seconds since the start on a core, where the system says so, else by the clock on the wall.
    pub fn seconds(&self) -> f64 {
        let spent = on_core().zip(self.on_core).map(|(now, before)| now - before);
        spent.unwrap_or_else(|| self.start.elapsed().as_secs_f64())
    }
}

fn on_core() -> Option<f64> {
    const NANO: f64 = 1e-9;
    let status = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(status.split_whitespace().next()?.parse::<f64>().ok()? * NANO)
}
