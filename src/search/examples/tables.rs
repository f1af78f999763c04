//! What do the tables of a text weigh? `cargo run -p search --example tables -- FILE…`

fn main() -> std::io::Result<()> {
    let mut text = String::new();
    for file in std::env::args().skip(1) {
        text.push_str(&String::from_utf8_lossy(&std::fs::read(file)?));
    }
    let bytes = search::tables::for_text(&text);
    println!("{} characters of text, {} bytes of tables", text.chars().count(), bytes.len());
    std::fs::write(std::env::temp_dir().join("tables.bin"), bytes)
}
