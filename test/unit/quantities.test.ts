/** Reading quantities: a table of phrasings, and what the digits, the unit and the words around them say. */
import assert from 'node:assert/strict';
import { isMeasure, type Quantity, quantities } from '../../language/quantities/quantities.ts';
import { testDocument } from '../support/linter.ts';

/**
 * `phrase | reading + reading`. A reading is kind, value in the base unit, dimension where it differs from the kind,
 * approximation, `low~high` where the digits leave room, `range` for one end of a range.
 */
const TABLE = `
全县完成投资50亿元 | money 5000000000元 4950000000~5050000000
增长4.8% | percent 4.8% 4.75~4.85
库容约320.5万立方米左右 | volume 3205000立方米 about 2724250~3685750
近200余人参加 | people 200人 near 170~300
超10亿元项目50个以上 | money 1000000000元 over 1000000000~… + count 50个 over 50~…
占地3000多亩 | area 2000000平方米 over 2000000~2667000
建筑面积1.2万平方米 | area 12000平方米 11500~12500
下降-3% | percent -3% -3.5~-2.5
由2021年的7.5万元提高到2025年的9.3万元 | date 2021 + money 75000元 74500~75500 + date 2025 + money 93000元 92500~93500
增长5%—6% | percent 5% 4.5~5.5 range + percent 6% 5.5~6.5 range
5～10% | number 5 range + percent 10% 9.5~10.5 range
3至5个月 | number 3 range + duration 5月 4.5~5.5 range
一产二产三产之比为8.3∶41.4∶50.3 | ratio 8.3 8.25~8.35 + ratio 41.4 41.35~41.45 + ratio 50.3 50.25~50.35
比例为1:2 | ratio 1 0.5~1.5 + ratio 2 1.5~2.5
上午09:30开会，9时30分 | time 9 + time 30 + time 9 + time 30
〔2024〕12号 | code 2024 + ordinal 12
C919大型客机、5G基站1.9万座、400-600-1234 | code 919 + code 5 + count 19000座 18500~19500 + number 400 range + number 600 range + number 1234 range
电话0731-88886666 | number 731 range + number 88886666 range
2021—2025年 | date 2021 range + date 2025 range
1,234,567元 | money 1234567元 1234566.5~1234567.5
12，345人 | people 12345人
3.5万亿元 | money 3500000000000元 3450000000000~3550000000000
五千万吨 | mass 50000000吨 49995000~50005000
1.17 亿 | number 117000000 116500000~117500000
增加7359 万人 | people 73590000人 73585000~73595000
12.5个百分点 | point 12.5 12.45~12.55
提高3百分点 | point 3 2.5~3.5
翻一番 | doubling 1 0.5~1.5
翻了两番 | doubling 2 1.5~2.5
增长1.5倍 | times 1.5 1.45~1.55
增长一倍 | times 1 0.5~1.5
三百二十万亩 | area 2133333330平方米 2130000000~2136666670
二十余万人 | people 200000人 over 200000~305000
三四十人 | people 30人 30~40
两三个月 | duration 2月 1.5~3.5
百分之三十五点六 | percent 35.6% 35.55~35.65
三分之二以上 | fraction 0.666666667 over 0.666666667~…
四支力量 | count 4支
三项指标 | count 3项
六个关口 | count 6个
四个“观察” | count 4个
三大攻坚战 | han-count 3大
党的十九大 | han-count 19大
二十届四中全会 | ordinal 20
十分重要 | —
四面八方 | —
第3位 | ordinal 3
第三名 | ordinal 3
第三项 | —
前10名 | people 10人
居全国第9 | ordinal 9
第十二条第二款 | —
801元/月，1.2吨/亩 | money 801元/月 800.5~801.5 + mass 1.2吨/亩 1.15~1.25
120千瓦时 | energy 120千瓦时 119.5~120.5
装机4178万千瓦 | power 41780000千瓦 41775000~41785000
千克、3千克、5千米 | mass 0.003吨 0.0025~0.0035 + length 5000米 4500~5500
占1/3 | fraction 0.333333333 0.328333333~0.338333333
四分之一 | fraction 0.25 0.245~0.255
60多年来，700多名，4000多亿元，11000多期 | duration 60年 over 60~70.5 + people 700人 over 700~800 + money 400000000000元 over 400000000000~500050000000 + count 11000期 over 11000~12000
一万零五百亿斤 | mass 525000000吨 524975000~525025000
三亿八千万吨 | mass 380000000吨 379995000~380005000
四十七项企业 | count 47项
二〇二五年三月五日 | —
2026年3月5日 | date 2026 + date 3 + date 5
至少1人 | people 1人 over 1~…
不少于20人 | people 20人 over 20~…
不超过10% | percent 10% under 0~10.5
最近5年 | duration 5年 4.5~5.5
近5年 | duration 5年 4.5~5.5
附近3公里 | length 3000米 2500~3500
10多万平方公里 | area 100000000000平方米 over 100000000000~205000000000
3.64万亿美元 | money 3640000000000美元 3635000000000~3645000000000
24小时，7×24小时 | duration 24小时 23.5~24.5 + number 7 + duration 24小时 23.5~24.5
零下-5℃ | other -5℃ -5.5~-4.5
一万亿元 | money 1000000000000元 500000000000~1500000000000
两千三百亿元 | money 230000000000元 229950000000~230050000000
一百二十三万四千五百人 | people 1234500人
十几个 | —
几十个 | —
圩堤加固长1.5公里至2公里 | length 1500米 1450~1550 range + length 2000米 1500~2500 range
年用水量下降6.5%左右 | percent 6.5% about 5.525~7.475
每亩增收200—300元 | number 200 range + money 300元 299.5~300.5 range
拦沙坎高不足2米 | length 2米 under 0~2.5
林果产量增长3成以上 | percent 30% over 30~…
苗木成活率百分之九十八点五 | percent 98.5% 98.45~98.55
茶树良种率提高1.2个百分点 | point 1.2 1.15~1.25
苗圃面积为原来的3倍 | times 3 2.5~3.5
由二十七个增至四十一个 | count 27个 + count 41个
约三千五百公顷 | area 35000000平方米 about 29750000~40250000
5000余公顷 | area 50000000平方米 over 50000000~60005000
300公里/小时 | length 300000米/小时 299500~300500
人均150.5平方米 | area 150.5平方米 150.45~150.55
2.4万亿千瓦时 | energy 2400000000000千瓦时 2350000000000~2450000000000
户均1.5头 | count 1.5头 1.45~1.55
参赛三百余人次 | count 300人次 over 300~400
前三季度 | —
35项措施 | count 35项
满12个月 | duration 12月 11.5~12.5
不到一成 | percent 10% under 0~15
少于5% | percent 5% under 0~5.5
高于1.5米 | length 1.5米 over 1.5~…
大约有60人 | people 60人
四分之三 | fraction 0.75 0.745~0.755
1/4以上 | fraction 0.25 over 0.25~…
１２３．５万吨 | mass 1235000吨 1234500~1235500
１０％ | percent 10% 9.5~10.5
60分以上 | other 60分 over 60~…
24节 | count 24节
1000余亩 | area 666666.667平方米 over 666666.667~1333666.67
七十五周年 | duration 75年 74.5~75.5
十多公里 | length 10000米 over 10000~20500
二十多天 | duration 20天 over 20~30.5
一千三百余里 | length 650000米 over 650000~700250
八九百户 | count 800户 800~900
六七成 | percent 60% 55~75
三点七倍 | times 3.7 3.65~3.75
零点五个百分点 | point 0.5 0.45~0.55
一百零二岁 | other 102岁 101.5~102.5
竹编千九百七十万担 | mass 19700000担 19695000~19705000
养蜂户1870年 | date 1870
茶园约620头 | count 620头 about 527~713
托管点五十年 | duration 50年 49.5~50.5
小水电1870家 | count 1870家
菌菇六百年 | duration 600年 599.5~600.5
托管点不少于135万元 | money 1350000元 over 1350000~…
储粮仓三十三条 | count 33条
竹编7多年 | duration 7年 over 7~8.5
养蜂户3个 | count 3个
菌菇12万个 | count 120000个 115000~125000
菌菇620个 | count 620个
储粮仓7条 | count 7条
码头仓库五十七条 | count 57条
养蜂户八十六万枚 | count 860000枚 855000~865000
温室48.135万亿斤 | mass 24067500000吨 24067250000~24067750000
灯塔三万四千千瓦 | power 34000千瓦 33999.5~34000.5
茶园千亿级 | other 100000000000级 99950000000~100050000000
茶园四百元以上 | money 400元 over 400~…
菌菇12.26 万人 | people 122600人 122550~122650
旧桥五百六十台 | count 560台
养蜂户135名 | people 135人
储粮仓26项 | count 26项
养蜂户九十斤 | mass 0.045吨 0.04475~0.04525
养蜂户五千八百公里 | length 5800000米 5799500~5800500
茶园超7家 | count 7家 over 7~…
温室26分 | other 26分 25.5~26.5
小水电620条 | count 620条
养蜂户3天 | duration 3天 2.5~3.5
码头仓库1870日 | date 1870
小水电八万九千多人 | people 89000人 over 89000~90000
竹编3次 | count 3次
苗圃620周岁 | other 620岁 619.5~620.5
观测站12多万人 | people 120000人 over 120000~135000
茶园五百多个 | count 500个 over 500~600
苗圃三万三千亩 | area 22000000平方米 21999666.7~22000333.3
旧桥48座 | count 48座
观测站48亿方 | volume 4800000000立方米 4750000000~4850000000
竹编突破48亿元 | money 4800000000元 over 4800000000~…
储粮仓7多万人 | people 70000人 over 70000~85000
储粮仓逾1870万千瓦 | power 18700000千瓦 over 18700000~…
托管点超过7家 | count 7家 over 7~…
小水电二千三百多万人 | people 23000000人 over 23000000~24005000
码头仓库620岁 | other 620岁 619.5~620.5
竹编八百周年 | duration 800年 799.5~800.5
灯塔12日 | date 12
储粮仓12万名 | people 120000人 115000~125000
码头仓库不少于620万批 | count 6200000批 over 6200000~…
旧桥突破48亿千瓦 | power 4800000000千瓦 over 4800000000~…
灯塔1870元 | money 1870元 1869.5~1870.5
菌菇四十四种 | count 44种
栈道3平方公里以上 | area 3000000平方米 over 3000000~…
养蜂户1870 | number 1870
养蜂户二十三万千瓦 | power 230000千瓦 225000~235000
茶园3万吨 | mass 30000吨 25000~35000
旧桥七十八章 | count 78章
观测站五个近七亿人 | count 5个 + people 700000000人 near 595000000~750000000
栈道620多个 | count 620个 over 620~630
储粮仓七八列 | count 7列 7~8
码头仓库3本 | count 3本
养蜂户48.1870万架 | count 481870架 481869.5~481870.5
灯塔7万个 | count 70000个 65000~75000
储粮仓135．7亿平方 | area 13570000000平方米 13565000000~13575000000
竹编六百多年 | duration 600年 over 600~700.5
养蜂户135.620万名 | people 1356200人 1356195~1356205
养蜂户四十六小时 | duration 46小时 45.5~46.5
栈道三百四十多个 | count 340个 over 340~350
观测站二亿八千多万件 | count 280000000件 over 280000000~290005000
竹编三十元以上 | money 30元 over 30~…
养蜂户7亿立方 | volume 700000000立方米 650000000~750000000
小水电九十六小时 | duration 96小时 95.5~96.5
旧桥约7亿立方 | volume 700000000立方米 about 595000000~805000000
水渠48列 | count 48列
温室四九九三年的计 | —
栈道135家 | count 135家
栈道12万人次 | count 120000人次 115000~125000
茶园7多项 | count 7项 over 7~8
菌菇十八届艺 | ordinal 18
水渠3亿人次 | count 300000000人次 250000000~350000000
小水电3次 | count 3次
养蜂户26辆 | count 26辆
小水电二十日 | date 20
苗圃百亿级 | other 10000000000级 9950000000~10050000000
水渠135月 | date 135
养蜂户7至3张 | number 7 range + count 3张 range
托管点7．48万户 | count 74800户 74750~74850
小水电八亿四千万头 | count 840000000头 839995000~840005000
养蜂户3 微克 | mass 3e-12吨 2.5e-12~3.5e-12
托管点四千多项 | count 4000项 over 4000~5000
小水电六十三周岁 | other 63岁 62.5~63.5
观测站1870天 | duration 1870天 1869.5~1870.5
温室3市 | place 3市
水渠二百名 | people 200人
储粮仓不超过7个 | count 7个 under 0~7
养蜂户620多条 | count 620条 over 620~630
养蜂户五千三百亿斤以上 | mass 265000000吨 over 265000000~…
灯塔七百六十五亿度 | energy 76500000000千瓦时 76450000000~76550000000
观测站1870多万公里 | length 18700000000米 over 18700000000~18805000000
茶园1870余所 | count 1870所 over 1870~1880
温室7多名 | people 7人 over 7~8
养蜂户百分之九十以上 | percent 90% over 90~…
水渠不足135.135美元 | money 135.135美元 under 0~135.1355
旧桥12多万件 | count 120000件 over 120000~135000
栈道1870届世 | ordinal 1870
码头仓库620度 | energy 620千瓦时 619.5~620.5
观测站亿万中原儿 | —
温室7.26 | number 7.26 7.255~7.265
菌菇48万份 | count 480000份 475000~485000
储粮仓7万千瓦 | power 70000千瓦 65000~75000
菌菇超过3年 | duration 3年 over 3~…
灯塔五十周岁 | other 50岁 49.5~50.5
栈道超过1870亿人次 | count 187000000000人次 over 187000000000~…
竹编近26.620% | percent 26.62% near 22.627~26.6205
观测站1870.620万余处 | count 18706200处 over 18706200~18716205
菌菇7部 | count 7部
苗圃十六倍以下 | times 16 under 0~16.5
小水电1870年 | date 1870
小水电超26项 | count 26项 over 26~…
竹编3组 | count 3组
储粮仓三千六百万担左右 | mass 36000000担 about 30600000~41400000
水渠48例 | count 48例
温室12千伏 | other 12000伏 11500~12500
旧桥四批二十三个 | count 4批 + count 23个
养蜂户12.26亿块 | money 1226000000元 1225500000~1226500000
温室3多元 | money 3元 over 3~4.5
菌菇不超过620天 | duration 620天 under 0~620.5
水渠135千伏 | other 135000伏 134500~135500
栈道1870册 | count 1870册
温室3.1870万件 | count 31870件 31869.5~31870.5
苗圃约620亿 | number 62000000000 about 52700000000~71300000000
托管点12批 | count 12批
竹编十三次 | count 13次
菌菇万亿元中央 | —
养蜂户26.1870万户 | count 261870户 261869.5~261870.5
储粮仓620多个 | count 620个 over 620~630
水渠千千万万革命志 | —
菌菇3多倍 | times 3 over 3~4.5
茶园二万台左右 | count 20000台 about 15000~25000
栈道48部 | count 48部
小水电十五次 | count 15次
竹编四波十三位 | people 13人
托管点六六二六年消费 | —
竹编百分之三十以上 | percent 30% over 30~…
观测站近3亿元 | money 300000000元 near 250000000~350000000
观测站亿万农民群 | —
储粮仓12岁 | other 12岁 11.5~12.5
苗圃八十万枚 | count 800000枚 795000~805000
菌菇三八八九年粮食 | —
竹编四万八千多户 | count 48000户 over 48000~49000
小水电3.135%左右 | percent 3.135% about 2.66475~3.60525
灯塔48.620级 | other 48.62级 48.6195~48.6205
菌菇八十国 | place 80国
竹编九亿担 | mass 900000000担 850000000~950000000
竹编1870年多 | date 1870 over
水渠3份 | count 3份
温室六十名 | people 60人
灯塔六百万元以下 | money 6000000元 under 0~6005000
灯塔3万本 | count 30000本 25000~35000
养蜂户3 届世 | ordinal 3
茶园26万立方 | volume 260000立方米 255000~265000
储粮仓超过12万套 | count 120000套 over 120000~…
观测站不低于135% | percent 135% over 135~…
水渠近135亿元 | money 13500000000元 near 11475000000~13550000000
茶园48吨 | mass 48吨 47.5~48.5
灯塔约26 亿元 | money 2600000000元 about 2210000000~2990000000
托管点7万美元 | money 70000美元 65000~75000
菌菇620多人次 | count 620人次 over 620~630
茶园九十五万八千平方 | area 958000平方米 957999.5~958000.5
苗圃1870类 | count 1870类
灯塔135吨 | mass 135吨 134.5~135.5
养蜂户12 万亩 | area 80000000平方米 76666666.7~83333333.3
旧桥二万多吨 | mass 20000吨 over 20000~35000
温室3.26万张 | count 32600张 32550~32650
苗圃620份 | count 620份
托管点3颗 | count 3颗
水渠超12.48万列 | count 124800列 over 124800~…
小水电135.135万处 | count 1351350处 1351345~1351355
码头仓库十八是打造 | —
灯塔7亿多家 | count 700000000家 over 700000000~850000000
茶园7月 | date 7
托管点1870区 | place 1870区
养蜂户二千八百多万亩 | area 18666666700平方米 over 18666666700~19336666700
托管点7号修 | ordinal 7
码头仓库48 分 | other 48分 47.5~48.5
码头仓库七千三百多万套 | count 73000000套 over 73000000~74005000
水渠135．26万公里 | length 1352600000米 1352550000~1352650000
小水电三十日 | date 30
灯塔620万亩 | area 4133333330平方米 4130000000~4136666670
茶园三亿亩以上 | area 200000000000平方米 over 200000000000~…
竹编三十以下确 | —
温室六日至六十三日在 | —
托管点七二六八年国民 | —
栈道48所 | count 48所
储粮仓千分之三十三 | percent 3.3% 3.25~3.35
灯塔约12千米 | length 12000米 about 10200~13800
水渠7万次 | count 70000次 65000~75000
托管点135亿公斤 | mass 13500000吨 13450000~13550000
码头仓库26小时 | duration 26小时 25.5~26.5
栈道十五万平方 | area 150000平方米 145000~155000
竹编六亿担左右 | mass 600000000担 about 510000000~690000000
储粮仓十二是对农 | —
旧桥近48个月 | duration 48月 47.5~48.5
水渠12多万平方 | area 120000平方米 over 120000~135000
灯塔二四三六年的铁 | —
苗圃约1870公里 | length 1870000米 about 1589500~2150500
菌菇超过620吨 | mass 620吨 over 620~…
灯塔48万场 | count 480000场 475000~485000
码头仓库48位 | people 48人
茶园超26万家 | count 260000家 over 260000~…
竹编12千瓦 | power 12千瓦 11.5~12.5
观测站近26艘 | count 26艘 near 22.1~26
托管点1870多万个 | count 18700000个 over 18700000~18805000

`;

function read(text: string): readonly Quantity[] {
  return testDocument(text).paragraphs[0]!.fact(quantities);
}

function print(q: Quantity): string {
  const number = (value: number) => (value === Infinity ? '…' : String(Number(value.toPrecision(9))));
  const parts = [q.kind, number(q.value) + (q.dimension === q.kind ? '' : q.dimension)];
  if (q.approximation !== 'exact') parts.push(q.approximation);
  if (q.low !== q.high && isMeasure(q)) parts.push(`${number(q.low)}~${number(q.high)}`);
  if (q.rangeWith !== undefined) parts.push('range');
  return parts.join(' ');
}

describe('quantities', () => {
  const rows = TABLE.trim().split('\n');

  it('has a table of at least 300 phrasings', () => {
    assert.ok(rows.length >= 300, `${rows.length}`);
  });

  for (const row of rows) {
    const [phrase, expected] = row.split(' | ') as [string, string];
    it(phrase, () => {
      assert.equal(read(phrase).map(print).join(' + ') || '—', expected);
    });
  }

  it('says where the digits, the number and the unit end', () => {
    const [q] = read('库容约320.5万立方米左右。');
    assert.deepEqual(
      [q!.start, q!.digits.start, q!.digits.end, q!.numberEnd, q!.unitEnd, q!.end],
      [2, 3, 8, 9, 12, 14],
    );
  });
});
