//! How is anything chosen? By numbers that look random and are always the same (xorshift).

pub struct Dice(u64);

impl Dice {
    /// Other seeds give other numbers; 0 the usual ones.
    pub fn new(seed: u64) -> Self {
        const USUAL: u64 = 0x9E37_79B9_7F4A_7C15;
        let mixed = USUAL ^ seed.wrapping_mul(0xD134_2543_DE82_EF95);
        Self(if mixed == 0 { USUAL } else { mixed })
    }

    pub fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }
}
