//! Is page matter told from text?

use super::*;
use crate::source::Source;

/// What a line tells: day, page, section, the paper before a !, a jump.
pub fn told(text: &str) -> Option<String> {
    let source = Source::of(text);
    matter(&source.ink).map(|matter| {
        let date = matter.date.map_or(String::new(), |date| date.to_string());
        let number = matter.number.map_or(String::new(), |number| format!(" {number}"));
        let name =
            matter.name.map_or(String::new(), |name| format!(" {}", source.span(&name).of(text)));
        let paper = matter
            .paper
            .map_or(String::new(), |paper| format!(" {}!", source.span(&paper).of(text)));
        let jump = matter.jump.map_or(String::new(), |jump| format!("{jump:?}"));
        format!("{date}{number}{name}{paper}{jump}")
    })
}

#[test]
fn page_matter_is_told_from_text() {
    for (text, read) in [
        ("2025年10月15日 星期三", Some("2025年10月15日")),
        ("2023.4.11 星期二 值班主任:秦朗 编辑:麦秋 排版:小禾", Some("2023年4月11日")),
        ("第6版", Some(" 6")),
        ("發行人／簡文德　社址：河口市中華路八十八號", Some("")),
        ("一、申請期間：自民國一一三年十月二十日起", None),
        ("本版作者请将姓名、地址告知编辑,以便寄奉稿酬。", Some("")),
        ("稿酬从优,作者自留底稿。", None),
        ("河口日报社热线 8333999", Some("")),
        ("(本版文章不代表本報立場)", Some("")),
        ("江源新闻网 www.jiangyuan.cn 客户端:掌上江源", Some("")),
        ("(本栏每逢周五刊出,来信请寄本报编辑部)", Some("")),
        ("■下期预告:渡口的最后一个船工", Some("")),
        ("本版内容仅供参考，如有不适请及时就医", Some("")),
        ("採訪主任：程靜思　編輯：麥家興　電郵：news@example.com", Some("")),
        ("發行所／農鄉週報社　電話／（〇八）七三三一一八八　編輯／范家駒", Some("")),
        ("主持人：程静思　嘉宾：麦家兴", None),
        ("导演：程静思　编剧：龚立　编辑：麦家兴", None),
        ("人民日报点赞12345热线", None),
        ("市长热线开通三年　接听电话六万个", None),
        ("王明 2023.4.11", None),
        ("2019.8.3定稿于渡口", None),
        ("公示期:2025.7.24-2025.7.30", None),
        ("报名时间:2025.7.24—2025.7.30", None),
        ("2019.8.3初稿 2019.9.10改定", None),
        ("本版插图 王明", Some("")),
        ("本期漫画:指尖上的形式主义", None),
        ("本期漫画:踢皮球", None),
        ("本期漫画:高空抛物", None),
        ("本期摄影 秋收", None),
        ("责任编辑同志:你报的文章有一处错误", None),
        ("责任编辑同志,贵报7月3日刊登的文章有一处", None),
        ("责任编辑同志,", None),
        ("编辑同志们:", None),
        ("柳湾社区报 2021年第9期 9月28日 主办:柳湾社区党委 免费取阅", Some("9月28日 柳湾社区报!")),
        ("药材信息报 2017.4.11 总第2208期 A3 市场", Some("2017年4月11日 A3 市场 药材信息报!")),
        ("河口区报 2021年9月28日 第2版", Some("2021年9月28日 2 河口区报!")),
        (
            "综合新闻　2020年3月20日　星期五　第三版　　投稿邮箱：hkzh2020@163.com",
            Some("2020年3月20日 3 综合新闻"),
        ),
        ("河口税苑 主编:肖建萍 投稿邮箱:hksy2019@126.com", Some(" 河口税苑")),
        (
            "河口农民报 2011年9月20日 星期二 第3版 电话：0394—8266512",
            Some("2011年9月20日 3 河口农民报!"),
        ),
        ("安溪报 1998年9月16日 星期三", Some("1998年9月16日 安溪报!")),
        ("基层简报 1998年9月16日 星期三", Some("1998年9月16日 基层简报")),
        ("欢迎投稿 微信:lwsq 编辑:冯秋 裴林", Some("")),
        ("社会民生　2025年3月7日　星期五　3", Some("2025年3月7日 3 社会民生")),
        ("中華民國一〇六年2月23日　星期六　B5　綜合", Some("2017年2月23日 B5 綜合")),
        ("责编 万强磊 校对 秦霞伟 版式 钟晨强", Some("")),
        ("编辑/梁海源 校对/龚鸣雪", Some("")),
        ("热线:0359-2233000 投稿邮箱:news@example.com", Some("")),
        (
            "佛山晨报 | A06 区街 2024年11月6日 星期三 编辑 何志强 美编 梁婉",
            Some("2024年11月6日 A6 区街 佛山晨报!"),
        ),
        ("本版图片由本报通讯员提供", Some("")),
        ("本版插图　麦秋", Some("")),
        ("（本版题图：秦朗）", Some("")),
        ("本版插图画的是一条渡船", None),
        ("今日天气：阴转小雨 7℃～11℃", Some("")),
        ("排列五 第24193期 6 0 8 2 7", None),
        ("大乐透 第24083期 03 11 19 24 31 + 05 09", None),
        ("（下转第3版）", Some("(To, Some(3))")),
        ("上接第1版", Some("(From, Some(1))")),
        ("导读", Some("")),
        ("铁路清明假期运输今天启动……8版", Some("")),
        ("(未完待续)", Some("")),
        ("（相關新聞見A3）", Some("")),
        ("（相关报道见第3版）", Some("")),
        ("（相关新闻见报）", None),
        ("7月23日,全市推进会召开", None),
        ("编辑部的故事", None),
        ("编辑同志:我们村里已经三个月没有通自来水了。 某县某村 王有田", None),
        ("编辑同志:", None),
        ("编辑同志:我们村里三个月没有通水", None),
        ("编辑:我们村里已经三个月没有通水了", None),
        ("主编:请登一登这封信吧", None),
        ("编辑 王 芳", Some("")),
        ("編輯先生：", None),
        ("编辑:王芳 美编:李强", Some("")),
        ("2025年经济工作会议召开", None),
        ("接下来怎么办", None),
        ("简讯", None),
    ] {
        assert_eq!(told(text).as_deref(), read, "{text}");
    }
}
