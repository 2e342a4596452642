import type { Hindrance } from '../../../../contract/comparisons.ts';

interface Words {
  readonly heading: string;
  /** What it means, and what can be done about it. */
  readonly advice: string;
}

export const hindranceWords: Record<Hindrance['kind'], Words> = {
  doubtful: {
    heading: '対応が確かでない行',
    advice: '前年のどの行にあたるか、確かではありません。行を開いて確かめ、違うときは訂正してください。',
  },
  split: {
    heading: '分かれた行',
    advice: '前年の1行が、今年は2行以上に分かれています。資料に合計を書き添えると比べられます。',
  },
  gone: {
    heading: 'なくなった行',
    advice: '前年にあり、今年は見つかりません。名前が変わった行があるときは、開いて訂正してください。',
  },
  renamed: {
    heading: '名前が変わった行',
    advice: '同じ行とみています。違うときは訂正してください。資料に前年の名前を書き添えると、委員に伝わります。',
  },
  moved: { heading: '場所が移った行', advice: '前年とは違う順に並んでいます。委員がさがす場所が変わります。' },
  renumbered: {
    heading: '番号が変わった行',
    advice: '番号で前年の資料をさがす委員は、違う行を開きます。資料に前年の番号を書き添えると、委員に伝わります。',
  },
  unit: { heading: '単位が変わった列', advice: '差は単位をそろえて示します。資料の上では、桁が違って見えます。' },
  'column-added': { heading: '増えた列', advice: '前年の資料には、この列がありません。' },
  'column-removed': { heading: 'なくなった列', advice: '前年の資料にあったこの列が、今年はありません。' },
  restated: {
    heading: '言い直された前年の値',
    advice: '今年の資料にある前年の値が、前年の資料の値と違います。理由を書き添えてください。',
  },
  scanned: {
    heading: '文字のないページ',
    advice: '画像だけのページは比べられません。元のファイルから、PDFで保存し直したものに差し替えてください。',
  },
};
