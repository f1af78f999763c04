//! The wasm's entry.

fn main() {
    reader::start();
}
