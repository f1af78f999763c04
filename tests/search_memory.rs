//! Does searching leave anything behind? What is allocated is counted, over 100,000 searches.

// An allocator cannot be written otherwise; this one counts and hands on.
#![allow(unsafe_code)]

use search::{Document, Engine, Field, Options, Part, Query, Tables};
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicIsize, Ordering};

struct Counting;

static HELD: AtomicIsize = AtomicIsize::new(0);

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        HELD.fetch_add(layout.size() as isize, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size() as isize, Ordering::Relaxed);
        unsafe { System.dealloc(place, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

const SEARCHES: usize = 100_000;
const SNIPPET: usize = 60;

#[test]
fn a_hundred_thousand_searches_leave_nothing_behind() {
    let seed = include_str!("data/seed/000_2caf9e3daaa9a3f0.txt");
    let part = |text: &'static str| Part { field: Field::Body, text: text.into() };
    let documents = seed.lines().map(|line| Document { parts: vec![part(line)] }).collect();
    let engine = Engine::new(documents, Tables::for_text(seed));
    while engine.index_more() {}
    // Of every tier, and of none.
    let queries = [
        "新绛",
        "運城",
        "xinjiang",
        "xjx",
        "涑水",
        "河道里的水什么时候清了",
        "的",
        "一 年",
        "飞船",
    ];
    let queries = queries.map(Query::parse);
    let search = |number: usize| {
        let options = Options { detailed: Some(3), ..Options::default() };
        let answer = engine.search_with(&queries[number % queries.len()], options);
        answer.hits.iter().take(2).for_each(|hit| drop(engine.snippet(hit, SNIPPET)));
        answer.hits.len()
    };
    let found: usize = (0..queries.len()).map(search).sum();
    assert!(found > 0);
    let before = HELD.load(Ordering::Relaxed);
    let sum: usize = (0..SEARCHES).map(search).sum();
    assert!(sum > found);
    // The harness may hold a line of its own.
    const SLACK: isize = 4_096;
    assert!((HELD.load(Ordering::Relaxed) - before).abs() < SLACK);
}
