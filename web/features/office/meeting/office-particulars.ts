import { css, html, LitElement, nothing } from 'lit';
import type { Meeting } from '../../../../contract/meetings.ts';
import { japaneseDate } from '../../../../domain/japanese/date.ts';
import { agendaNumbers } from '../../../../domain/meetings/agenda-numbering.ts';
import { opennessText } from '../../../../domain/meetings/document.ts';
import { ordinalText } from '../../../../domain/meetings/ordinal.ts';
import { fire } from '../../../ui/events.ts';
import { baseSheet } from '../../../ui/sheets/base.ts';
import { pageSheet } from '../../../ui/sheets/page.ts';
import { hoursText } from '../dates.ts';
import { officeSheet } from '../office-sheet.ts';

/**
 * When, where and what about.
 * @fires edit when a person wants to change it.
 */
export class OfficeParticulars extends LitElement {
  static override properties = { meeting: { attribute: false } };
  declare meeting: Meeting;

  override render() {
    const { meeting } = this;
    const numbers = agendaNumbers(meeting.agenda);
    return html`<section aria-labelledby="particulars">
      <div class="section-head">
        <h2 id="particulars">日時・場所・協議事項</h2>
        <button class="button quiet" aria-label="日時・場所・協議事項を編集" @click=${() => fire(this, 'edit')}>編集</button>
      </div>
      <dl class="particulars">
        ${meeting.ordinal === null ? nothing : html`<dt>回</dt><dd>${ordinalText(meeting.ordinal)}</dd>`}
        <dt>日時</dt>
        <dd>${japaneseDate(meeting.heldOn)}　${hoursText(meeting.startsAt, meeting.endsAt)}</dd>
        <dt>場所</dt>
        <dd>${meeting.place || html`<span class="weak">未定</span>`}</dd>
        ${
          meeting.openness
            ? html`<dt>会議の公開</dt>
                <dd>${opennessText(meeting)}</dd>`
            : nothing
        }
        <dt>協議事項</dt>
        <dd>
          ${
            meeting.agenda.length === 0
              ? html`<span class="weak">まだありません。「編集」から登録すると、通知と委員の画面に載ります。</span>`
              : html`<ul>
                  ${meeting.agenda.map(
                    ({ title, level }, index) =>
                      html`<li data-level=${level}>${numbers[index] ? html`<span>${numbers[index]}</span>　` : nothing}${title}</li>`,
                  )}
                </ul>`
          }
        </dd>
      </dl>
    </section>`;
  }

  static override styles = [
    baseSheet,
    pageSheet,
    officeSheet,
    css`
      section {
        margin-top: 1rem;
      }
      .section-head {
        margin-bottom: 0.5rem;
      }
      li[data-level='1'] {
        padding-left: 1.5rem;
      }
      li[data-level='2'] {
        padding-left: 3rem;
      }
      li[data-level='3'] {
        padding-left: 4.5rem;
      }
    `,
  ];
}
customElements.define('office-particulars', OfficeParticulars);

declare global {
  interface PortalEvents {
    edit: null;
  }
  interface HTMLElementTagNameMap {
    'office-particulars': OfficeParticulars;
  }
}
