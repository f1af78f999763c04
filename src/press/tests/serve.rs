//! Does `press serve` say over HTTP what a good host says? The real program, asked as no browser would dare.

mod support;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use support::{file, folder};

struct Served {
    program: Child,
    port: u16,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        let own = self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        own.map(|(_, value)| value.as_str())
    }

    fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

/// A small site under `/paper/`, and a secret beside it.
fn served(test: &str) -> Served {
    let outside = folder(test);
    file(&outside, "secret.txt", "secret");
    let site = outside.join("site");
    for (name, text) in [
        ("index.html", "<!doctype html>front"),
        ("index.html.br", "as brotli"),
        ("index.html.gz", "as gzip"),
        ("404.html", "<!doctype html>nowhere"),
        ("a/周一/index.html", "article"),
        ("reader-0123456789abcdef_bg.wasm", "\0asm"),
        ("feed.json", "{}"),
        ("feeds/140821.xml", "<feed/>"),
        ("banxin.epub", "book"),
        ("sw.js", "worker"),
    ] {
        file(&site, name, text);
    }
    let mut program = Command::new(env!("CARGO_BIN_EXE_press"))
        .args(["serve", site.to_str().unwrap(), "--port", "0", "--under", "paper"])
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(program.stderr.take().unwrap()).read_line(&mut line).unwrap();
    let port = line.strip_prefix("http://127.0.0.1:").unwrap();
    assert!(port.ends_with("/paper/ until Ctrl-C\n"), "{line}");
    Served { program, port: port.split('/').next().unwrap().parse().unwrap() }
}

impl Served {
    /// The path goes out as it is written here.
    fn ask(&self, method: &str, path: &str, headers: &[&str]) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let more: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{more}\r\n")
            .unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let head = std::str::from_utf8(&bytes[..end]).unwrap();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let header = |line: &str| {
            let (name, value) = line.split_once(": ").unwrap();
            (name.to_owned(), value.to_owned())
        };
        Answer { status, headers: lines.map(header).collect(), body: bytes[end + 4..].to_vec() }
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[])
    }
}

#[test]
fn a_file_comes_with_its_type_and_what_only_headers_say() {
    let site = served("serve-headers");
    for (path, kind, kept) in [
        ("/paper/", "text/html; charset=utf-8", "no-cache"),
        ("/paper/sw.js", "text/javascript; charset=utf-8", "no-cache"),
        ("/paper/feed.json", "application/feed+json", "no-cache"),
        ("/paper/feeds/140821.xml", "application/atom+xml", "no-cache"),
        ("/paper/banxin.epub", "application/epub+zip", "no-cache"),
        (
            "/paper/reader-0123456789abcdef_bg.wasm",
            "application/wasm",
            "public, max-age=31536000, immutable",
        ),
    ] {
        let answer = site.get(path);
        let said = ["Content-Type", "Cache-Control"].map(|name| answer.header(name));
        assert_eq!((answer.status, said), (200, [Some(kind), Some(kept)]), "{path}");
        for (name, value) in [
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Content-Security-Policy", "frame-ancestors 'self'"),
            ("Vary", "Accept-Encoding"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{path}");
        }
    }
    assert_eq!(site.get("/paper/").text(), "<!doctype html>front");
    assert_eq!(site.get("/paper/?q=1").text(), "<!doctype html>front");
}

#[test]
fn the_smallest_form_that_is_accepted_is_sent() {
    let site = served("serve-encodings");
    for (accepted, encoding, body) in [
        ("Accept-Encoding: gzip, deflate, br", Some("br"), "as brotli"),
        ("Accept-Encoding: gzip", Some("gzip"), "as gzip"),
        ("Accept-Encoding: br;q=0, gzip", Some("gzip"), "as gzip"),
        ("Accept-Encoding: identity", None, "<!doctype html>front"),
    ] {
        let answer = site.ask("GET", "/paper/", &[accepted]);
        let said = (answer.header("Content-Encoding"), answer.text());
        assert_eq!(said, (encoding, body), "{accepted}");
        assert_eq!(answer.header("Content-Type"), Some("text/html; charset=utf-8"));
    }
}

#[test]
fn what_a_browser_has_already_is_not_sent_again() {
    let site = served("serve-tags");
    let first = site.get("/paper/feed.json");
    let tag = first.header("ETag").unwrap();
    let again = site.ask("GET", "/paper/feed.json", &[&format!("If-None-Match: {tag}")]);
    assert_eq!((again.status, again.body.len(), again.header("ETag")), (304, 0, Some(tag)));
    let other = site.ask("GET", "/paper/feed.json", &["If-None-Match: \"other\""]);
    assert_eq!((other.status, other.text()), (200, "{}"));
    // Each form has a tag of its own.
    let small = site.ask("GET", "/paper/", &["Accept-Encoding: br"]);
    assert_ne!(small.header("ETag"), site.get("/paper/").header("ETag"));
}

#[test]
fn a_part_that_is_asked_for_is_sent_alone() {
    let site = served("serve-ranges");
    let ask = |path: &str, headers: &[&str]| site.ask("GET", path, headers);
    let whole = ask("/paper/banxin.epub", &[]);
    assert_eq!((whole.text(), whole.header("Accept-Ranges")), ("book", Some("bytes")));
    let part = ask("/paper/banxin.epub", &["Range: bytes=1-2"]);
    assert_eq!((part.status, part.text()), (206, "oo"));
    assert_eq!(part.header("Content-Range"), Some("bytes 1-2/4"));
    let beyond = ask("/paper/banxin.epub", &["Range: bytes=4-"]);
    assert_eq!((beyond.status, beyond.header("Content-Range")), (416, Some("bytes */4")));
    let other = ask("/paper/banxin.epub", &["Range: bytes=1-2", "If-Range: \"other\""]);
    assert_eq!((other.status, other.text()), (200, "book"));
    let packed = ask("/paper/", &["Range: bytes=3-", "Accept-Encoding: br"]);
    assert_eq!((packed.status, packed.text()), (206, "brotli"));
    let beyond = ask("/paper/", &["Range: bytes=9-", "Accept-Encoding: br"]);
    assert_eq!((beyond.status, beyond.text()), (416, "416\n"));
    for name in ["Content-Encoding", "ETag", "Cache-Control"] {
        assert_eq!(beyond.header(name), None, "{name}");
    }
    assert_eq!(ask("/paper/nothing", &["Range: bytes=0-1"]).status, 404);
}

#[test]
fn heads_have_no_body_and_nothing_can_be_written() {
    let site = served("serve-methods");
    let head = site.ask("HEAD", "/paper/", &[]);
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.header("ETag"), site.get("/paper/").header("ETag"));
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let answer = site.ask(method, "/paper/", &["Content-Length: 0"]);
        assert_eq!((answer.status, answer.header("Allow")), (405, Some("GET, HEAD")), "{method}");
    }
}

#[test]
fn a_folder_is_found_with_and_without_its_slash() {
    let site = served("serve-folders");
    for (path, to) in
        [("/paper", "/paper/"), ("/paper/a/%E5%91%A8%E4%B8%80", "/paper/a/%E5%91%A8%E4%B8%80/")]
    {
        let answer = site.get(path);
        assert_eq!((answer.status, answer.header("Location")), (301, Some(to)), "{path}");
        let there = site.get(to);
        assert_eq!(there.status, 200, "{to}");
    }
}

#[test]
fn what_is_not_there_and_what_is_outside_is_answered_alike() {
    let site = served("serve-outside");
    for path in [
        "/paper/nothing",
        "/paper/a/",
        "/paper/../secret.txt",
        "/paper/a/../../secret.txt",
        "/paper/%2e%2e/secret.txt",
        "/paper/..%2fsecret.txt",
        "/paper/..%5csecret.txt",
        "/paper//etc/passwd",
        "/paper/%2fetc%2fpasswd",
        "/paper/%00",
        "/paper/%ff",
    ] {
        let answer = site.get(path);
        assert_eq!((answer.status, answer.text()), (404, "<!doctype html>nowhere"), "{path}");
    }
    for path in ["/", "/secret.txt", "/paperback/", "/paper.html"] {
        assert_eq!(site.get(path).status, 404, "{path}");
    }
}
