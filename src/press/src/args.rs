//! What can be asked for? The commands, their arguments and what `--help` says of them.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Turns the text dumps of newspaper pages into editions, and finishes the site that shows them
#[derive(Parser)]
#[command(name = "press", version, propagate_version = true, after_help = EXIT_CODES)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

const EXIT_CODES: &str = "Exit codes:
  0  done
  1  `check` found an error (with --strict: a warning)
  2  the command could not be carried out; nothing was written
  130  Ctrl-C; nothing was written";

#[derive(Subcommand)]
pub enum Command {
    /// Parse dumps and say what stands on each page
    Parse(Parse),
    /// Say what looks wrong on pages, where, and what to do
    #[command(after_help = CHECK_CODES)]
    Check(Check),
    /// Give editions away as data, as text, or as references
    Export(Export),
    /// Measure the parser on folders of pages with their truth, as a Markdown table
    Score {
        /// Folders, and folders in them, of NAME.txt with NAME.json beside it: the truth, as `parse --json` writes a page
        #[arg(required = true, value_name = "DIR")]
        folders: Vec<PathBuf>,
    },
    /// Answer queries over any articles, to judge the search by
    Search {
        /// Articles: JSON lines `{id,title,paras}`, passages `{pid,title,text}`, or what `export --format jsonl` gives
        #[arg(long, value_name = "FILE.jsonl")]
        corpus: PathBuf,
        /// Queries: JSON lines `{qid,query}`
        #[arg(long, value_name = "FILE.jsonl")]
        queries: PathBuf,
        /// Print one JSON object a query, `{"qid","hits":[{"id","tier","score"}],"us"}`, best hits first
        #[arg(long)]
        json: bool,
    },
    /// Finish the folder that trunk has built: the list of its files and the service worker
    Finish {
        /// The folder; trunk names it when it runs this as its hook
        #[arg(env = "TRUNK_STAGING_DIR")]
        folder: PathBuf,
    },
    /// Make everything that a newsroom publishes: the site, one file of it, feeds, data, book
    #[command(after_help = BUILD_HELP)]
    Build(Build),
    /// Build, and build again whenever a dump or the project changes
    Watch(Build),
    /// Serve a built folder as a host would, to look at it
    Serve(Serve),
    /// Put a built folder into one page that opens by a double click; `build` does it, too
    Single {
        /// The folder that `build` or trunk has made
        #[arg(default_value = "dist")]
        folder: PathBuf,
        /// Write it into this file instead of printing it
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Print what a first visit downloads from a finished folder: raw, gzip, brotli
    Size {
        #[arg(default_value = "dist")]
        folder: PathBuf,
    },
    /// Print the completions of a shell
    Completions { shell: clap_complete::Shell },
    /// Print the manual page
    Man,
}

#[derive(Args)]
pub struct Parse {
    /// Dumps, or folders of them; what `<name>.toml` beside `<name>.txt` says is taken in
    #[arg(required = true, value_name = "FILE|DIR")]
    pub files: Vec<PathBuf>,
    /// Print JSON: one document for one dump, an array for several
    #[arg(long)]
    pub json: bool,
    /// Write one JSON document a dump into this folder, named as the dump, DAY/NAME.json where folders hold them
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Print, for each piece of a page, the classes considered and why one won
    #[arg(long, conflicts_with_all = ["json", "out"])]
    pub explain: bool,
}

const BUILD_HELP: &str = "Run it in the project's folder. Trunk builds the reader, which takes minutes; where neither a
dump nor the program has changed, nothing is done. The folder is written beside and put in place in one step: an
error or Ctrl-C leaves the old one as it was. Progress goes to standard error, the summary to standard output.

Exit codes:
  0    the folder is there, whole
  2    it could not be built; nothing was written
  130  Ctrl-C; nothing was written";

#[derive(Args)]
pub struct Build {
    /// The folder to write; an old site there is replaced
    #[arg(long, value_name = "DIR", default_value = "dist")]
    pub out: PathBuf,
    /// The folder of the dumps, where it is not seeds/ of the project
    #[arg(long, value_name = "DIR", env = "BANXIN_SEEDS")]
    pub seeds: Option<PathBuf>,
    /// The address that the folder will have, as in https://example.org/paper/: for canonical links, the site map,
    /// and addresses in feeds
    #[arg(long, value_name = "URL")]
    pub base_url: Option<String>,
    /// Take the reader from this folder, which trunk has built of these seeds, instead of calling trunk
    #[arg(long, value_name = "DIR")]
    pub reader: Option<PathBuf>,
    /// Print the summary as a JSON object
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct Serve {
    /// The built folder
    #[arg(default_value = "dist")]
    pub folder: PathBuf,
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// The path that the folder stands under, as on a host with several sites
    #[arg(long, value_name = "PATH", default_value = "/")]
    pub under: String,
}

#[derive(Args)]
pub struct Export {
    /// Dumps, or folders of them
    #[arg(required = true, value_name = "FILE|DIR")]
    pub files: Vec<PathBuf>,
    #[arg(long, value_enum)]
    pub format: Format,
    /// Write it into this file instead of printing it
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One document: editions with their pages, every range, flag and evidence
    Json,
    /// An article a line
    Jsonl,
    /// Plain text, corrected, gaps marked
    Txt,
    /// Markdown
    Md,
    /// References for EndNote, Zotero …
    Ris,
    /// References for citeproc
    CslJson,
    /// References for LaTeX
    Bibtex,
    /// A ZIP with a document of NITF 3.6 an article, for news systems
    Nitf,
    /// A book for reading devices
    Epub,
}

#[derive(Args)]
pub struct Check {
    /// Dumps, or folders of them
    #[arg(required = true, value_name = "FILE|DIR")]
    pub files: Vec<PathBuf>,
    /// Print one JSON object a note and line
    #[arg(long)]
    pub json: bool,
    /// Leave out what is less than this
    #[arg(long, value_enum, default_value_t = Level::Info)]
    pub level: Level,
    /// Exit with 1 where there is a warning, too
    #[arg(long)]
    pub strict: bool,
    /// When to use colours
    #[arg(long, value_enum, default_value_t = Colour::Auto, value_name = "WHEN")]
    pub color: Colour,
}

const CHECK_CODES: &str = "Exit codes:
  0  no error
  1  an error: something in a <name>.toml does not apply (with --strict: or a warning)
  2  a file could not be read; each is named, and the notes on the others are printed

Every line of --json has: file, line, column, end_line, end_column (from 1, in characters), start, end (code
points of the text), kind, severity, text, sentence, advice, suggestion, and sidecar where the note is about it.";

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub enum Level {
    Info,
    Warning,
    Error,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    Always,
    Never,
}
