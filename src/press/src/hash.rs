//! What names bytes so that others have another name? Their SHA-256 in hexadecimal digits.

use sha2::{Digest, Sha256};

/// Bytes that tell apart what stands in one folder.
const SHORT: usize = 8;

pub fn whole(bytes: impl AsRef<[u8]>) -> String {
    digits(&Sha256::digest(bytes))
}

/// The first sixteen digits.
pub fn short(bytes: impl AsRef<[u8]>) -> String {
    digits(&Sha256::digest(bytes)[..SHORT])
}

pub fn digits(hash: &[u8]) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_has_its_name_as_well() {
        assert_eq!(short(""), "e3b0c44298fc1c14");
        assert_eq!((whole("").len(), &whole("")[..16]), (64, "e3b0c44298fc1c14"));
    }
}
