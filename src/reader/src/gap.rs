//! Before which block of an article is it said that something is lost there?

use edition::{Article, Flag, FlagKind};

/// Index of the block before which the remark on a flag stands.
pub fn place(article: &Article, flag: &Flag) -> usize {
    let blocks = &article.blocks;
    let holds =
        |at: u32| blocks.iter().position(|block| block.spans.iter().any(|span| span.contains(at)));
    match flag.kind {
        FlagKind::LostLead | FlagKind::Order => holds(flag.at).unwrap_or(0),
        // The flag stands just after the last character before the gap.
        FlagKind::LostMiddle | FlagKind::LostTail => {
            let last = flag.at.checked_sub(1).and_then(holds);
            last.map_or(blocks.len(), |block| block + 1)
        }
    }
}
