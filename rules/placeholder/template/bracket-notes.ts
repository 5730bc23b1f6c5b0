/** What notes to the writer say that stand in brackets: （此处插入照片）, （待核实）, （再核对一下）, （此处停顿）, （终稿）. */
import { ONE_TO_NINE } from '../../../language/text/numerals.ts';
import { anyOf } from '../../../language/text/pattern.ts';

/** What a model says to those who copy it, and colleagues to each other. */
const ASIDES = [
  '(?:每[条段点项]|本段|此段|本部分)[^。；]{0,4}\\d{2,4}字(?:左右|以内|以上)? 用数据说话',
  '(?:再|待|还需)(?:商|议|定|核|斟酌|推敲)[量定]{0,2}$ 拿不准 存疑',
  '(?:与|找|跟|问)(?!原|正)[^，。；]{2,8}(?:核对|核实|确认|要数)(?:一下|数据|数字)?$',
  '(?:没有|如无)[^，。；]{0,6}(?:删去|去掉)[^，。；]{0,4} 至少写[一二三四五六\\d]{1,2}[条点项段] (?:单|双|一点五|1.5)倍行距 (?:字体|字号|格式)(?:调|改|换)[成为] [仿宋黑楷][宋体]{1,2}[一二三四小]{1,2}号',
  '不再[细展] 各(?:地|单位|部门)不同 自行(?:展开|发挥|插入|补充|添加|替换|删减) 可(?:展开|删|不写|略写|删除) 不涉及的?(?:不|可|请|删)',
  '请?(?:按照?|根据|结合|参照|对照)[^，。；]{2,14}(?:填写|填报|填列|编写|撰写|表述)',
  '(?:没有|未)(?:的|发生的?|此项的?|这项的?)?(?:[可不填写]|则不) [^。；]{0,10}的不(?:写|列|填) 无的?填 (?:如|若)(?:无|没有|不)[^。；]{0,10}(?:注明|说明|不?[填写]|删) 由[^，。；]{2,8}填[写报] 没有的?删[去掉除] 此处填“[^”]{1,6}”',
  '(?:这)?部分请[^，。；]{2,8}(?:提供|补充|填写|完善) 作?持平 请删除 可?(?:视情|酌情|视情况|自行)(?:增减|修改|调整|删减|取舍)',
  '酌情增减 逐项(?:列出|说明) 以下略 (?:分条|详细|展开)写 此[处段][可略] 结合实际增减 举例说明 (?:此处|以下|中间)省略',
  '数据请[^，。；]{2,8}(?:核实|核对|提供|补充|填写) [举加][一二两三几\\d]{0,3}[个些]?(?:例子|事例) (?:可以?|这段|详|略|展开|口头)[讲念] 不念',
  '(?:此|本|该)(?:段|处|部分|节)[^。；]{0,10}(?:更新|修改|替换|调整|核实|改写)',
  '需要?(?:根据|结合)[^，。；]{2,12}(?:调整|修改|补充|完善|更新|填写)(?=$|[，；])',
  '(?:去年|上年|往年|旧稿|原稿)[^。；]{0,6}(?:更新|修改|替换|调整) ^略[，；]请?[^，。；]{0,8}(?:提供|补充|填写|完善|细化)',
  '可?(?:结合|根据|联系)[^，。；]{2,14}(?:展开|补充|撰写|详述|细化)',
  '(?:此|本|该)(?:部分|段|处|节)可?(?:写|列|附|填|补充|介绍|突出)[^。；]{0,10}',
  '(?:根据|结合|按)(?:节日|场合|听众|对象|主持人|讲话人|领导|会议)[^，。；]{0,6}(?:调整|修改|增减|取舍|替换) (?:此行|本行|打印时?|印发时|定稿时)[^，。；]{0,6}(?:删|去掉)',
  '(?:参照|沿用)去年 去年稿 字数控制 [对核]一下 核对一下 [挑选][两几]个 待[^，。；]{2,8}后(?:补充|填写|完善) 看稿子? 念稿',
];
const STAGE_PLACES = '此处 这里 在此 注意 随后 同时 PPT';
/** What is said to the one who reads the speech out. */
const STAGE_DIRECTIONS = [
  '稍?作?停顿 稍停 接下页 转下页 下一页 翻页 语气加重 加重语气 语速放慢 放慢语速 提高(?:音量|声调) [举挥]手示意',
  '播?放(?:短片|视频|PPT) 切换(?:PPT|幻灯片|画面|课件) (?:目光)?[环扫]视全场 台下[^，。；]{0,4}(?:回答|齐答|鼓掌) 鞠躬 脱稿 敬礼 看大屏幕 (?:全体)?起立 请?落座 [奏唱宣]毕 礼毕 [奏唱]{1,2}国歌 (?:播放)国歌 [走退]?[上下]台 [退入]场 (?:举起?酒?杯) (?:主持人|演员|领导)?走[到向]台[前上中]央? (?:视频|短片)约 灯光[渐转][\\u4e00-\\u9fff]{1,2} 大幕[拉徐开合] 鸣[炮笛] 奏乐 鼓掌后 [\\u4e00-\\u9fff]{0,4}音乐渐[弱强起停] 挥手致意 转身面向 等(?:观众|台下|学生|大家|现场)(?:回[应答]|掌声|安静|坐好) (?:等待?|待)?掌声(?!持续|长达|近)(?:响起|结束|过后|停[下止]?)? 领掌 带头鼓掌 重读 强调语气 微笑 喝水 (?:看|面向)镜头 [放鸣]礼炮 待?音乐(?:响?起|停) 播?放音乐',
];
const VERSIONS = `(?:送审|讨论|征求意见)稿第[${ONE_TO_NINE}\\d]{1,2} 最终(?:确认)? 最新 终 初 定 审定 核定 改定 清 校对 修改 修订 打印 送印 过会 上会 改 底 第?[${ONE_TO_NINE}\\d]{1,2}`;
/** 20240612, 6.12: the day, before what version it is. */
const DAY = String.raw`(?:\d{1,4}[年.月-]?\d{0,2}[月.-]?\d{0,2}日?)`;
/** What version a bracket says the draft is, each from end to end. */
const VERSION = [
  // 修改稿3, 6.12送印稿
  String.raw`${DAY}?${anyOf(VERSIONS)}(?:次)?(?:修改)?[稿版]{1,2}[Vv]?[\d${ONE_TO_NINE}]{0,2}`,
  // 报审稿5.20改
  `(?:报审|送审|报批|审议|讨论|征求意见)稿${DAY}改?`,
  // 送审第三稿-改
  `(?:送审|讨论|报批|修改)第?[${ONE_TO_NINE}\\d]{1,2}稿(?:[-—]?改)?`,
  // 三改
  `[${ONE_TO_NINE}]改`,
  // 改三
  String.raw`改[\d${ONE_TO_NINE}]`,
  // 0612改, 6月12日二改
  `${DAY}[再${ONE_TO_NINE}]?(?:修?改)[过定]?`,
  // 领导审后修改
  '(?:领导|主任|书记|[局县镇科]长)?(?:审|阅|批)后(?:再)?(?:修改|改定|定)',
  // 刘主任改, 领导审定稿: who went over it
  String.raw`[\u4e00-\u9fff]{0,3}(?:主任|书记|[局县镇科]长|秘书长|领导)(?:修?改|审[改定阅]?|批改)[过稿]{0,2}`,
  // 定稿-最终
  String.raw`${anyOf(VERSIONS)}[稿版]\s?[-—_－]\s?${anyOf(VERSIONS)}[稿版]?`,
  // V2.0 最终
  String.raw`[Vv]?[\d.]{1,4}\s?最终[稿版]?`,
];
/** What a bracket holds from end to end whose words alone would say nothing. */
const WHOLE: Readonly<Record<string, RegExp>> = {
  // （问题部分各地不同，不再细写）, （不涉及的不列）: the writer of a model to those who copy it.
  // Not （此表不得自行增减内容）, which the form says to those who fill it in.
  aside: new RegExp(
    `^(?![^。；]*${anyOf('遇[雨雪] 顺延 天气 不得 严禁')})[^。；]{0,20}${anyOf(ASIDES)}[^。；]{0,16}$`,
  ),
  // （此处停顿，等掌声）: to the one who reads it out.
  stage: new RegExp(
    `^${anyOf(STAGE_PLACES)}?${anyOf(STAGE_DIRECTIONS)}(?![后时中的]|演讲|答辩|考核)[^。；是为应须]{0,8}$`,
    'i',
  ),
  // （修改稿3）, （最终版）: not （征求意见稿）, （送审稿）, （草案）.
  version: new RegExp(VERSION.map((form) => `^${form}$`).join('|')),
};

const LACKING = '此处 这里 本段 该段 部分 相关 具体 尚 仍 还 数据 案例 内容';
const LACKS = '需要?(?:补充|核实|完善|修改) 缺数据 缺失 暂缺 插图 配图';
/** 此处需补充数据, 缺数据. */
const IS_LACKING = new RegExp(`^${anyOf(LACKING)}{0,3}${anyOf(LACKS)}(?:数据|案例|内容|具体情况)?$`);

const AWAITING = '补充? 核[实对定]? 填[写报]? 定 确认 完善 更新 查证? 添加 插入 修改 商 落实 提供 续写? 统计';
/** 待办事项, 待批项目: names of things. */
const AWAITED_THINGS = '事项 问题 项目 人员 单位 案件 工作 后 的';
/** 数据待核实, 第三季度的数字，待补充. */
const STILL_TO_COME = new RegExp(
  String.raw`^(?:[^。；]{0,16}[，,])?[\u4e00-\u9fff]{0,8}?待${anyOf(AWAITING)}(?!${anyOf(AWAITED_THINGS)})[^，。；]{0,12}$`,
);

const FILLABLE = '数字 数据 数值 案例 事例 时间 名称 金额 人数 数量 内容 图片 表格 照片 统计表';
/** 插入活动现场照片. */
const PICTURED =
  '(?:插入|附上|贴上|配)[\\u4e00-\\u9fff]{0,10}(?:照片|图片|截图|图表|表格|统计表|示意图|数据|案例)';
/** 填写具体数字, 时间: what belongs there. */
const NAMES_WHAT = new RegExp(
  `^(?:(?:填写|填入|补充|插入|输入|列举|添加)?(?:具体|相关|有关|本单位|单位)?(?:的)?${anyOf(FILLABLE)}|${PICTURED})$`,
);

const WHAT_FITS =
  '(?:各[^，。；]{1,4}可?|以[上下]|此处|这里|[本此]段|[本该此]部分|具体)?(?:内容|部分|数据|情况)?';
/** 各地可结合实际补充, 此处根据本单位实际修改. */
const FITS_TO = new RegExp(`^${WHAT_FITS}(?:请|可|需)?(?:自行)?(?:根据|结合|按照?)[^，。；]{0,10}实际`);

/** 此处填写联系人, 请根据实际填写. */
const ASKS = /^(?:如需)?(?:此处|这里|请|在此|点击|单击|自行|根据|结合)/;
/** 涉及金额|请核实. */
const CHECK = /(?:[，,]|数据|数字|情况|口径|名单|时间|金额|内容)请(?:再)?核实$/;

/** Whether a bracket holds a note to the writer, not a clause that happens to have the word: （待定事项见附件2）. */
export function isNote(inside: string, value: string): boolean {
  const form = WHOLE[value];
  if (form) return form.test(inside.trim());
  const bare = inside.trim().replace(/^(?:注|备注|说明|提示)[：:]/, '');
  if (value === 'bare') return IS_LACKING.test(bare);
  if (value === 'adapt') return FITS_TO.test(bare);
  if (value === 'what') return NAMES_WHAT.test(bare);
  if (value === 'here' || value === 'please') return ASKS.test(bare) || CHECK.test(bare);
  return (
    STILL_TO_COME.test(bare) &&
    !/(?:有|亟|等|对|期|看|善|虐|招|接|款|优|厚)待/.test(bare) &&
    !/待定(?:点|额|向|位|价|性)/.test(bare)
  );
}
