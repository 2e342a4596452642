import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Change, Comparison } from '../../../contract/comparisons.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { type FailureFace, failureFace } from '../../client/client-error.ts';
import { ComparisonWatch } from '../../client/comparison-watch.ts';
import { readChanges } from '../../client/comparisons.ts';
import { noteAddress, setTitle } from '../../client/navigation.ts';
import { files, paths } from '../../client/paths.ts';
import { announce } from '../../ui/announce.ts';
import { icon } from '../../ui/icons.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { pageSheet } from '../../ui/sheets/page.ts';
import '../../ui/ui-empty.ts';
import '../../ui/ui-failure.ts';
import '../../ui/ui-field.ts';
import '../../ui/ui-loading.ts';
import '../../ui/ui-page-header.ts';
import '../../ui/ui-select.ts';
import { changeRow, type RowNames } from './change-row.ts';
import { changesPageSheet } from './changes-page.styles.ts';
import { type ChangeFilter, filterChanges, kindWords, readFilter } from './filter-changes.ts';

const step = 100;

/** 変わった数値: everything that differs between two papers, to be searched, printed and taken along. */
export class ChangesPage extends LitElement {
  static override properties = {
    params: {},
    query: {},
    changes: { state: true },
    filter: { state: true },
    shown: { state: true },
    failure: { state: true },
  };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  declare private changes: readonly Change[] | null;
  declare private filter: ChangeFilter;
  declare private shown: number;
  declare private failure: FailureFace | null;
  private readonly watch = new ComparisonWatch(() => void this.onComparison());

  constructor() {
    super();
    this.params = {};
    this.query = new URLSearchParams();
    this.changes = null;
    this.filter = readFilter(this.query);
    this.shown = step;
    this.failure = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.showAll);
    setTitle('変わった数値');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.showAll);
    this.watch.stop();
  }

  /** Paper has no button for more. */
  private readonly showAll = (): void => {
    this.shown = Number.POSITIVE_INFINITY;
    this.performUpdate();
  };

  private get revisions() {
    const number = (name: string) => Number(this.query.get(name)) || undefined;
    const [revision, otherRevision] = [number('revision'), number('otherRevision')];
    return { ...(revision && { revision }), ...(otherRevision && { otherRevision }) };
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) this.filter = readFilter(this.query);
    if (!changed.has('params')) return;
    this.changes = null;
    this.failure = null;
    this.watch.watch(Number(this.params.id), { otherDocumentId: Number(this.params.other), ...this.revisions });
  }

  private async onComparison(): Promise<void> {
    this.requestUpdate();
    const { comparison } = this.watch;
    if (!comparison?.ready || this.changes) return;
    try {
      this.changes = (await readChanges(comparison.id)).changes;
    } catch (error) {
      this.failure = failureFace(error);
    }
  }

  private narrow(change: Partial<ChangeFilter>): void {
    this.filter = { ...this.filter, ...change };
    this.shown = step;
    const { kind, text, threshold, order } = this.filter;
    const kept = Object.entries({ kind, text, threshold: threshold || '', order: order === 'page' ? '' : order });
    const query = new URLSearchParams(Object.entries(this.revisions).map(([name, value]) => [name, String(value)]));
    for (const [name, value] of kept) if (value) query.set(name, String(value));
    noteAddress(`${location.pathname}${query.size > 0 ? `?${query}` : ''}`);
    if (this.changes) announce(`${filterChanges(this.changes, this.filter).length}件です。`);
  }

  override render() {
    const { comparison } = this.watch;
    const id = Number(this.params.id);
    const back = paths.beside(id, Number(this.params.other), this.revisions);
    if (this.failure || this.watch.failed)
      return html`<ui-failure
        heading=${this.failure?.heading ?? '対応を調べられませんでした'}
        message=${this.failure?.message ?? comparison?.failure ?? '少し待ってから、もう一度お試しください。'}
        remedy=${this.failure?.remedy ?? 'retry'}
        @retry=${() => (this.watch.failed ? this.watch.retry() : location.reload())}
      ></ui-failure>`;
    if (!comparison?.ready || !this.changes)
      return html`<ui-loading label="２つの資料の対応を調べています…"></ui-loading>`;
    return html`<ui-page-header
        heading="変わった数値"
        over=${this.heading(comparison)}
        back-href=${back}
        back-label="並べて見る画面に戻る"
      >
        <a class="button" href=${files.changes(comparison.id)} download>${icon('download')}表（CSV）を保存</a>
        <button class="button" @click=${() => window.print()}>${icon('print')}印刷</button>
      </ui-page-header>
      ${this.form(comparison)} ${this.list(comparison, this.changes)}`;
  }

  private heading({ older, newer }: Comparison): string {
    const names = this.names({ older, newer });
    return `${newer.title}　${names.older}から${names.newer}へ`;
  }

  private names({ older, newer }: Pick<Comparison, 'older' | 'newer'>): RowNames {
    return older.documentId === newer.documentId
      ? { older: `第${older.revisionNumber}版`, newer: `第${newer.revisionNumber}版` }
      : { older: fiscalYearLabel(older.fiscalYear), newer: fiscalYearLabel(newer.fiscalYear) };
  }

  private form({ older, newer }: Comparison) {
    const kinds = Object.entries(kindWords).filter(
      ([kind]) => older.documentId === newer.documentId || (kind !== 'reworded' && kind !== 'moved'),
    );
    const typed = (event: Event) => (event.target as HTMLElement & { value: string }).value;
    const { filter } = this;
    return html`<form role="search" @submit=${(event: Event) => event.preventDefault()}>
      <ui-field
        label="ことばでさがす"
        type="search"
        .value=${filter.text}
        @input=${(event: Event) => this.narrow({ text: typed(event) })}
      ></ui-field>
      <ui-select
        label="種類"
        .value=${filter.kind}
        .choices=${[{ value: '', label: 'すべて' }, ...kinds.map(([value, label]) => ({ value, label }))]}
        @change=${(event: Event) => this.narrow({ kind: typed(event) as ChangeFilter['kind'] })}
      ></ui-select>
      <ui-select
        label="増減の大きさ"
        .value=${String(filter.threshold)}
        .choices=${[
          { value: '0', label: 'すべて' },
          { value: '0.05', label: '５％以上' },
          { value: '0.1', label: '10％以上' },
          { value: '0.3', label: '30％以上' },
        ]}
        @change=${(event: Event) => this.narrow({ threshold: Number(typed(event)) })}
      ></ui-select>
      <ui-select
        label="並べる順"
        .value=${filter.order}
        .choices=${[
          { value: 'page', label: 'ページの順' },
          { value: 'amount', label: '差の大きい順' },
          { value: 'rate', label: '増減率の大きい順' },
        ]}
        @change=${(event: Event) => this.narrow({ order: typed(event) as ChangeFilter['order'] })}
      ></ui-select>
    </form>`;
  }

  private list(comparison: Comparison, changes: readonly Change[]) {
    const passed = filterChanges(changes, this.filter);
    if (passed.length === 0)
      return html`<ui-empty heading=${changes.length === 0 ? '変わったところはありません' : '当てはまるものがありません'}>
        <p>${changes.length === 0 ? '２つの資料の数値は同じです。' : '上の条件を変えて、さがし直してください。'}</p>
      </ui-empty>`;
    const names = this.names(comparison);
    return html`<div class="summary"><p class="count" role="status">${passed.length.toLocaleString()}件</p></div>
      ${
        this.filter.kind === 'restated'
          ? html`<p class="explained">
              ${names.newer}の資料に「前年度」として書かれた数値のうち、${names.older}の資料の数値とちがうものです。
            </p>`
          : nothing
      }
      <table>
        <thead>
          <tr>
            <th scope="col">項目</th>
            <th scope="col" class="number">${names.older}</th>
            <th scope="col" class="number">${names.newer}</th>
            <th scope="col" class="number">差</th>
            <th scope="col">ページ</th>
          </tr>
        </thead>
        <tbody>${passed.slice(0, this.shown).map((change) => changeRow(change, names, this.placeOf(comparison, change)))}</tbody>
      </table>
      ${
        passed.length > this.shown
          ? html`<p class="further">
              <button class="button" @click=${() => {
                this.shown += step;
              }}>さらに表示する（あと${(passed.length - this.shown).toLocaleString()}件）</button>
            </p>`
          : nothing
      }`;
  }

  private placeOf({ newer }: Comparison, change: Change): string {
    const [id, other] = [Number(this.params.id), Number(this.params.other)];
    const isNewer =
      newer.documentId === id && (!this.revisions.revision || this.revisions.revision === newer.revisionId);
    const [here, there] = isNewer ? [change.newer, change.older] : [change.older, change.newer];
    return paths.beside(id, other, {
      ...this.revisions,
      ...(here && { page: here.page, at: middleOf(here) }),
      ...(there && { otherPage: there.page, ...(here ? {} : { otherAt: middleOf(there) }) }),
    });
  }

  static override styles = [baseSheet, pageSheet, changesPageSheet];
}
function middleOf({ box }: { box: number[] }): string {
  const [left, top, right, bottom] = box as [number, number, number, number];
  return `${((left + right) / 2).toFixed(1)},${((top + bottom) / 2).toFixed(1)}`;
}

customElements.define('changes-page', ChangesPage);
