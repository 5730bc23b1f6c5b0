import type { Severity } from '../../engine/finding.ts';
import { defineDocumentRule } from '../../engine/rule.ts';
import { boundAfter, boundBefore, STATEMENT_STOPS } from '../../language/text/bounds.ts';
import { ShortList } from '../../language/text/characters.ts';
import { explainWord, fixWord, type WordMatch } from '../../language/text/word-rules.ts';
import { type Age, age, isCue, latestYear, monthOf, outdatedNames } from './words/outdated.ts';

interface OutdatedMatch extends WordMatch {
  /** Undefined where nothing tells how old the text is. */
  readonly age: Age | undefined;
}

/** What makes a clause speak of former times, where the former name is right. */
const FORMER = new ShortList([
  '原',
  '时任',
  '曾任',
  '历任',
  '前身',
  '更名',
  '改名',
  '改为',
  '改称',
  '并入',
  '合并',
  '组建',
  '整合',
  '撤销',
  '不再保留',
  '废止',
  '当时',
  '修订前',
  '简称',
  '〔19',
  '〔20',
  '（19',
  '（20',
]);

/** 国家卫计委 in a text of 2024, 根据《合同法》 since the 民法典: names that have changed since. */
export const outdated = defineDocumentRule<OutdatedMatch>({
  id: 'terms/outdated',
  severity: 'warning',
  kinds: { law: 'hint' },

  *find(document) {
    const paragraphs = document.paragraphsWith(outdatedNames);
    if (paragraphs.length === 0) return;
    const written = document.model(age);
    // A text without a date is most likely being written; one that names no later year may be an old one.
    const undated = written ? undefined : (document.model(latestYear) ?? Infinity);
    for (const paragraph of paragraphs) {
      const { text } = paragraph;
      for (const match of paragraph.fact(outdatedNames)) {
        const { row, start, end } = match;
        const from = boundBefore(text, start, STATEMENT_STOPS);
        if (isCue(row) || isFormer(text, match, from)) continue;
        const told = firstMonthIn(text.slice(from, start)) ?? written?.since;
        if (monthOf(row) > (told ?? undated! * 100 + 1)) continue;
        const at = { start: paragraph.start + start, end: paragraph.start + end };
        const severity = told === undefined ? lesser(match.severity) : match.severity;
        yield { ...match, ...at, age: written, ...(severity && { severity }) };
      }
    }
  },

  explain(match) {
    const { row, age: written } = match;
    const year = Math.floor(monthOf(row) / 100);
    return {
      message: `${explainWord(match)}（${year}年${monthOf(row) % 100}月起${written && monthOf(row) <= written.since ? `；本文不早于“${written.by}”` : '，请按成文时间核对'}）`,
    };
  },

  fix: (match) => fixWord(match, false),
});

/** 《最低工资规定》（劳动和社会保障部令第21号）, 国家工商行政管理总局《商标评审规则》: by whom it was issued then. */
const DECREE = /^(?:令第?|《)/;
/** 王某诉甲县国土资源局: a case is named by who was its party. */
const SUED = /诉[\u4e00-\u9fff]{0,16}$/;

/** Whether a name is given as the former one, or stands in a title that is cited as it was; a row may be of a title itself. */
function isFormer(text: string, { row, start, end, quoted }: WordMatch, from: number): boolean {
  if (quoted && !row.wrong.startsWith('《')) return true;
  if (DECREE.test(text.slice(end, end + 2)) || SUED.test(text.slice(from, start))) return true;
  return FORMER.isIn(text, from, boundAfter(text, end, STATEMENT_STOPS));
}

/** 2016年，|国家卫计委|印发了规划: it had that name then; as 201601. */
function firstMonthIn(text: string): number | undefined {
  const years = [...text.matchAll(/((?:19|20)\d\d)年/g)].map((year) => Number(year[1]));
  return years.length > 0 ? Math.min(...years) * 100 + 1 : undefined;
}

const lesser = (severity: Severity | undefined): Severity => (severity === 'hint' ? 'hint' : 'info');
