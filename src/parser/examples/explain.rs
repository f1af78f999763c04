//! Prints why each piece of a dump became what it became: `cargo run -p parser --example explain -- FILE`.

use std::{env, error::Error, fs};

fn main() -> Result<(), Box<dyn Error>> {
    for file in env::args().skip(1) {
        let (text, _) = parser::decode(&fs::read(file)?)?;
        print!("{}", parser::explain(&text, &parser::Context::default()));
    }
    Ok(())
}
