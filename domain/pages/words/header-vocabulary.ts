/** The words over the columns of tables and in the captions of forms that the comparison knows; see vocabulary.ts for the others. */

/** Header words whose column only repeats the unit or the kind of number; they distinguish nothing between papers. */
export const PLAIN_COLUMNS = [
  '金額',
  '予算額',
  '予定額',
  '当初予算額',
  '当初',
  '予算',
  '説明',
  '節',
  '数量',
  '額',
] as const;

/** Header endings whose numbers are shares, so that the caption's 千円 is not theirs. */
export const RATE_ENDINGS = ['率', '割合', '構成比', '比率', '伸率', '伸び率'] as const;

/** What a header ending in 数 counts, where the word before 数 is no unit itself: 職員数 counts 人. */
export const COUNTED: Readonly<Record<string, string>> = {
  職員: '人',
  定員: '人',
  利用者: '人',
  委員: '人',
  児童: '人',
  生徒: '人',
};

/** Headers of columns that say which year a row is of, also where they print 5 for 令和５年度. */
export const YEAR_HEADERS = ['年度', '年', '年次', '年別', '事業年度'] as const;

/** Units that number columns where the numbers count up from one to the next: 1年 | 2年 | 3年, 1期 | 2期. */
export const ORDINAL_UNITS = ['年', '学年', '期', '回', '組', '班'] as const;

/** Headers over the names of rows where these are bare numbers: 級 | 人員 | 割合. */
export const ROW_NAME_HEADERS = [
  '級',
  '号給',
  '号',
  '年齢',
  '歳',
  '款',
  '項',
  '目',
  '節',
  '月',
  '期',
  '回',
  '学年',
  '順位',
  '階層',
] as const;

/** Endings of headers over names that are parts of what a row to their left is about: 目 | 節 | 説明. */
export const INNER_NAME_HEADERS = ['節', '細節', '区分', '内訳', '説明', '積算基礎', '財源'] as const;

/** Headers of columns that number the rows: № | 取組名. */
export const NUMBERING_HEADERS = [
  'no',
  'no.',
  '番号',
  '項番',
  '連番',
  '通番',
  '#',
  '整理番号',
  '施策番号',
  '事業番号',
] as const;

/**
 * Header endings of columns that describe a row and do not name it: 所管課, 進捗状況. They help to tell rows apart, and the
 * numbers to their right belong to the row all the same.
 */
export const DESCRIBING_ENDINGS = [
  '課',
  '課名',
  '部署',
  '所管',
  '担当',
  '部局',
  '状況',
  '進捗',
  '評価',
  '判定',
  '達成度',
  '方向性',
  '指標',
  '指標名',
  '単位',
  '時期',
  '期間',
  '期限',
  '備考',
  '摘要',
  '根拠',
  '会計',
  '種別',
  '実施主体',
  '場所',
  '開始年度',
  '完了年度',
  '年月日',
  '月日',
  '曜日',
] as const;

/** Headers of columns that name what is measured; a table of measures under wider goals has its names there. */
export const MEASURE_HEADERS = ['指標', '指標名'] as const;

/** Beside these stands what a whole form is about (事業名 | 放課後児童クラブ運営事業): it names everything in the form. */
export const FORM_NAMES = [
  '事業名',
  '事務事業名',
  '事業名称',
  '事務事業',
  '細事業名',
  '施策名',
  '施策名称',
  '基本施策名',
  '取組名',
  '取組名称',
  '取組項目',
  '取組項目名',
  '実施項目',
  '計画名',
  '施設名',
  '施設名称',
  '会計名',
  '件名',
  '名称',
  '団体名',
] as const;

/** Endings of headers over numbers; a value beside 事業名 does not end so. */
export const NUMBER_HEADER_ENDINGS = [
  '額',
  '数',
  '値',
  '率',
  '実績',
  '目標',
  '費',
  '計',
  '見込',
  '量',
  '内容',
  '概要',
  '説明',
  '目的',
  '方向',
  '区分',
  '番号',
  '頁',
] as const;

/** How far the numbers of a year had come when they were printed; a later paper prints a later stage of the same column. */
export const STAGES = [
  '当初予算',
  '補正予算',
  '決算見込',
  '実績見込',
  '決算',
  '予算',
  '見込',
  '推計',
  '見通し',
  '速報',
] as const;
