/** Family names: what makes a character before 某 or before a given name one. */

/** Those that are family names even before a mask: 李某, 王×. */
export const FREQUENT_SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙史陶贺顾毛郝龚邵万覃武钱戴严莫孔向常汤康易' +
  '乔文肖葛樊倪詹殷翟庞耿祁柯骆霍阮裴梅邬';

const FREQUENT: ReadonlySet<string> = new Set(FREQUENT_SURNAMES);

/** More than where names are recognised, which takes 濮阳 for the city: for where a person's name is certain. */
export const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 司空 夏侯 端木 独孤 南宫 西门 东郭 呼延 百里 闻人 轩辕 赫连 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 钟离 鲜于 闾丘 万俟'.split(
    ' ',
  ),
);

/** Whether a character is a family name that a mask or 某 may follow; false without a character. */
export function isSurname(char: string | undefined): boolean {
  return char !== undefined && FREQUENT.has(char);
}
