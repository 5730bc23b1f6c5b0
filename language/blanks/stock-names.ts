/** 张三, 李四: names that stand for anybody's, where a draft names who holds an office. */
import { anyOf } from '../text/pattern.ts';
import type { Line, Mark } from './line.ts';
import { endsInOffice } from './slots.ts';

/** What the name goes on with where it is whole: 张三平 is somebody else. */
const CALLED = '同志 书记 主任 [省市县区镇乡局科处院校村]长 老师 教授 先生 女士';
const DOES = '出席 主持 讲话 发言 致辞 宣读 汇报 介绍 带队 牵头 负责 任 为 在 到 同';
const GOES_ON = new RegExp(String.raw`^(?:$|[，。；、：！（\s]|${anyOf(CALLED, DOES)}|[两三四五]位)`);
const TITLED = /^(?:同志|书记|主任|[市县区镇乡局科处院校]长)/;
/** 联系人：张三, 我叫李四. */
const LABELLED =
  /(?:成员|组[长员]|队[长员]|委员|联系人|联系|报名|咨询|姓名|负责人|经办人|主持人|我叫|我是|本人)[：: 　]?$/;
/** An example, or a story: 例如张三局长…, 假如你是村支书张三. */
const SUPPOSED = /示例|样[表例本]|填写说明|[例假比譬]如|比方|假设|假定|设想|虚构|化名|案例|故事|以张三/;

/** |张三|、李四、王五三位评委: three of them; 张三、李四等人 is a saying. */
const opensList = (text: string, end: number) => OPENS_LIST.test(text.slice(end, end + 7));
const OPENS_LIST = /^、(?:李四|王五)、(?:王五|赵六)(?![等之、])/;

/** 县长张三出席会议, 请李四同志讲话. */
export function readStockName(line: Line, start: number, end: number): Mark | undefined {
  const { text } = line;
  const right = text.slice(end, end + 3);
  if (!GOES_ON.test(right)) return undefined;
  const labelled = LABELLED.test(text.slice(Math.max(0, start - 6), start));
  // 成员李四、王五
  const listed = /(?:张三|李四|王五)、$/.test(text.slice(Math.max(0, start - 3), start));
  const held =
    labelled ||
    listed ||
    opensList(text, end) ||
    endsInOffice(text.slice(Math.max(0, start - 6), start).trimEnd());
  if (
    !held &&
    !(TITLED.test(right) && /(?:^|[，。；：、请由经邀向])$/.test(text.slice(Math.max(0, start - 1), start)))
  )
    return undefined;
  if (SUPPOSED.test(text.slice(Math.max(0, start - 60), start)) || line.cases.length > 0) return undefined;
  return { start, end, certainty: 'likely' };
}
