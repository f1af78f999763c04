//! How is a ZIP made whose bytes are the same each time? Fixed times, files in the order given.

use crate::failure::Failure;
use std::io::{Cursor, Write};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

pub struct Archive(ZipWriter<Cursor<Vec<u8>>>);

impl Archive {
    pub fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }

    /// As it is, as the first file of an EPUB must be.
    pub fn store(&mut self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.put(name, bytes, CompressionMethod::Stored)
    }

    pub fn deflate(&mut self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        self.put(name, bytes, CompressionMethod::Deflated)
    }

    fn put(&mut self, name: &str, bytes: &[u8], how: CompressionMethod) -> Result<(), Failure> {
        const READABLE: u32 = 0o644;
        // 1980-01-01, the first that the format knows.
        let how = SimpleFileOptions::default().compression_method(how);
        let how = how.last_modified_time(DateTime::default()).unix_permissions(READABLE);
        let named = |error: ZipError| Failure::new(format!("{name} cannot be packed ({error})"));
        self.0.start_file(name, how).map_err(named)?;
        self.0.write_all(bytes).map_err(|error| named(error.into()))
    }

    pub fn end(self) -> Result<Vec<u8>, Failure> {
        let end = self.0.finish();
        let end = end.map_err(|error| Failure::new(format!("no archive was made ({error})")))?;
        Ok(end.into_inner())
    }
}
