//! How is a file made small for the way? Once, at the highest level, for files that are served for long.

use flate2::{Compression, GzBuilder};
use std::io::{self, Write};

/// The same bytes give the same bytes: no time and no name in the header.
pub fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut gzip = GzBuilder::new().write(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    gzip.finish()
}

/// How hard to try.
#[derive(Clone, Copy)]
pub enum Effort {
    Best = 11,
    /// Ten times as fast, for a twentieth more.
    Quick = 9,
}

pub fn brotli(bytes: &[u8], effort: Effort) -> io::Result<Vec<u8>> {
    // Bytes, as a power of two; the format's own default.
    const WINDOW: i32 = 22;
    let quality = effort as i32;
    let how = brotli::enc::BrotliEncoderParams { quality, lgwin: WINDOW, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &how)?;
    Ok(out)
}
