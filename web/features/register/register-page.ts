import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Register, RegisterCell, RegisterRow } from '../../../contract/register.ts';
import { sentenceOf } from '../../client/client-error.ts';
import { noteAddress, setTitle } from '../../client/navigation.ts';
import { files, paths } from '../../client/paths.ts';
import { Reading } from '../../client/reading.ts';
import { readRegister, undoRegisterCorrection } from '../../client/register.ts';
import { readingFace } from '../../faces/reading-face.ts';
import { announce } from '../../ui/announce.ts';
import { icon } from '../../ui/icons.ts';
import { savedAs } from '../../ui/saved-as.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { pageSheet } from '../../ui/sheets/page.ts';
import { toast } from '../../ui/toast.ts';
import '../../ui/ui-empty.ts';
import '../../ui/ui-notice.ts';
import '../../ui/ui-page-header.ts';
import './correct-cell-dialog.ts';
import './correct-row-dialog.ts';
import './correction-list.ts';
import './register-filter.ts';
import './register-table.ts';
import type { Fired } from '../../ui/events.ts';
import { filterRows, papersOf, type RegisterFilter, readFilter } from './filter-register.ts';
import { registerPageSheet } from './register-page.styles.ts';
import { stateCounts } from './state-mark.ts';

const pollMilliseconds = 3000;

/** 取組の一覧: targets, results, states and effects of a committee's initiatives over the years. */
export class RegisterPage extends LitElement {
  static override properties = {
    params: {},
    query: {},
    filter: { state: true },
    editing: { state: true },
  };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  declare private filter: RegisterFilter;
  declare private editing: { row: RegisterRow; cell: RegisterCell | null } | null;
  private readonly register = new Reading<Register>(this, {
    read: (signal) => readRegister(Number(this.params.id), { signal }),
    again: ({ waiting }) => (waiting > 0 ? pollMilliseconds : null),
  });

  constructor() {
    super();
    this.params = {};
    this.query = new URLSearchParams();
    this.filter = readFilter(this.query);
    this.editing = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    setTitle('取組の一覧');
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) this.filter = readFilter(this.query);
    if (!changed.has('params')) return;
    this.register.clear();
    void this.register.load();
  }

  private get isOffice(): boolean {
    return location.pathname.startsWith('/office/');
  }

  private narrow({ detail }: Fired<'filter-changed'>): void {
    this.filter = { ...this.filter, ...detail };
    const query = new URLSearchParams(this.query.has('meeting') ? { meeting: this.query.get('meeting')! } : {});
    for (const [name, value] of Object.entries(this.filter)) if (value) query.set(name, value);
    noteAddress(`${location.pathname}${query.size > 0 ? `?${query}` : ''}`);
    if (this.register.value) announce(`${filterRows(this.register.value.rows, this.filter).length}件です。`);
  }

  private async onCorrected({ detail: { sentence, register } }: Fired<'register-corrected'>): Promise<void> {
    this.editing = null;
    toast(sentence);
    if (register) this.register.show(register);
    else await this.register.load();
  }

  private async undo({ detail }: Fired<'correction-dropped'>): Promise<void> {
    try {
      await undoRegisterCorrection(detail);
      toast('取り消しました。');
    } catch (error) {
      toast(sentenceOf(error));
    }
    await this.register.load();
  }

  private readonly placeOf = ({ documentId, page }: RegisterCell): string =>
    `${paths.document(documentId, { page })}${this.isOffice ? '&preview' : ''}`;

  private get back(): { href: string; label: string } {
    const meeting = Number(this.query.get('meeting'));
    if (this.isOffice) return { href: paths.officeCommittee(Number(this.params.id)), label: '会議体に戻る' };
    return meeting ? { href: paths.meeting(meeting), label: '会議に戻る' } : { href: paths.entry, label: '会議に戻る' };
  }

  override render() {
    return readingFace(this.register, (register) => this.page(register), {
      loading: '取組を読み込んでいます…',
      way: this.back,
    });
  }

  private page(register: Register) {
    return html`<ui-page-header
        heading="取組の一覧"
        over="${register.committee.name}　目標と実績"
        back-href=${this.back.href}
        back-label=${this.back.label}
      >
        ${
          register.rows.length === 0
            ? nothing
            : html`<a class="button" href=${files.register(register.committee.id)} download>${icon('download')}${savedAs('表', 'CSV')}</a>
                <button class="button" @click=${() => window.print()}>${icon('print')}印刷</button>`
        }
      </ui-page-header>
      ${this.progress(register)} ${register.rows.length === 0 ? this.empty(register) : this.whole(register)}
      ${this.corrections(register)} ${this.dialog(register)}`;
  }

  /** What is still to come, and what will not come. */
  private progress({ waiting, failed }: Register) {
    return html`${
      waiting > 0
        ? html`<ui-notice kind="info">資料${waiting}件を読み取っています。終わると、この一覧に加わります。</ui-notice>`
        : nothing
    }
    ${
      failed.length > 0
        ? html`<ui-notice kind="warning">
            次の資料の取組は読み取れませんでした。資料を開いて確かめてください：${failed.join('、')}
          </ui-notice>`
        : nothing
    }`;
  }

  private empty({ waiting }: Register) {
    if (waiting > 0) return nothing;
    return html`<ui-empty heading="番号の付いた取組は、資料に見つかりませんでした">
      <p>番号、取組名、目標、実績、進捗などが表になっている資料を登録すると、ここに並びます。</p>
    </ui-empty>`;
  }

  private whole(register: Register) {
    const rows = filterRows(register.rows, this.filter);
    return html`<register-filter
        .filter=${this.filter}
        .papers=${papersOf(register.rows)}
        ?editable=${register.editable}
        @filter-changed=${this.narrow}
      ></register-filter>
      <div class="summary">
        <p class="count" role="status">${rows.length.toLocaleString()}件</p>
        ${stateCounts(register, rows)}
      </div>
      ${
        rows.length === 0
          ? html`<ui-empty heading="当てはまる取組がありません"><p>上の条件を変えて、さがし直してください。</p></ui-empty>`
          : html`<register-table
              .rows=${rows}
              .years=${register.years}
              ?editable=${register.editable}
              .placeOf=${this.placeOf}
              @edit-asked=${({ detail }: Fired<'edit-asked'>) => {
                this.editing = detail;
              }}
            ></register-table>`
      }`;
  }

  private corrections({ corrections }: Register) {
    if (corrections.length === 0) return nothing;
    return html`<section aria-labelledby="corrections" class="corrections">
      <h2 id="corrections">事務局が直したところ</h2>
      <correction-list .corrections=${corrections} @correction-dropped=${this.undo}></correction-list>
    </section>`;
  }

  private dialog(register: Register) {
    const { editing } = this;
    if (!editing) return nothing;
    const shut = () => {
      this.editing = null;
    };
    const { row, cell } = editing;
    if (!cell)
      return html`<correct-row-dialog
        .register=${register}
        .row=${row}
        @register-corrected=${this.onCorrected}
        @dialog-closed=${shut}
      ></correct-row-dialog>`;
    return html`<correct-cell-dialog
      .committeeId=${register.committee.id}
      .row=${row}
      .cell=${cell}
      .year=${register.years[row.cells.indexOf(cell)]!}
      @register-corrected=${this.onCorrected}
      @dialog-closed=${shut}
    ></correct-cell-dialog>`;
  }

  static override styles = [baseSheet, pageSheet, registerPageSheet];
}
customElements.define('register-page', RegisterPage);
