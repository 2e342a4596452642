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

export function processingText({ state, pageCount, pagesDone }: RevisionState): string {
  if (state === 'waiting') return '読み取りの順番を待っています';
  return pageCount === null ? 'ページを数えています' : `${pageCount}ページのうち${pagesDone}ページを読み取りました`;
}

/** 1,234,567 → 1.2MB */
export function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))}KB` : `${(bytes / 1_000_000).toFixed(1)}MB`;
}
