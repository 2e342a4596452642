import type { RevisionState } from '../../../../contract/documents.ts';

export interface RevisionFace {
  readonly label: string;
  readonly tone: 'good' | 'warning' | 'bad' | 'plain';
}

/** What a document's chip says of its newest revision; `live` is whether its meeting is published. */
export function revisionFace({ state, published, number }: RevisionState, live: boolean): RevisionFace {
  if (state === 'failed') return { label: '読み取れません', tone: 'bad' };
  if (state !== 'ready') return { label: '準備中', tone: 'plain' };
  if (published && live) return { label: '公開中', tone: 'good' };
  if (live) return { label: number > 1 ? '差替え（未公開）' : '未公開', tone: 'warning' };
  return { label: '未公開', tone: 'plain' };
}

/** 0 … 1, or null while the pages are not counted yet. */
export function processedPart({ pageCount, pagesDone }: RevisionState): number | null {
  return pageCount === null || pageCount === 0 ? null : pagesDone / pageCount;
}

export function processingText({ state, pageCount, pagesDone, conversion }: RevisionState): string {
  if (conversion === 'waiting') return 'PDFに直しています。１つずつ直すため、順番を待つことがあります';
  if (state === 'waiting') return '読み取りの順番を待っています';
  return pageCount === null ? 'ページを数えています' : `${pageCount}ページのうち${pagesDone}ページを読み取りました`;
}

/** What of the file could not be read, and what to do; empty where nothing is missing. */
export function lossText({ loss, state }: RevisionState): string {
  if (!loss || state === 'failed') return '';
  const { blankPages, textPart, isIncomplete } = loss;
  const pages = `先頭から${blankPages.join('、')}枚目のページを読み取れず、空白になっています。`;
  const text = `ファイルの一部が壊れていて、文字の${partText(textPart)}を読み取れません。`;
  const cut = 'ファイルが途中で切れているため、足りないページがあるかもしれません。';
  const lost = (isIncomplete ? cut : '') + (textPart > 0 ? text : '') + (blankPages.length > 0 ? pages : '');
  return `${lost}委員の画面で確かめ、元の文書からPDFで保存し直して、差し替えてください。`;
}

function partText(part: number): string {
  return part > 0.99 ? 'ほとんど' : `${Math.floor(part * 100)}％以上`;
}

/** 1,234,567 → 1.2MB */
export function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))}KB` : `${(bytes / 1_000_000).toFixed(1)}MB`;
}
