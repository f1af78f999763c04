//! Is this character one of a set? A bit for each of the basic plane, for tests on every character of a text.

/// Characters beyond the basic plane are held to be in every set: who asks looks again.
pub struct CharSet(Box<[u64; PLANE / BITS]>);

const PLANE: usize = 0x1_0000;
const BITS: usize = 64;

impl CharSet {
    pub fn of(chars: impl IntoIterator<Item = char>) -> Self {
        let mut set = Self(Box::new([0; PLANE / BITS]));
        chars.into_iter().for_each(|c| set.put(c));
        set
    }

    pub fn put(&mut self, c: char) {
        let code = c as usize;
        if let Some(word) = self.0.get_mut(code / BITS) {
            *word |= 1 << (code % BITS);
        }
    }

    #[inline]
    pub fn may_have(&self, c: char) -> bool {
        let code = c as usize;
        self.0.get(code / BITS).is_none_or(|word| word >> (code % BITS) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_what_was_put_in() {
        let set = CharSet::of("村镇".chars());
        assert!(set.may_have('村') && set.may_have('镇') && !set.may_have('乡'));
        assert!(set.may_have('𠮷'));
    }
}
