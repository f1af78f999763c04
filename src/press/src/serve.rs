//! How does a built folder look on a host? Served as a good one would: types, compressed forms, keeping times,
//! and nothing from outside the folder.

mod headers;

use crate::args::Serve;
use crate::failure::Failure;
use crate::hash;
use crate::site;
pub use headers::media_type;
use headers::{cache, encodings, fixed, range};
use std::fs;
use std::net::Ipv4Addr;
use std::path::{Component, Path, PathBuf};
use tiny_http::{Header, Method, Request, Response, Server};

/// # Errors
/// A folder without a site, a port that cannot be had.
pub fn run(asked: &Serve) -> Result<String, Failure> {
    let folder = &asked.folder;
    if !folder.join(INDEX).is_file() {
        return Err(Failure::new(format!(
            "{}: holds no {INDEX}; build the site first: press build",
            folder.display()
        )));
    }
    let root = folder.canonicalize().map_err(Failure::at(folder))?;
    let server = Server::http((Ipv4Addr::LOCALHOST, asked.port)).map_err(|error| {
        Failure::new(format!(
            "port {} cannot be used ({error}); choose another: press serve --port {}",
            asked.port,
            asked.port.wrapping_add(1)
        ))
    })?;
    let port = server.server_addr().to_ip().map_or(asked.port, |address| address.port());
    let under = format!("/{}/", asked.under.trim_matches('/')).replace("//", "/");
    eprintln!("http://127.0.0.1:{port}{under} until Ctrl-C");
    for request in server.incoming_requests() {
        let reply = reply(&request, &root, &under);
        // A browser that went away is none of our business.
        let _ = request.respond(reply);
    }
    Ok(String::new())
}

const INDEX: &str = "index.html";

type Reply = Response<std::io::Cursor<Vec<u8>>>;

fn reply(request: &Request, root: &Path, under: &str) -> Reply {
    let is_read = matches!(request.method(), Method::Get | Method::Head);
    if !is_read {
        return plain(405).with_header(header("Allow", "GET, HEAD"));
    }
    let wanted = request.url().split(['?', '#']).next().unwrap_or_default();
    let Some(path) = wanted.strip_prefix(under) else {
        return match wanted.strip_suffix('/').unwrap_or(wanted) == under.trim_end_matches('/') {
            true => plain(301).with_header(header("Location", under)),
            false => plain(404),
        };
    };
    match found(root, path) {
        Found::File(file) => sent(request, &file, 200),
        Found::Folder => plain(301).with_header(header("Location", &format!("{wanted}/"))),
        Found::Nothing => match root.join(site::NOWHERE) {
            page if page.is_file() => sent(request, &page, 404),
            _ => plain(404),
        },
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Found {
    File(PathBuf),
    /// Without its last slash: relative links on its page would go astray.
    Folder,
    Nothing,
}

/// What a path of a request names in the folder; never anything outside it.
fn found(root: &Path, path: &str) -> Found {
    let Ok(path) = percent_encoding::percent_decode_str(path).decode_utf8() else {
        return Found::Nothing;
    };
    let is_plain = |part: Component| matches!(part, Component::Normal(_));
    if path.contains(['\0', '\\']) || !Path::new(&*path).components().all(is_plain) {
        return Found::Nothing;
    }
    let mut file = root.join(&*path);
    if file.is_dir() {
        if !path.is_empty() && !path.ends_with('/') {
            return Found::Folder;
        }
        file.push(INDEX);
    }
    // A link in the folder may lead out of it.
    match file.canonicalize() {
        Ok(real) if real.starts_with(root) && real.is_file() => Found::File(real),
        _ => Found::Nothing,
    }
}

fn sent(request: &Request, file: &Path, status: u16) -> Reply {
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let asked = |name: &'static str| {
        let own = request.headers().iter().find(|header| header.field.equiv(name));
        own.map(|header| header.value.as_str()).unwrap_or_default()
    };
    // The feeds of counties have a folder of their own, as `feeds/140821.json`.
    let served = match file.parent().is_some_and(|folder| folder.ends_with(site::FEEDS)) {
        true => format!("{}/{name}", site::FEEDS),
        false => name.to_owned(),
    };
    let accepted = encodings(asked("Accept-Encoding"));
    let smaller = accepted.iter().find_map(|(encoding, ending)| {
        let mut small = file.to_owned().into_os_string();
        small.push(ending);
        Some((*encoding, fs::read(small).ok()?))
    });
    let (encoding, bytes) = match smaller {
        Some((encoding, bytes)) => (Some(encoding), bytes),
        None => match fs::read(file) {
            Ok(bytes) => (None, bytes),
            Err(_) => return plain(404),
        },
    };
    let tag = format!("\"{}\"", hash::short(&bytes));
    // A part of another version would not fit what the browser has.
    let of_this = ["", tag.as_str()].contains(&asked("If-Range"));
    let is_part = status == 200 && *request.method() == Method::Get && of_this;
    let part = range(asked("Range"), bytes.len()).filter(|_| is_part);
    let length = bytes.len();
    let mut reply = match part {
        _ if status == 200 && asked("If-None-Match") == tag => {
            Response::from_data(Vec::new()).with_status_code(304)
        }
        Some(Some(part)) => {
            let place = format!("bytes {}-{}/{length}", part.start, part.end - 1);
            let own = Response::from_data(&bytes[part]).with_status_code(206);
            own.with_header(header("Content-Range", &place))
        }
        Some(None) => {
            // Nothing of the file is sent, so nothing is said of it but its length.
            let length = format!("bytes */{length}");
            return plain(416).with_header(header("Content-Range", &length));
        }
        None => Response::from_data(bytes).with_status_code(status),
    };
    reply.add_header(header("Accept-Ranges", "bytes"));
    reply.add_header(header("Content-Type", media_type(&served)));
    reply.add_header(header("Cache-Control", cache(name)));
    reply.add_header(header("ETag", &tag));
    reply.add_header(header("Vary", "Accept-Encoding"));
    if let Some(encoding) = encoding {
        reply.add_header(header("Content-Encoding", encoding));
    }
    fixed().iter().for_each(|(name, value)| reply.add_header(header(name, value)));
    reply
}

fn plain(status: u16) -> Reply {
    let reply = Response::from_string(format!("{status}\n")).with_status_code(status);
    reply.with_header(header("X-Content-Type-Options", "nosniff"))
}

fn header(name: &str, value: &str) -> Header {
    // Names are constants; a value that is no ASCII is a folder's name in a redirect, which a request had encoded.
    Header::from_bytes(name, value).unwrap_or_else(|()| {
        Header::from_bytes("X-Unsent", "1").expect("a header of ASCII letters")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_outside_the_folder_is_found() {
        let folder = std::env::temp_dir().join(format!("banxin-serve-{}", std::process::id()));
        let root = folder.join("site");
        fs::create_dir_all(root.join("a/周一")).unwrap();
        fs::write(folder.join("secret.txt"), "secret").unwrap();
        fs::write(root.join(INDEX), "front").unwrap();
        fs::write(root.join("a/周一/index.html"), "article").unwrap();
        let _ = std::os::unix::fs::symlink(folder.join("secret.txt"), root.join("link.txt"));
        let root = root.canonicalize().unwrap();
        assert_eq!(found(&root, ""), Found::File(root.join(INDEX)));
        assert_eq!(
            found(&root, "a/%E5%91%A8%E4%B8%80/"),
            Found::File(root.join("a/周一/index.html"))
        );
        assert_eq!(found(&root, "a/%E5%91%A8%E4%B8%80"), Found::Folder);
        let outside = [
            "../secret.txt",
            "a/../../secret.txt",
            "%2e%2e/secret.txt",
            "..%2fsecret.txt",
            "a/..%5c..%5csecret.txt",
            "/etc/passwd",
            "//etc/passwd",
            "link.txt",
            "a/%00",
            "%ff",
            "nothing",
        ];
        for path in outside {
            assert_eq!(found(&root, path), Found::Nothing, "{path}");
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}
