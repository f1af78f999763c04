// What stands on the seed's page? Read from the dump by hand, in print order.

export const HEADLINES = {
  community: '“萤火微光”点亮新绛社区治理路',
  tourism: '我市召开运城关公故里文化旅游景区创建国家5A级旅游景区推进会',
  forest: '我市举办森林扑火专业队能力提升培训',
  basketball: '绛县举办迎“八一”双拥篮球比赛',
  village: '激活“沉睡资源”壮大集体经济',
  market: '“冻水烟火”升腾起乡村繁华',
  park: '民乐园绘就民乐生态画卷',
};

/** Articles on the page: those above and a photograph, which has a caption and no headline. */
export const COUNT = 8;
