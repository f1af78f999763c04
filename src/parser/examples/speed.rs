//! How many bytes of dump are parsed a second on one core, and in how much memory?
//! `cargo run --release -p parser --example speed -- FILE…`

mod clock;

use clock::Clock;
use std::hint::black_box;
use std::{env, error::Error, fs};

/// Pages parsed one after the other, from few to many: the peak of memory only ever rises.
const RUNS: [usize; 3] = [1, 100, 5000];

/// A run of few pages is said again so often, for a steady figure.
const LEAST_PAGES: usize = 500;

const MEGA: f64 = 1e6;

fn main() -> Result<(), Box<dyn Error>> {
    let mut pages = Vec::new();
    for file in env::args().skip(1) {
        pages.push(parser::decode(&fs::read(file)?)?.0);
    }
    if pages.is_empty() {
        return Err("name one dump or more".into());
    }
    let context = parser::Context::default();
    let parse = |count: usize| -> usize {
        let run = pages.iter().cycle().take(count);
        run.map(|page| {
            black_box(parser::parse_page("", page, &context));
            page.len()
        })
        .sum()
    };
    // The gazetteer and the tables are loaded by the first page.
    let clock = Clock::start();
    parse(1);
    println!("first page, tables loaded: {:.0} ms", clock.seconds() * 1e3);
    let (mut first_speed, mut first_peak) = (None, None);
    for count in RUNS {
        let clock = Clock::start();
        let mut bytes = 0;
        for _ in 0..LEAST_PAGES.div_ceil(count) {
            bytes += parse(count);
        }
        let speed = bytes as f64 / clock.seconds();
        let times = speed / *first_speed.get_or_insert(speed);
        print!("{count:>5} pages: {:.1} MB/s, {times:.2} times that of one page", speed / MEGA);
        match peak() {
            Some(peak) => {
                let times = peak / *first_peak.get_or_insert(peak);
                println!("; at most {:.1} MB of memory, {times:.2} times", peak / MEGA);
            }
            None => println!("; this system does not say how much memory was used"),
        }
    }
    Ok(())
}

/// Bytes of memory that this process held at most, where the system says so.
fn peak() -> Option<f64> {
    const KIBI: f64 = 1024.0;
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.split_whitespace().next()?.parse::<f64>().ok()? * KIBI)
}
