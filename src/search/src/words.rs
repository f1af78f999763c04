//! Which runs of characters are words of the documents? Hashes of them all, in a few bits each.

/// The words of a text: a Golomb-coded set of hashes. A run that is no word is taken for one once in
/// [`Words::WRONG`] times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Words {
    /// In ascending order, below their number times `WRONG`; one comes twice where two words have it.
    pub hashes: Vec<u32>,
}

impl Words {
    pub const WRONG: u32 = 512;
    /// Units of the words that are kept.
    #[cfg(feature = "build")]
    pub const SHORTEST: usize = 2;
    pub const LONGEST: usize = 4;

    pub fn hold(&self, run: &[u16]) -> bool {
        let count = self.hashes.len();
        if count == 0 {
            return false;
        }
        let hash = Self::hash(run, count);
        // The hashes lie evenly: the place is near where its share of them ends.
        let likely = (u64::from(hash) / u64::from(Self::WRONG)) as usize;
        let mut at = likely.min(count - 1);
        while at > 0 && self.hashes[at] > hash {
            at -= 1;
        }
        self.hashes[at..].iter().take_while(|own| **own <= hash).any(|own| *own == hash)
    }

    /// The hash of a run in a set of so many words.
    pub fn hash(run: &[u16], count: usize) -> u32 {
        let mut hash = 0xCBF2_9CE4_8422_2325u64;
        for unit in run {
            hash = (hash ^ u64::from(*unit)).wrapping_mul(0x100_0000_01B3);
        }
        hash = (hash ^ hash >> 29).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        (((hash >> 32) * (count as u64 * u64::from(Self::WRONG))) >> 32) as u32
    }
}
