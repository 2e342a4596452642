import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Comparison, UnreadPage } from '../../../contract/comparisons.ts';
import { spacedName } from '../../../domain/pages/words/spaced-name.ts';
import { ComparisonReading } from '../../client/comparison-reading.ts';
import { readChanges } from '../../client/comparisons.ts';
import { noteAddress, setTitle } from '../../client/navigation.ts';
import { files, middleOf, paths } from '../../client/paths.ts';
import { Reading } from '../../client/reading.ts';
import { readingFace } from '../../faces/reading-face.ts';
import { announce } from '../../ui/announce.ts';
import { icon } from '../../ui/icons.ts';
import { savedAs } from '../../ui/saved-as.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { pageSheet } from '../../ui/sheets/page.ts';
import '../../ui/ui-empty.ts';
import '../../ui/ui-failure.ts';
import '../../ui/ui-field.ts';
import '../../ui/ui-loading.ts';
import '../../ui/ui-page-header.ts';
import '../../ui/ui-select.ts';
import { changeRow, isDoubtful, nameRow, namesOf } from './change-row.ts';
import { changesPageSheet } from './changes-page.styles.ts';
import {
  type ChangeFilter,
  filterChanges,
  groupChanges,
  kindWords,
  readFilter,
  type ShownChange,
  shownChange,
} from './filter-changes.ts';
import { unreadNumbers } from './unread-numbers.ts';

const step = 100;

/** What is read of a comparison to be listed. */
interface Listed {
  readonly changes: readonly ShownChange[];
  readonly unread: readonly UnreadPage[];
}

/** Where something stands in either paper or both. */
type Places = { readonly [side in 'older' | 'newer']?: { readonly page: number; readonly box: number[] } | null };

/** What is in doubt is counted apart: 118件と要確認 2件. */
function counted(changes: readonly ShownChange[]): string {
  const doubtful = changes.filter(isDoubtful).length;
  const sure = `${(changes.length - doubtful).toLocaleString()}件`;
  return doubtful === 0 ? sure : `${sure}と、要確認 ${doubtful.toLocaleString()}件`;
}

/** 変わった数値: everything that differs between two papers, to be searched, printed and taken along. */
export class ChangesPage extends LitElement {
  static override properties = {
    params: {},
    query: {},
    filter: { state: true },
    shown: { state: true },
    printing: { state: true },
  };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  declare private filter: ChangeFilter;
  declare private shown: number;
  declare private printing: boolean;
  private readonly comparing = new ComparisonReading(this, ({ ready }) => {
    if (ready && !this.listed.value) void this.listed.load();
  });
  private readonly listed = new Reading<Listed>(this, {
    read: async (signal) => {
      const { changes, unread } = await readChanges(this.comparing.value!.id, { signal });
      return { changes: changes.map(shownChange), unread };
    },
  });

  constructor() {
    super();
    this.params = {};
    this.query = new URLSearchParams();
    this.filter = readFilter(this.query);
    this.shown = step;
    this.printing = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.showAll);
    window.addEventListener('afterprint', this.showAsBefore);
    setTitle('変わった数値');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.showAll);
    window.removeEventListener('afterprint', this.showAsBefore);
  }

  /** Paper has no button for more, and nothing to be opened. */
  private readonly showAll = (): void => {
    this.shown = Number.POSITIVE_INFINITY;
    this.printing = true;
    this.performUpdate();
  };

  private readonly showAsBefore = (): void => {
    this.printing = false;
  };

  private get revisions() {
    const number = (name: string) => Number(this.query.get(name)) || undefined;
    const [revision, otherRevision] = [number('revision'), number('otherRevision')];
    return { ...(revision && { revision }), ...(otherRevision && { otherRevision }) };
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) this.filter = readFilter(this.query);
    if (!changed.has('params')) return;
    this.listed.clear();
    this.comparing.watch({
      documentId: Number(this.params.id),
      otherDocumentId: Number(this.params.other),
      ...this.revisions,
    });
  }

  private narrow(change: Partial<ChangeFilter>): void {
    this.filter = { ...this.filter, ...change };
    this.shown = step;
    const { kind, text, threshold, order } = this.filter;
    const kept = Object.entries({ kind, text, threshold: threshold || '', order: order === 'page' ? '' : order });
    const query = new URLSearchParams(Object.entries(this.revisions).map(([name, value]) => [name, String(value)]));
    for (const [name, value] of kept) if (value) query.set(name, String(value));
    noteAddress(`${location.pathname}${query.size > 0 ? `?${query}` : ''}`);
    if (this.listed.value) announce(`${filterChanges(this.listed.value.changes, this.filter).length}件です。`);
  }

  private get back(): string {
    return paths.beside(Number(this.params.id), Number(this.params.other), this.revisions);
  }

  override render() {
    const { value: comparison, failed } = this.comparing;
    const way = { href: this.back, label: '並べて見る画面に戻る' };
    if (failed)
      return html`<ui-failure
        whole
        heading="対応を調べられませんでした"
        message=${comparison?.failure ?? '少し待ってから、もう一度お試しください。'}
        @retry=${() => this.comparing.retry()}
      ></ui-failure>`;
    const loading = '２つの資料の対応を調べています…';
    if (!comparison?.ready) return html`<ui-loading label=${loading}></ui-loading>`;
    return readingFace(this.listed, (listed) => this.whole(comparison, listed), { loading, way });
  }

  private whole(comparison: Comparison, { changes, unread }: Listed) {
    return html`<ui-page-header
        heading="変わった数値"
        over=${this.heading(comparison)}
        back-href=${this.back}
        back-label="並べて見る画面に戻る"
      >
        <a class="button" href=${files.changes(comparison.id)} download>${icon('download')}${savedAs('表', 'CSV')}</a>
        ${
          comparison.older.documentId === comparison.newer.documentId
            ? nothing
            : html`<a class="button" href=${files.tables(comparison.id, 'xlsx')} download>${icon('download')}${savedAs('並べた表', 'Excel')}</a>`
        }
        <button class="button" @click=${() => window.print()}>${icon('print')}印刷</button>
      </ui-page-header>
      ${unreadNumbers(unread, namesOf(comparison), this.printing, (page, { box }) =>
        this.placeOf(comparison, { [page.side]: { page: page.page, box } }),
      )}
      ${this.form(comparison)} ${this.list(comparison, { changes, unread })}`;
  }

  private heading({ older, newer }: Comparison): string {
    const names = namesOf({ older, newer });
    return `${newer.title}　${names.older}から${names.newer}へ`;
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
          { value: '0.05', label: '5％以上' },
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

  private list(comparison: Comparison, { changes, unread }: Listed) {
    const passed = filterChanges(changes, this.filter);
    if (passed.length === 0)
      return html`<ui-empty heading=${changes.length === 0 ? '変わったところはありません' : '当てはまるものがありません'}>
        <p>${changes.length > 0 ? '上の条件を変えて、さがし直してください。' : unread.length > 0 ? '読み取れた数値は、２つの資料で同じです。' : '２つの資料の数値は同じです。'}</p>
      </ui-empty>`;
    const names = namesOf(comparison);
    return html`<div class="summary"><p class="count" role="status">${counted(passed)}</p></div>
      ${
        passed.some(isDoubtful)
          ? html`<p class="explained">「要確認」の行は、同じ行かどうか確かではありません。行を開いて、２つの資料で確かめてください。</p>`
          : nothing
      }
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
        ${groupChanges(passed.slice(0, this.shown), this.filter.order).map(
          ({ path, rows }) => html`<tbody>
            ${
              path.length === 0
                ? nothing
                : html`<tr class="heading">
                    <th scope="rowgroup" colspan="5"><span>${path.slice(-3).map(spacedName).join('　›　')}</span></th>
                  </tr>`
            }
            ${rows.map((row) =>
              'name' in row ? nameRow(row) : changeRow(row, names, this.placeOf(comparison, row.change)),
            )}
          </tbody>`,
        )}
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

  private placeOf({ newer }: Comparison, change: Places): string {
    const [id, other] = [Number(this.params.id), Number(this.params.other)];
    const isNewer =
      newer.documentId === id && (!this.revisions.revision || this.revisions.revision === newer.revisionId);
    const [here, there] = isNewer ? [change.newer, change.older] : [change.older, change.newer];
    return paths.beside(id, other, {
      ...this.revisions,
      ...(here && { page: here.page, at: middleOf(here.box) }),
      ...(there && { otherPage: there.page, ...(here ? {} : { otherAt: middleOf(there.box) }) }),
    });
  }

  static override styles = [baseSheet, pageSheet, changesPageSheet];
}
customElements.define('changes-page', ChangesPage);
