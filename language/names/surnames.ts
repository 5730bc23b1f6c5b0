/** Family names: what makes a character before 某 or before a given name one. */

/** Those that are family names even before a mask: 李某, 王×. */
export const FREQUENT_SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙史陶贺顾毛郝龚邵万覃武钱戴严莫孔向常汤康易' +
  '乔文肖葛樊倪詹殷翟庞耿祁柯骆霍阮裴梅邬';

const FREQUENT: ReadonlySet<string> = new Set(FREQUENT_SURNAMES);
/** Frequent before a mask, but not among the names of the census list that {@link SURNAMES} follows. */
const VARIANTS = '付闫常肖';

/** The three hundred commonest of one character. */
export const SURNAMES: ReadonlySet<string> = new Set(
  [...FREQUENT_SURNAMES].filter((name) => !VARIANTS.includes(name)).join('') +
    '习高于傅阎黎戚温施牛邢安齐伍颜庄聂章鲁岳申欧关兰焦俞左柳甘祝包宁尚符舒纪童凌毕单季涂成苗谷盛曲翁冉蓝路游辛靳管柴蒙鲍华喻蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戎岑景党宫费卜冷晏席卫米柏' +
    '宗瞿桂全佟应臧闵苟边卞姬师仇栾隋商刁沙荣晁亢雒贠郗逯巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝',
);

/** Of two characters, where no word can be meant. */
export const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  '欧阳 上官 司马 诸葛 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 东方 端木 宇文 长孙 申屠'.split(' '),
);

/** Of two characters that are words or places too (濮阳, 百里): family names only where a person is certain. */
export const RARE_COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  '司空 独孤 南宫 西门 东郭 呼延 百里 闻人 轩辕 赫连 澹台 公冶 宗政 濮阳 淳于 单于 太叔 仲孙 钟离 鲜于 闾丘 万俟'.split(
    ' ',
  ),
);

/** Whether a character is a family name that a mask or 某 may follow; false without a character. */
export function isSurname(char: string | undefined): boolean {
  return char !== undefined && FREQUENT.has(char);
}
