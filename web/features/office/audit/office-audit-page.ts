import { css, html, LitElement, nothing } from 'lit';
import type { AuditEntry, AuditFilter, AuditTrail } from '../../../../contract/audit.ts';
import { type Act, acts } from '../../../../domain/meetings/act.ts';
import { actNames, describeDetail } from '../../../../domain/meetings/act-names.ts';
import { readAudit } from '../../../client/audit.ts';
import { sentenceOf } from '../../../client/client-error.ts';
import { noteAddress, setTitle } from '../../../client/navigation.ts';
import { files, paths } from '../../../client/paths.ts';
import { readingFace } from '../../../faces/reading-face.ts';
import { announce } from '../../../ui/announce.ts';
import { icon } from '../../../ui/icons.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { toast } from '../../../ui/toast.ts';
import '../../../ui/ui-empty.ts';
import '../../../ui/ui-field.ts';
import '../../../ui/ui-page-header.ts';
import '../../../ui/ui-select.ts';
import { answerOf } from '../answer.ts';
import { momentText } from '../dates.ts';
import { administratorsWords } from '../missing.ts';
import '../office-frame.ts';
import { officeSheet } from '../office-sheet.ts';

/** 操作の記録: who did what and when, for administrators; found by words, act, person and day. */
export class OfficeAuditPage extends LitElement {
  static override properties = { params: {}, query: {}, filter: { state: true }, earlier: { state: true } };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  declare private filter: AuditFilter;
  /** Read by the button at the end. */
  declare private earlier: { entries: readonly AuditEntry[]; more: boolean } | null;
  private readonly trail = answerOf(this, () => readAudit(this.filter));

  constructor() {
    super();
    this.params = {};
    this.filter = {};
    this.earlier = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    setTitle('操作の記録');
    const text = (name: string) => this.query.get(name) || undefined;
    const [words, act, from, to] = [text('words'), acts.find((one) => one === text('act')), text('from'), text('to')];
    const official = Number(text('official')) || undefined;
    this.filter = {
      ...(words && { words }),
      ...(act && { act }),
      ...(official && { official }),
      ...(from && { from }),
      ...(to && { to }),
    };
    void this.trail.load();
  }

  private async narrow(event: Event): Promise<void> {
    const { name, value } = event.target as HTMLElementTagNameMap['ui-field'];
    const { [name as keyof AuditFilter]: _, ...rest } = this.filter;
    this.filter = value === '' ? rest : { ...rest, [name]: name === 'official' ? Number(value) : value };
    this.earlier = null;
    noteAddress(paths.officeAudit(this.filter));
    await this.trail.load();
    if (this.trail.value) announce(`記録${this.trail.value.entries.length}件を表示しました。`);
  }

  private async readEarlier(last: AuditEntry): Promise<void> {
    try {
      const { entries, more } = await readAudit({ ...this.filter, before: last.id });
      this.earlier = { entries: [...(this.earlier?.entries ?? []), ...entries], more };
      announce(`さらに${entries.length}件を表示しました。`);
    } catch (error) {
      toast(sentenceOf(error));
    }
  }

  override render() {
    return html`<office-frame current="audit">
      <ui-page-header heading="操作の記録">
        <a class="button no-print" href=${files.audit(this.filter)}>${icon('download')}CSVで保存する</a>
      </ui-page-header>
      <p class="weak">だれが、いつ、何をしたかの記録です。書き換えることも、消すこともできません。</p>
      ${this.filters(this.trail.value?.officials ?? [])}
      ${readingFace(this.trail, (trail) => this.whole(trail), administratorsWords('操作の記録を読み込めませんでした'))}
    </office-frame>`;
  }

  private filters(officials: AuditTrail['officials']) {
    const { words, act, official, from, to } = this.filter;
    const people = officials.map(({ id, name }) => ({ value: String(id), label: name }));
    const kinds = acts.map((one) => ({ value: one, label: actNames[one] }));
    return html`<div class="filters no-print" @change=${this.narrow}>
      <ui-field label="名前や資料の言葉" name="words" type="search" .value=${words ?? ''}></ui-field>
      <ui-select
        label="操作"
        name="act"
        .value=${act ?? ''}
        .choices=${[{ value: '', label: 'すべての操作' }, ...kinds]}
      ></ui-select>
      <ui-select
        label="だれが"
        name="official"
        .value=${String(official ?? '')}
        .choices=${[{ value: '', label: 'すべての人' }, ...people]}
      ></ui-select>
      <ui-field label="この日から" name="from" type="date" .value=${from ?? ''}></ui-field>
      <ui-field label="この日まで" name="to" type="date" .value=${to ?? ''}></ui-field>
    </div>`;
  }

  private whole(trail: AuditTrail) {
    const entries = [...trail.entries, ...(this.earlier?.entries ?? [])];
    const last = entries.at(-1);
    if (!last)
      return html`<ui-empty heading="あてはまる記録がありません"><p>言葉や期間を変えてみてください。</p></ui-empty>`;
    return html`<div class="scroll">
        <table class="stacking">
          <thead>
            <tr><th>日時</th><th>だれが</th><th>操作</th><th>対象</th><th>どこから</th></tr>
          </thead>
          <tbody>
            ${entries.map((entry) => this.row(entry))}
          </tbody>
        </table>
      </div>
      ${(this.earlier ?? trail).more ? html`<button class="button" @click=${() => this.readEarlier(last)}>さらに前の記録を見る</button>` : nothing}`;
  }

  private row({ at, act, actor, byMember, network, committeeName, subject, detail }: AuditEntry) {
    const more = describeDetail(detail);
    return html`<tr>
      <td class="name">${momentText(at)}</td>
      <td data-label="だれが">${actor === '' ? 'わかりません' : `${actor}${byMember ? '（委員）' : ''}`}</td>
      <td data-label="操作">${actNames[act as Act]}</td>
      <td data-label="対象">
        ${subject}${committeeName && committeeName !== subject ? html`<span class="weak">${committeeName}</span>` : nothing}
        ${more ? html`<span class="weak">${more}</span>` : nothing}
      </td>
      <td class="name" data-label="どこから">${network}</td>
    </tr>`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      .filters {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
        gap: 1rem;
        margin-block: 1rem 1.5rem;
      }
      .name {
        white-space: nowrap;
      }
      .scroll {
        overflow-x: auto;
        margin-block-end: 1rem;
      }
      table {
        width: 100%;
      }
      td {
        vertical-align: top;
      }
      td .weak {
        display: block;
      }
    `,
  ];
}

customElements.define('office-audit-page', OfficeAuditPage);
