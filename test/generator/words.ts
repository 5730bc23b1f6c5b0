/** What generated drafts are made of: names that belong to nobody, and the wording of ordinary reports. */

export const COUNTIES = [
  '清溪县',
  '云岭县',
  '安河县',
  '永丰县',
  '临泽县',
  '平山县',
  '石桥县',
  '东川县',
] as const;
export const TOWNS = [
  '柳河镇',
  '石门镇',
  '高坪镇',
  '龙泉镇',
  '白沙镇',
  '双塔镇',
  '花园镇',
  '西岭镇',
  '新店镇',
  '长岭镇',
] as const;
export const SURNAMES = ['王', '李', '张', '刘', '陈', '杨', '赵', '周', '吴', '孙'] as const;

/** Indicators with their unit, each said once in a draft; none of those whose rates are reckoned at constant prices. */
export const AMOUNTS = [
  ['固定资产投资', '亿元'],
  ['社会消费品零售总额', '亿元'],
  ['一般公共预算收入', '亿元'],
  ['外贸进出口总额', '亿元'],
  ['旅游综合收入', '亿元'],
  ['金融机构存款余额', '亿元'],
  ['民间投资', '亿元'],
  ['技术合同成交额', '亿元'],
] as const;

/** What is built, and in what it is counted. */
export const WORKS = [
  ['老旧小区', '个', '改造'],
  ['农村公厕', '座', '新建'],
  ['充电桩', '个', '新建'],
  ['小型水库', '座', '除险加固'],
  ['村级卫生室', '个', '改建'],
  ['口袋公园', '个', '新建'],
  ['危旧桥梁', '座', '改造'],
  ['养老服务站', '个', '新建'],
] as const;

export const LENGTHS = ['农村公路', '污水管网', '燃气管道', '防洪堤', '灌溉渠道', '绿道'] as const;

/** Aims of a line each: headings, and the openings of items. */
export const TASKS = [
  '培育壮大特色产业',
  '优化营商环境',
  '提升城乡品质',
  '保障改善民生',
  '守牢安全底线',
  '深化重点改革',
  '推进绿色发展',
  '加强基层治理',
  '扩大有效投资',
  '繁荣文化事业',
] as const;

export const CLAUSES = [
  '健全工作机制，压实各级责任',
  '盯住薄弱环节，补齐短板弱项',
  '强化要素保障，优化审批流程',
  '坚持问题导向，抓好整改落实',
  '加强调度督导，推动任务落地',
  '主动靠前服务，及时回应关切',
  '注重统筹兼顾，把握节奏力度',
  '严格考核奖惩，激励担当作为',
  '完善配套政策，放大综合效应',
  '拓宽融资渠道，用好专项资金',
  '发挥示范作用，带动周边群众',
  '加大宣传力度，凝聚各方共识',
  '严守纪律规矩，改进工作作风',
  '推动资源下沉，夯实基层基础',
  '创新方式方法，提高服务质量',
  '做好跟踪评估，防止问题反弹',
] as const;

export const OPENINGS = [
  '一年来，全县上下同心协力、真抓实干，各项事业取得新进展',
  '面对复杂形势，广大干部群众迎难而上，推动经济社会平稳发展',
  '各级各部门密切配合、攻坚克难，重点工作有序推进',
  '我们牢牢把握发展大局，稳扎稳打，持续发力',
] as const;

export const CLOSINGS = [
  '群众的获得感、幸福感不断增强',
  '发展后劲进一步增强',
  '城乡面貌明显改善',
  '社会大局保持和谐稳定',
] as const;

export const OFFICES = [
  '县发展改革局',
  '县财政局',
  '县水利局',
  '县教育局',
  '县农业农村局',
  '县住房城乡建设局',
  '县林业局',
  '县文化旅游局',
  '县审计局',
  '县统计局',
] as const;

/** Brands of sites that sell texts; none of them exists. */
export const BRANDS = [
  '墨香文秘网',
  '公文驿站',
  '笔杆子之家',
  '文思素材库',
  '妙笔范文网',
  '青藤文库',
] as const;
