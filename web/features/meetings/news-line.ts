import { html, nothing } from 'lit';
import type { DocumentSummary } from '../../../contract/documents.ts';
import type { Meeting } from '../../../contract/meetings.ts';
import { fiscalYearLabel } from '../../../domain/japanese/fiscal-year.ts';
import { spokenName } from '../../../domain/meetings/document.ts';
import { paths } from '../../client/paths.ts';
import { phrased } from '../../ui/phrased.ts';
import '../../ui/ui-notice.ts';

/**
 * What came or was replaced since the member was here before, of this meeting and of the committee's others, each a tap away; a
 * replaced one opens with what changed.
 */
export function newsLine({ documents, others }: Meeting) {
  const added = documents.filter(({ news }) => news === 'added');
  const replaced = documents.filter(({ news }) => news === 'replaced');
  const elsewhere = others.filter(({ newsCount }) => newsCount > 0);
  if (added.length + replaced.length + elsewhere.length === 0) return nothing;
  return html`<ui-notice class="news" heading="前回ご覧になったあとの変更">
    ${added.length > 0 ? html`<p>加わった資料：${links(added)}</p>` : nothing}
    ${replaced.length > 0 ? html`<p>差し替えられた資料：${links(replaced)}</p>` : nothing}
    ${elsewhere.map(
      ({ id, fiscalYear, title, newsCount }) => html`<p>
        ほかの会議：<a href=${paths.meeting(id)}><span>${fiscalYearLabel(fiscalYear)}　${phrased(title)}<span class="one">（${newsCount}件）</span></span></a>
      </p>`,
    )}
  </ui-notice>`;
}

const links = (documents: readonly DocumentSummary[]) =>
  documents.map(
    (document, at) =>
      html`<span class="one"><a href=${paths.document(document.id)}>${spokenName(document)}</a>${at < documents.length - 1 ? '、' : ''}</span><wbr />`,
  );
