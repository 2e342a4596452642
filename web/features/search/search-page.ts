import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { Found, FoundDocument, SearchQuery } from '../../../contract/search.ts';
import { japaneseDate } from '../../../domain/japanese/date.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { type DocumentKind, markBeforeTitle } from '../../../domain/meetings/document.ts';
import { mostCounted } from '../../../domain/search/query.ts';
import { navigate, setTitle } from '../../client/navigation.ts';
import { paths } from '../../client/paths.ts';
import { Reading } from '../../client/reading.ts';
import { searchMaterials } from '../../client/search.ts';
import { readForm } from '../../client/submission.ts';
import { readingFace } from '../../faces/reading-face.ts';
import { announce } from '../../ui/announce.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import { pageSheet } from '../../ui/sheets/page.ts';
import '../../ui/ui-empty.ts';
import '../../ui/ui-field.ts';
import '../../ui/ui-page-header.ts';
import '../../ui/ui-select.ts';
import './found-page.ts';

const all = { value: '', label: 'すべて' };
const kinds: readonly { value: DocumentKind; label: string }[] = [
  { value: 'material', label: '資料' },
  { value: 'reference', label: '参考' },
  { value: 'agenda', label: '次第' },
  { value: 'minutes', label: '議事録' },
  { value: 'other', label: 'その他' },
];

/** Words in all materials that one may read, of all committees and years. The address holds what is searched for. */
export class SearchPage extends LitElement {
  static override properties = { params: {}, query: {} };
  declare params: Readonly<Record<string, string>>;
  declare query: URLSearchParams;
  private place: string | undefined;
  private readonly found = new Reading<Found>(this, {
    read: async (signal, last) => {
      const answer = await searchMaterials({ ...this.asked, ...(this.place && { after: this.place }) }, { signal });
      return this.place && last ? { ...answer, documents: joined(last.documents, answer.documents) } : answer;
    },
    onValue: ({ count }) => announce(count === 0 ? '見つかりませんでした' : `${countWords(count)}に見つかりました`),
  });

  constructor() {
    super();
    this.params = {};
    this.query = new URLSearchParams();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('query')) return;
    const { words } = this.asked;
    setTitle(words ? `「${words}」をさがす` : '資料をさがす');
    this.place = undefined;
    this.found.clear();
    if (words) void this.found.load();
  }

  private get asked(): SearchQuery {
    const number = (name: string) => Number(this.query.get(name)) || undefined;
    const [committee, year] = [number('committee'), number('year')];
    const kind = kinds.find(({ value }) => value === this.query.get('kind'))?.value;
    return {
      words: this.query.get('words')?.trim() ?? '',
      ...(committee !== undefined && { committee }),
      ...(year !== undefined && { year }),
      ...(kind !== undefined && { kind }),
    };
  }

  private search(event: Event): void {
    event.preventDefault();
    this.go(this.renderRoot.querySelector('form')!);
  }

  private go(form: HTMLFormElement): void {
    const { words = '', committee, year, kind } = readForm(form);
    navigate(
      paths.search({
        words: words.trim(),
        ...(committee && { committee: Number(committee) }),
        ...(year && { year: Number(year) }),
        ...(kind && { kind }),
      }),
      { replace: words.trim() === this.asked.words },
    );
  }

  private more(next: string): void {
    this.place = next;
    void this.found.load();
  }

  override render() {
    const { words } = this.asked;
    return html`<ui-page-header heading="資料をさがす"></ui-page-header>
      ${this.form()}
      ${
        words
          ? readingFace(this.found, (found) => this.results(found, words), { failed: 'さがせませんでした', part: true })
          : html`<ui-empty heading="さがす言葉を入力してください">
              <p>いくつかの言葉を空白で区切ると、すべてがあるページをさがします。</p>
            </ui-empty>`
      }`;
  }

  private form() {
    const { words, committee, year, kind } = this.asked;
    const { committees = [], years = [] } = this.found.value ?? {};
    const choose = (event: Event) => this.go((event.currentTarget as HTMLElement).closest('form')!);
    return html`<form role="search" @submit=${this.search}>
      <div class="words">
        <ui-field label="さがす言葉" name="words" type="search" autocomplete="off" maxlength="200" .value=${words}></ui-field>
        <button class="button primary">さがす</button>
      </div>
      ${
        this.found.value
          ? html`<div class="narrow">
              ${
                committees.length > 1
                  ? html`<ui-select
                      label="会議体"
                      name="committee"
                      .value=${String(committee ?? '')}
                      .choices=${[all, ...committees.map(({ id, name }) => ({ value: String(id), label: name }))]}
                      @change=${choose}
                    ></ui-select>`
                  : nothing
              }
              <ui-select
                label="年度"
                name="year"
                .value=${String(year ?? '')}
                .choices=${[all, ...years.map((one) => ({ value: String(one), label: fiscalYearLabel(one) }))]}
                @change=${choose}
              ></ui-select>
              <ui-select label="種類" name="kind" .value=${kind ?? ''} .choices=${[all, ...kinds]} @change=${choose}></ui-select>
            </div>`
          : nothing
      }
    </form>`;
  }

  private results({ documents, count, next }: Found, words: string) {
    if (count === 0)
      return html`<ui-empty heading="「${words}」は見つかりませんでした">
        <p>言葉を短くするか、年度や種類を「すべて」にして、もう一度お試しください。画像のページの文字は、見つからないことがあります。</p>
      </ui-empty>`;
    const meetings = [...new Set(documents.map(({ meetingId }) => meetingId))].map((id) =>
      documents.filter(({ meetingId }) => meetingId === id),
    );
    return html`<p class="count">${countWords(count)}に見つかりました。</p>
      ${meetings.map((papers) => this.meeting(papers))}
      ${next ? html`<p class="more"><button class="button" @click=${() => this.more(next)}>続きを見る</button></p>` : nothing}`;
  }

  private meeting(papers: readonly FoundDocument[]) {
    const { meetingId, meetingTitle, heldOn, committeeName } = papers[0]!;
    return html`<section>
      <h2><a href=${paths.meeting(meetingId)}>${meetingTitle}</a></h2>
      <p class="weak">${committeeName}　<span class="date">${japaneseDate(heldOn)}</span></p>
      ${papers.map((paper) => {
        const mark = markBeforeTitle(paper);
        return html`<h3>
            <span class="chip">${fiscalYearLabel(paper.fiscalYear)}</span> ${mark ? `${mark}　` : ''}${paper.title}
          </h3>
          ${paper.pages.map(
            (page) => html`<found-page
              .found=${page}
              .words=${this.asked.words}
              .documentId=${paper.documentId}
              .revisionId=${paper.revisionId}
            ></found-page>`,
          )}`;
      })}
    </section>`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    css`
      ui-empty {
        margin-top: 1.5rem;
      }
      form {
        display: grid;
        gap: 1rem;
      }
      .words {
        display: flex;
        align-items: end;
        gap: 0.75rem;
      }
      .words ui-field {
        flex: 1;
      }
      .narrow {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr));
        gap: 1rem;
      }
      h2 a {
        display: inline-flex;
        align-items: center;
        min-height: var(--target);
      }
      .count {
        margin-top: 1.5rem;
      }
      section > h2 {
        margin-bottom: 0;
      }
      h3 {
        margin: 1rem 0 0.5rem;
      }
      .date {
        white-space: nowrap;
      }
      .more {
        margin-top: 1.5rem;
        text-align: center;
      }
    `,
  ];
}
customElements.define('search-page', SearchPage);

const countWords = (count: number) => (count >= mostCounted ? `${mostCounted - 1}ページ以上` : `${count}ページ`);

/** The pages of a paper that the next answer goes on with stand with those of the last. */
export function joined(before: readonly FoundDocument[], after: readonly FoundDocument[]): FoundDocument[] {
  const continued = before.map((paper) => {
    const rest = after.find(({ revisionId }) => revisionId === paper.revisionId);
    return rest ? { ...paper, pages: [...paper.pages, ...rest.pages] } : paper;
  });
  return [...continued, ...after.filter((paper) => !before.some(({ revisionId }) => revisionId === paper.revisionId))];
}
