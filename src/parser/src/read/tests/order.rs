//! In which order do pages stand, and what is each edition called?

use super::*;

/// The key of each edition with the files of its pages.
fn shape(name: &str, files: &[(&str, &[u8])]) -> Vec<(String, Vec<String>)> {
    let folder = Folder::with(name, files);
    let sources = |edition: &Edition| {
        edition.pages.iter().map(|page| page.source.clone()).collect::<Vec<_>>()
    };
    let library = read_seeds(&folder.0).unwrap();
    library.editions.iter().map(|edition| (edition.key.clone(), sources(edition))).collect()
}

fn sources(name: &str, files: &[(&str, &[u8])]) -> Vec<String> {
    shape(name, files).remove(0).1
}

const TEXT: &[u8] = "白河村修了新路\n\n本报讯 白河村的新路昨天修好。\n".as_bytes();

#[test]
fn pages_stand_by_the_numbers_that_are_given_or_stated() {
    let head = |number: u8| {
        format!(
            "白河日报 2024年3月5日 星期二 第{number}版\n\n白河村修了新路\n\n本报讯 新路昨天修好。\n"
        )
    };
    let [first, second, third] = [1, 2, 3].map(head);
    let given = b"page = 1\n".as_slice();
    let files = [
        ("2024-03-05/01.txt", TEXT),
        ("2024-03-05/01.toml", given),
        ("2024-03-05/02.txt", second.as_bytes()),
    ];
    assert_eq!(sources("given", &files), ["2024-03-05/01.txt", "2024-03-05/02.txt"]);
    let files = [
        ("2024-03-05/a.txt", third.as_bytes()),
        ("2024-03-05/b.txt", TEXT),
        ("2024-03-05/c.txt", first.as_bytes()),
    ];
    let order = ["2024-03-05/c.txt", "2024-03-05/a.txt", "2024-03-05/b.txt"];
    assert_eq!(sources("stated", &files), order);
}

#[test]
fn pages_without_a_number_stand_by_that_of_their_file() {
    let files = ["10", "2", "1"].map(|name| (format!("2024-03-05/{name}.txt"), TEXT));
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let order = ["2024-03-05/1.txt", "2024-03-05/2.txt", "2024-03-05/10.txt"];
    assert_eq!(sources("names", &files), order);
}

#[test]
fn no_two_editions_have_one_key() {
    let files = [("x.txt", TEXT), ("x/01.txt", TEXT), ("a-b/01.txt", TEXT), ("a/b/01.txt", TEXT)];
    let mut keys: Vec<String> = shape("keys", &files).into_iter().map(|(key, _)| key).collect();
    keys.sort();
    assert_eq!(keys, ["a-b", "a-b-2", "x", "x-2"]);
}
