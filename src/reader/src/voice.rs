//! Which of the system's voices reads? One of the article's language, and one that is there without a network.

/// A voice as the browser names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// `zh-CN`, on some systems `zh_CN` or `cmn-Hans-CN`.
    pub lang: String,
    /// Speaks without asking any host.
    pub local: bool,
}

/// Regions whose voices suit a text, best first.
fn regions(lang: &str) -> [&'static str; 3] {
    let tag = lang.to_ascii_lowercase();
    if tag.ends_with("-hk") || tag.ends_with("-mo") {
        ["hk", "tw", "cn"]
    } else if tag.contains("hant") || tag.ends_with("-tw") {
        ["tw", "hk", "cn"]
    } else {
        ["cn", "tw", "hk"]
    }
}

/// How far a voice is from a text; `None` where it speaks no Chinese.
fn distance(voice: &str, lang: &str) -> Option<usize> {
    let voice = voice.to_ascii_lowercase().replace('_', "-");
    let mut subtags = voice.split('-');
    let chinese = matches!(subtags.next(), Some("zh" | "cmn" | "yue"));
    let region = subtags.find_map(|subtag| match subtag {
        "cn" | "hans" | "sg" => Some("cn"),
        "tw" | "hant" => Some("tw"),
        "hk" | "mo" => Some("hk"),
        _ => None,
    });
    let region = region.unwrap_or(if voice.starts_with("yue") { "hk" } else { "cn" });
    let place = regions(lang).iter().position(|known| *known == region);
    place.filter(|_| chinese)
}

/// The index of the voice for a text of this language; `None` where no voice speaks Chinese. Without a network what
/// is on the device goes before what is nearer, for a voice from elsewhere would say nothing.
pub fn pick(voices: &[Voice], lang: &str, online: bool) -> Option<usize> {
    let rank = |voice: &Voice| {
        let far = distance(&voice.lang, lang)?;
        let foreign = !voice.local;
        Some((foreign && !online, far, foreign))
    };
    let ranked = voices.iter().enumerate().filter_map(|(at, voice)| Some((rank(voice)?, at)));
    ranked.min().map(|(_, at)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picked(voices: &[(&str, bool)], lang: &str, online: bool) -> Option<String> {
        let voices: Vec<Voice> = voices
            .iter()
            .map(|(lang, local)| Voice { lang: (*lang).into(), local: *local })
            .collect();
        pick(&voices, lang, online).map(|at| voices[at].lang.clone())
    }

    #[test]
    fn the_voice_speaks_the_language_of_the_text() {
        let all = [("en-US", true), ("zh-HK", true), ("zh-TW", true), ("zh-CN", true)];
        assert_eq!(picked(&all, "zh-Hans", true).as_deref(), Some("zh-CN"));
        assert_eq!(picked(&all, "zh-Hant", true).as_deref(), Some("zh-TW"));
        assert_eq!(picked(&all, "zh-Hant-HK", true).as_deref(), Some("zh-HK"));
        assert_eq!(picked(&all[..2], "zh-Hans", true).as_deref(), Some("zh-HK"));
        assert_eq!(picked(&[("en-US", true)], "zh-Hans", true), None);
        assert_eq!(picked(&[], "zh-Hans", true), None);
    }

    #[test]
    fn without_a_network_the_voice_is_on_the_device() {
        let all = [("zh-CN", false), ("zh-TW", true)];
        assert_eq!(picked(&all, "zh-Hans", true).as_deref(), Some("zh-CN"));
        assert_eq!(picked(&all, "zh-Hans", false).as_deref(), Some("zh-TW"));
        assert_eq!(picked(&all[..1], "zh-Hans", false).as_deref(), Some("zh-CN"));
        // Of two that are equally near, what asks nobody.
        assert_eq!(
            pick(
                &[
                    Voice { lang: "zh-CN".into(), local: false },
                    Voice { lang: "zh-CN".into(), local: true }
                ],
                "zh-Hans",
                true
            ),
            Some(1)
        );
    }

    #[test]
    fn names_of_languages_come_in_several_writings() {
        for name in ["zh_CN", "cmn-Hans-CN", "zh", "zh-Hans", "cmn-CN"] {
            assert_eq!(distance(name, "zh-Hans"), Some(0), "{name}");
        }
        assert_eq!(distance("yue-Hant-HK", "zh-Hant-HK"), Some(1));
        assert_eq!(distance("yue", "zh-HK"), Some(0));
        assert_eq!(distance("zha-CN", "zh-Hans"), None);
    }
}
