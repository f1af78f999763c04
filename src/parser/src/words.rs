//! Which words give a part of a page away?

use crate::wordlist::WordList;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Family names, most of those in use; a name begins with one.
const FAMILY: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚\
    卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢\
    安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉蓝路游辛靳管柴蒙\
    鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师\
    和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝封官谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位\
    厉仝仇百里伊过仁由支柏占咸习鹿修巴畅元逯阎花云平水禹狄贝伏凤酆昌廉岩彦宣邰从才初萧傅肖涛尉相苍生仉晋赖翁洪权薄璩暴晁郅练杭松盖芮茹菅蔚裘钮闪阙隗雍韶区酒靖火操母庾阴侍蹇";

/// Double family names.
const DOUBLE: [&str; 14] = [
    "欧阳", "司马", "上官", "诸葛", "尉迟", "皇甫", "令狐", "司徒", "公孙", "慕容", "长孙", "宇文",
    "相里", "夏侯",
];

static FAMILIES: LazyLock<FxHashSet<char>> = LazyLock::new(|| FAMILY.chars().collect());

pub fn is_family_name(c: char) -> bool {
    FAMILIES.contains(&c)
}

pub fn is_double_family_name(first: char, second: char) -> bool {
    DOUBLE.iter().any(|name| name.chars().eq([first, second]))
}

/// What stands before names, longest first where one begins with another.
pub const ROLES: [&str; 46] = [
    "特约通讯员",
    "特约记者",
    "特约摄影记者",
    "特约摄影",
    "特约撰稿人",
    "特约撰稿",
    "特派记者",
    "首席记者",
    "高级记者",
    "摄影记者",
    "全媒体记者",
    "融媒体记者",
    "融媒记者",
    "实习记者",
    "见习记者",
    "驻地记者",
    "实习生",
    "记者",
    "通讯员",
    "评论员",
    "作者",
    "编译",
    "整理",
    "口述",
    "采写",
    "撰文",
    "撰稿",
    "执笔",
    "摄影报道",
    "摄影",
    "文图",
    "文/图",
    "图文",
    "图/文",
    "图片",
    "供图",
    "绘图",
    "制图",
    "漫画",
    "翻译",
    "译者",
    "记录",
    "讲述",
    "文字",
    "文",
    "图",
];

/// What stands after names.
pub const ROLES_AFTER: [&str; 22] = [
    "摄影报道",
    "文/摄影",
    "文/图",
    "图/文",
    "文并摄",
    "文图",
    "图文",
    "摄影",
    "摄",
    "供图",
    "绘",
    "图",
    "文",
    "口述",
    "整理",
    "编译",
    "采写",
    "撰文",
    "综合报道",
    "报道",
    "供稿",
    "作",
];

/// Papers and agencies as they name themselves before a role.
pub const HOUSES: [&str; 22] = [
    "据新华社",
    "新华社",
    "中新社",
    "中新网",
    "中央社",
    "人民日报",
    "光明日报",
    "经济日报",
    "中国新闻社",
    "本报",
    "本网",
    "本台",
    "本刊",
    "本社",
    "本版",
    "央视",
    "新华网",
    "人民网",
    "法新社",
    "路透社",
    "美联社",
    "我报",
];

/// Rubrics (栏头): what a head over several items says.
pub static RUBRICS: LazyLock<WordList> =
    LazyLock::new(|| WordList::of(RUBRIC_WORDS.split_whitespace()));

const RUBRIC_WORDS: &str = "短镜头 镜头 话题 热议 连线 前沿 要闻 时政要闻 本市要闻 时政 时事 时政新闻 政务 政务动态 动态 工作动态 简讯 短讯 快讯 短波 短新闻 简明新闻 新闻速递 \
    新闻快递 新闻集纳 国内 国内新闻 国际 国际新闻 国际时讯 天下 环球 综合 综合新闻 社会 社会新闻 社会万象 社会民生 民生 民生关注 \
    民生新闻 经济 经济新闻 经济观察 财经 财经新闻 产经 产业 产业动态 市场 消费 金融 房产 汽车 科技 科技新闻 科教 教育 校园 文教 \
    健康 卫生 医疗 养生 生活 生活资讯 文化 文化新闻 文体 文体新闻 文旅 文旅资讯 文娱 娱乐 影剧 影视 演艺 艺文 副刊 文学 书画 体育 \
    体育新闻 体坛 法治 法治在线 法制 政法 平安 军事 国防 三农 农业 农经 农渔 农村 乡村 农村新闻 县域 县域新闻 县区 县区传真 县市传真 \
    县市新闻 区县 地方 地方新闻 基层 基层动态 基层传真 一线 一线快报 城事 城市 都会 都市 都市新闻 焦点 聚焦 热点 关注 视点 观点 言论 \
    评论 时评 论坛 声音 读者来信 来信 图片新闻 图说新闻 图说 摄影 影像 公告 公示 启事 声明 遗失声明 遗失启事 挂失 讣告 讣闻 广告 分类广告 \
    招聘 招标 拍卖 资讯 信息 服务 天气 天气预报 气象 相关新闻 相关链接 链接 两岸 港澳台 港澳 台湾 大陆 全球 外电 政治 司法 交通 环保 \
    旅游 人物 专题 专版 导读 综合版 生活版 地方 新闻 头条 速览 看点 亮点 人事 任免 党建 组织 纪检 统战 工会 青年 妇女 老年 少儿 \
    诗歌 散文 小说 随笔 连载 小说连载 长篇连载 中篇连载 长篇小说连载 书评 读书 史话 文史 收藏 美食 数读 速读 一周 一句话新闻 成绩 赛果 赛程 行情 菜价 物价 今日菜价";

/// What ends the name of a rubric of up to six characters.
pub const RUBRIC_ENDS: [&str; 20] = [
    "新闻", "动态", "简讯", "短讯", "快讯", "资讯", "传真", "快报", "速递", "集纳", "速览", "播报",
    "万象", "短波", "在线", "天地", "广角", "聚焦", "时讯", "观察",
];

/// What ends the name of a rubric over briefs, which no feature or photo stands under.
pub const BRIEFS: [&str; 12] = [
    "动态",
    "简讯",
    "短讯",
    "快讯",
    "短波",
    "集纳",
    "速递",
    "速览",
    "速读",
    "传真",
    "短新闻",
    "一句话新闻",
];

/// What a running column's name (栏目) holds: campaigns, series, slogans of a season.
pub static COLUMNS: LazyLock<WordList> =
    LazyLock::new(|| WordList::of(COLUMN_WORDS.split_whitespace()));

const COLUMN_WORDS: &str = "走基层 进行时 在行动 看变化 看发展 示范区 故事 榜样 家乡 先锋 贯彻 全会 二十大 二十届 主题教育 乡村振兴 文明实践 \
    文明城市 营商环境 法治建设 以案说法 绿水青山就是 守护绿水青山 开好局 攻坚克难 新气象 百业旺 党旗 活力中国 我为群众 弘扬 争做 喜迎 在身边 \
    身边的 身边人 最美 我的 调研行 一线调研 高质量发展 流域 巡礼 匠心 筑梦 记者现场 人物志 企划 角落 放大镜 最前线 好生活 走读 专栏 系列 \
    征文 大讲堂 大家谈 回眸 纪实 采风 笔谈 札记 漫笔 档案 足迹 印记 青农 运动会 奥运 周年 新征程 强国 扛牢 解放思想 大讨论 平安建设 \
    希望的田野 时光 时代楷模 道德模范 感动 好人 家风 廉政 清风 守望 你我 有约 对话 专访 访谈 面对面 追踪 直击 问政 记忆 寻访 话说 漫谈";
