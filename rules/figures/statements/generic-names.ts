import { ShortList } from '../../../language/text/characters.ts';

/** What the names of an item of a budget are made of that every item has: 当年|预算|执行|数. */
const GENERIC = new ShortList([
  ...[
    '总投资',
    '当年',
    '本年',
    '上年',
    '全年',
    '年初',
    '年末',
    '年度',
    '财政',
    '拨款',
    '一般',
    '公共',
    '预算',
  ],
  ...['决算', '执行', '安排', '调整', '收入', '支出', '基本', '项目', '资金', '投资', '总额', '数额', '金额'],
  ...['合计', '总计', '数', '额', '总', '的'],
]);

/** Whether a name is made of nothing but such words. */
export function isGeneric(name: string): boolean {
  // The one revenue of the year, in whatever budget.
  if (name === '一般公共预算收入') return false;
  let at = 0;
  for (let word = GENERIC.wordAt(name, 0); word !== undefined; word = GENERIC.wordAt(name, at))
    at += word.length;
  return at === name.length;
}
