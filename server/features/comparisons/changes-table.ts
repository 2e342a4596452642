import type { Change, Changes, Comparison, UnreadPage } from '../../../contract/comparisons.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { versionName } from '../../../domain/meetings/document.ts';
import { isSure } from '../../../domain/pages/comparison/doubt.ts';
import { shownValues } from '../../../domain/pages/results/shown-values.ts';
import { disarmed } from '../../http/downloads.ts';

const kinds: Record<Change['kind'], string> = {
  changed: '数値が変わった',
  added: '増えた',
  removed: 'なくなった',
  restated: '言い直された',
  reworded: '言葉が変わった',
  moved: '場所が移った',
};

/** For CSV: a header, a row a change, values as plain numbers; then a row for each number that could not be read. */
export function changesTable({ older, newer }: Comparison, { changes, unread }: Changes) {
  const [before, after] = namesOf(older, newer);
  const header = [
    ...['区分', '上位の項目', '項目', '列'],
    ...[`${before}のページ`, `${before}の印刷ページ`, `${before}の値`, `${before}の単位`],
    ...[`${after}のページ`, `${after}の印刷ページ`, `${after}の値`, `${after}の単位`],
    ...['差', '増減率（％）', '確からしさ', '確認'],
  ];
  return [header, ...changes.map(rowOf), ...unread.flatMap(unreadRows)];
}

/** 令和３年度 and 令和４年度, or 第１版 and 第２版 of one document. */
function namesOf(older: Comparison['older'], newer: Comparison['newer']): [string, string] {
  if (older.documentId === newer.documentId)
    return [versionName({ number: older.revisionNumber }), versionName({ number: newer.revisionNumber })];
  return [fiscalYearLabel(older.fiscalYear), fiscalYearLabel(newer.fiscalYear)];
}

function rowOf({ kind, parents, label, column, older, newer, difference, confidence }: Change) {
  const rate = shownValues([quantityOf(older), quantityOf(newer)], column).rate(0, 1);
  const path = parents.filter((parent) => parent !== '').join(' > ');
  return [
    ...[kinds[kind], disarmed(path), disarmed(label), disarmed(column.join(' > '))],
    ...placeOf(older),
    ...placeOf(newer),
    ...[difference, rate === null ? null : Math.round(rate * 1000) / 10, confidence],
    older && newer && !isSure(confidence) ? '要確認' : null,
  ];
}

function quantityOf(place: Change['older']) {
  return place && place.value !== null ? { text: place.text, value: place.value, unit: place.unit } : null;
}

function placeOf(place: Change['older']) {
  if (!place) return [null, null, null, null];
  return [place.page, disarmed(place.pageLabel ?? ''), place.value ?? disarmed(place.text), place.unit];
}

function unreadRows({ side, page, pageLabel, numbers }: UnreadPage) {
  const nothing = placeOf(null);
  return numbers.map(({ text }) => {
    const place = [page, disarmed(pageLabel ?? ''), disarmed(text), null];
    const places = side === 'older' ? [...place, ...nothing] : [...nothing, ...place];
    return ['読み取れなかった', null, null, null, ...places, null, null, null, '要確認'];
  });
}
