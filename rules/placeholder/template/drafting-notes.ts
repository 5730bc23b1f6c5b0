/**
 * What colleagues write to each other in a bracket while a draft goes round: （数据找文旅局要）, （这段再核一下）, （张书记要求加上这一段）.
 * No list holds them; they are told by what they speak of, the text itself, and by what they ask for, that it be written,
 * checked or changed. Offsets are relative to the paragraph.
 */
import { defineFact } from '../../../engine/facts.ts';
import type { Match } from '../../../engine/rule.ts';
import { Characters } from '../../../language/text/characters.ts';
import { anyOf } from '../../../language/text/pattern.ts';
import { kindSet, Token } from '../../../language/text/scan.ts';

export interface DraftingNote extends Match {
  /** What stands between the brackets. */
  readonly note: string;
}

/** Parts of a text, and what its sentences are made of. */
const PART = anyOf(
  '数字 数值 数据? [段句](?:话|子|文字)? 部分 里 处 小?节 块 案例 例子 事例 名单 口径 标题 文号 时间 日期 人数 金额 名称 名字 姓名 职务',
  '顺序 排序 提法 表述 说法 措辞 内容 材料 图 照片 图片 表格? 格式 字体 字号 行距 地点 比例 单位 附件 人选 稿子? 议程 情况 引文',
  '原文 出处 电话 联系方式 目录 页码 数',
);
const THIS =
  '[这此本该]一? 上述 以[上下] [上下前后]面 全文 文中 具体 相关 有关 这[个组几] 最[新后] 去年 今年 开头 结尾 中间';
/**
 * What a clause speaks of is looked for once and put into a sign, so that the forms of clauses need not hold all its words: 这段再核一下 is
 * read as §再核一下, 补一个案例 as 补一个¶. A place stays as it is: 此处, 统计处.
 */
const PARTS = new RegExp(`(?:${anyOf(THIS)})?${PART}`, 'g');
const IS_PLACE = /^(?:[此这][处里]|处)$/;
/** What may be given as an example. */
const IS_EXAMPLE = /(?:例子?|数据|材料|照片|名字)$/;
const signed = (note: string) =>
  note.replace(PARTS, (part) => (IS_PLACE.test(part) ? part : IS_EXAMPLE.test(part) ? '¶' : '§'));
/** A character of a clause that is read so. */
const ANY = '[\\u4e00-\\u9fff§¶]';
/** 政务中心的数据, 上述数字. */
const SPOKEN_OF = `(?:(?:${ANY}{2,10}的)?(?:[§¶处]|[此这][处里]))`;
/** What colleagues ask for is said with one of these before it. */
const ASKS = anyOf(
  '再 重新 还[需要得]? 需要? 须 待 请 要 得 先 最好 回头 会后 稍后 后[期面] 届时 印发前 定§[前时] 另行? 逐[一个] 统一 尽量 记得',
  '不要 别 应 建议 可以? 一起 最后 下次 自[己行] 酌情 适当 继续 抓紧 各[部门科室乡镇§]{1,2} 你们? 我们?',
);
const EDITS = anyOf(
  '核[实对准查]? 查[实证]? 补[充上齐]? 改[改写]? 修改 换 替换 删[除掉去改减]? 加[上入]? 添加 填[写上报]? 写 更新 完善 斟酌 推敲',
  '压缩 精[简炼] 展开 细化 调整 确认 落实 问 挑 选 配 商量? 讨论 研究 润色 统§ 把关 校对 审[定核阅改]? 定[§夺]? 过目 签字 充实 丰富 提炼 升华 合并 拆开 提前 后移 挪',
);
const DONE = '(?:一下|下|准|清楚|上|掉|过来|齐|全|一?[些点遍个§]|完整|具体[些点]?)?[吧呢了]?';
/** 与原件核对, 请按实际填写 are said to those who hand something in. */
const WHO = `(?![按根结参原正对如])${ANY}{1,8}?`;
const GIVES = anyOf(
  '要(?:[§¶]|一下|新的?)? 核[实对准]?(?:一下)? 对(?:一下)? 补[充上]?(?:一下)? 报[来§]? 给 填[写报]? 写 出§ 确认(?:一下)? 定 审 拿',
);
const COLLEAGUE = `${ANY}{1,6}[局委办部科室股组站院校处]`;
const LEADER = `${ANY}{0,3}(?:书记|[县市局镇区乡处科部厅]长|主任|领导|秘书长|主席|总)`;
const SAYS = '(?:说|要求|意见|指示|交[代待]|强调|提出|让|批示)';
const OLD = '(?:老|旧|去年|上年|往年|上次|上届|前年|[旧原老省市县]§|网上|外地|别的?[县市]|兄弟[县市])';
const EXAMPLES = '(?:¶|例|论述|金句|讲话|故事|做法|原话|素材)';

/** A clause of a note says one of these from end to end. */
const CLAUSES = [
  // 这段再核一下, 需补充, 案例换一个
  `${ASKS}{1,3}[把将]?${SPOKEN_OF}?${EDITS}{1,2}${DONE}`,
  `${SPOKEN_OF}[都均也]?${ASKS}{1,3}[^，。；]{0,6}?${EDITS}${DONE}`,
  `${SPOKEN_OF}${EDITS}(?:[一]?下|吧|一遍|[一几两]个)`,
  `[把将]${SPOKEN_OF}[^，。；]{0,4}${EDITS}${DONE}`,
  `${EDITS}[一]?下吧?${SPOKEN_OF}?`,
  `${SPOKEN_OF}(?:核[实对]|待[核查补定]|未定|不定|统一)`,
  // 写清楚时间地点, 填本单位名称
  `(?:写[明清]楚?|填)(?:具体)?${SPOKEN_OF}{1,2}`,
  // 数字对不上, 名单还没定, 这里太空
  `[^，。；]{0,4}${SPOKEN_OF}(?:还|尚|暂|可能|好像|似乎|也|都|有点)?${anyOf(
    '[没未](?:有|定|出来?|报|确定|全|到) 不(?:准|对|够|全|符|详|一致|清楚|统一) 有(?:出入|误|问题|变化?) 对不上 存疑 重[复了]',
    '偏[大小高低长] 比较?[老旧早] 太[长短多少空虚大老旧] 待(?:[定核]|统一)',
  )}[了]?`,
  // 数据找文旅局要, 具体数等办公室给
  `${SPOKEN_OF}?(?:再|先|还要|需|要)?[找问跟向等催请让和与]${WHO}(?:再|先)?${GIVES}`,
  `${SPOKEN_OF}(?:找|问)${ANY}{2,8}`,
  `${COLLEAGUE}(?:再|还没|没|未|还未|来|需|请|要)?(?:核[实对]?(?:一下|一遍)?|补充?|报§?|交|给|反馈|填写?|写|改|完善)`,
  // 农业农村局周五给新的
  `${COLLEAGUE}(?:周[一二三四五六日]|明天|今天|下周|下午|晚上|月底|稍后|回头)?再?(?:给|补|核|发)(?:新的?|过来|数|一下|我)?`,
  // 换成今年的, 沿用去年, 去年的数
  `(?:${SPOKEN_OF}|年后)?[需要请应可]?(?:换(?![流热电乘证届岗装汇药班防位购货])[成为]?|改[成为]|替换[成为])[\\u4e00-\\u9fff\\d§¶]{2,12}`,
  `${SPOKEN_OF}?[需要请应可]?(?:沿用|§搬|§?抄自?|套用|参[考§]|仿§|从)了?${OLD}${ANY}{0,8}`,
  `${OLD}的?[§¶]`,
  // 常委会定后再写, 等会议开完再补, 待统计局核定后更新
  `[待等]?${ANY}{2,14}(?:后|完)再?(?:更新|补充?|写|改|填写?|核|定|换|加|完善)${ANY}{0,2}`,
  // 从其工作报告中摘取
  '(?:可|请)?从[^，。；]{2,14}[中里](?:摘取|摘录|摘抄|选取|复制)',
  // 这句话可以不要
  `${SPOKEN_OF}(?:可以?|应该|最好|就)?(?:不[要用]|去掉|省略|保留|不[写提])`,
  // 非参公单位不填, 以下表格根据本单位情况填写, 至少选取两个项目说明
  `${ANY}{0,6}§(?:可以?)?不[填列]写?`,
  `§(?:请|需)?(?:根据|结合|按照?)[^，。；]{1,12}填[写报列]`,
  '(?:至少)?(?:选取|选择|列举|挑选)[一两二三四五\\d][至到—]?[二三四五\\d]?[个项条][^，。；]{0,6}(?:说明|介绍|展开|分析)',
  // 展开2—3句
  '(?:展开|写|讲|列|举|补)[\\d一二两三](?:[—～-]\\d|[至到][三四五])?[条点§]',
  // 根据会议情况增减, 以下可自行取舍: what only words are
  `(?:${SPOKEN_OF}|以[上下]|各(?:地|§|部门|乡镇))?可?(?:(?:根据|结合|按照?|视)(?:会议|对象|听众|场合|节日|讲话|本地|本单位|实际)${ANY}{0,6}|自行|酌情)${anyOf('增减 取舍 删减 替换 改写 增删')}`,
  // 我没找到, 你再看看
  `[我你](?:没|再|先|来|觉得|记得|查|问|改|补|加|核|看|把|定)[^，。；]{0,8}`,
  // 补一个案例, 缺组织部材料, 下一步加一段安全生产的
  `(?:这里|此处|下一步|后面)?(?:再)?(?:补|加|放|举|讲|引用|写|缺|差|少|插)${ANY}{0,8}${EXAMPLES}`,
  `(?:这里|此处|下一步|后面|前面|中间|开头|结尾)(?:再|要|需|请|得|可)?[补加放写引插]${ANY}{2,12}`,
  // 这里请教育局补两句, 此处描述项目背景
  `(?:这里|此处|在此)请${COLLEAGUE}(?:补|写|改|核|提供)[^，。；]{0,6}`,
  `(?:此处|在此)(?:描述|介绍|说明|概述|简述|阐述|列出|填写|插入)[^，。；]{2,12}`,
  // 是否保留？
  `[^，。；]{0,10}(?:是否|要不要|能不能|可不可以|可否|该不该)[^，。；]{0,8}${anyOf(
    '保留 删 写 提 加 放 点名 合适 准确 讲 改 用 合并 展开',
  )}[^，。；]{0,3}`,
  '(?:保留还是删除?|留还是删|删|对吗|对不对|准不准|是这个吗|还有吗|今年呢?|多少)[？?]',
  // 张书记要求加上这一段
  `(?:这里|此处)?${LEADER}${SAYS}[^，。；]{0,8}(?:加|改|删|写|放|补|具体|展开|突出|压缩|换|低调|淡化|略|提)[^，。；]{0,8}`,
  // 前面三段照抄去年的
  '[^，。；]{0,8}照[抄搬](?:去年|上年|往年|旧稿|原稿|省里|市里)[^，。；]{0,4}',
  // 领导时间紧可以只念标题
  `${LEADER}[^，。；]{0,8}可以?(?:只|不)?[念讲读][^，。；]{0,6}`,
  // 领导定, 领导审阅时删去此段, 字数不够可以展开
  `(?:请|由|待|等)?${LEADER}(?:再|最后|会前)?(?:定夺?|拍板|敲定)`,
  `${LEADER}(?:审[阅稿]|讲话|念稿?|看)[时前后](?:再|可|请)?${EDITS}(?:${SPOKEN_OF})?`,
  '(?:字§|篇幅)(?:不[够足]|太[长多短少]|超了?)[^，。；]{0,8}',
  `(?:印发|定§|打印|上会|报送|正式§)[前时后]?[^，。；]{0,6}(?:删|去掉|改|核|换|补)[^，。；]{0,4}`,
  '[^，。；]{0,8}[没未](?:想好|写完|定§)|先(?:空|放|留)着|先这样|暂[缺空]',
  '备选|可删|待[写续]|没写完|未完待续|存疑|不确定|拿不准|念慢一?点|§不[念读]|还没[写弄做想定核][好完]?',
  '(?:§|此处|这里)?[与和跟]?(?:[前上后]面?文?|第[一二三四五六]§|去年)[^，。；]{0,6}重[复了]',
].map((clause) => new RegExp(`^(?:${clause})[？?！]?$`));

const WRITES = anyOf(
  '插入 填[写入] 写[入明清]楚? 补[充上] 加上 添加 列[出举] 举例? 附上 放上? 结合 根据 围绕 简[述要] 概述 描述 介绍 说明 阐述 总结 替换 穿插 引用',
);
/** What only whoever copies a model puts there: 本单位的典型, 一两个例子. */
const OWN = anyOf(
  '本(?:单位|地|部门|[省市县区镇乡村局校院企人]) 我[省市县区镇乡村局校院] 具体 相关 [一两二三几][至到个两三条项] 例子 案例 事例 事迹 数据 做法 成效 故事',
);
/** 【插入本单位先进典型事例】, （此处结合本单位实际补充两至三条）: from end to end an order to whoever copies the text. */
const ORDER = new RegExp(
  `^(?:此处|这里|本段|在此)?[请可需应]?${WRITES}[^，。；]{0,14}${OWN}[^，。；]{0,10}(?:，[^。；]{0,12})?$`,
);
/** 【填写说明】, （列举具体违法行为）: what a table, a code or a guide says to its readers. */
const FOR_READERS = /(?:说明|须知|要求|指南|示例|提示|行为|标准|依据|要件|结构|情形)$|^根据需要/;

const OPENING = new Characters('（(【［[');
const OPENINGS = kindSet(Token.Open);
const SHORTEST = 2;
const LONGEST = 40;
/** With 乡（镇） and 县（市） in it. */
const BRACKET = /[（(【［[]((?:[^（）()【】［］[\]]|（[省市县区乡镇村]）){2,40})[）)】］\]]/y;
const CLAUSE_MARKS = /[，,；;。、：:]/;
/** 点击【插入图片】, 选择“…”: a button. */
const BUTTON = /(?:点击|单击|选择|选中|按|进入|打开|勾选|“)$/;

export const draftingNotes = defineFact<readonly DraftingNote[]>(
  'drafting notes',
  { tokens: [Token.Open] },
  ({ text, scan, role }) => {
    if (role === 'table') return [];
    const found: DraftingNote[] = [];
    for (let i = scan.next(OPENINGS, 0); i < scan.count; i = scan.next(OPENINGS, i + 1)) {
      const start = scan.start(i);
      if (!OPENING.at(text, start)) continue;
      BRACKET.lastIndex = start;
      const note = BRACKET.exec(text)?.[1];
      if (note === undefined || !isDraftingNote(note)) continue;
      if (BUTTON.test(text.slice(Math.max(0, start - 2), start))) continue;
      found.push({ start, end: start + note.length + 2, note, severity: 'warning' });
    }
    return found;
  },
);

/** What most brackets of statutes and reports hold. */
const RESPONSIBLE = `${anyOf('责任 牵头 配合 主管 承办')}${anyOf('单位 部门 领导 人')}[：:]`;
const DEFINES = new RegExp(
  `^${anyOf('以下简?称 [见含] 不含 详见 (?:[例比]?如|包括)(?![果实有需])', RESPONSIBLE, '[^）]{0,12}另案 [^）]{0,12}在逃 [^\\u4e00-\\u9fff]{1,40}$')}`,
);
/** Without one of these nothing is asked of anybody, nor doubted: so most brackets are let pass before the many forms of clauses are tried. */
const ASKING = [
  '[再待还请要需须先最别应可不没未我你找问换沿抄参仿补加放举引插删改写填核查斟推压精展细调确挑选商讨润统把校审过签充丰升拆挪偏太疑误复后完给报旧去念备缺差少多是列讲略等暂定？?]',
  '上[年次届]',
  '增减',
  '前年',
  '往年',
  '[省市县]里',
  '网上',
  '外地',
  '对[吗不]',
];
const MAY_ASK = new RegExp(ASKING.join('|'));

/** Whether what a bracket holds is said to whoever writes the text. */
export function isDraftingNote(note: string): boolean {
  const said = note.trim();
  if (said.length < SHORTEST || said.length > LONGEST || DEFINES.test(said)) return false;
  if (ORDER.test(said) && !FOR_READERS.test(said)) return true;
  if (!MAY_ASK.test(said)) return false;
  return signed(said)
    .split(CLAUSE_MARKS)
    .some((clause) => CLAUSES.some((form) => form.test(clause.trim())));
}
