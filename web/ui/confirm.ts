import { html, render } from 'lit';
import './ui-dialog.ts';
import { phrased } from './phrased.ts';
import { baseSheet } from './sheets/base.ts';

export interface Question {
  readonly heading: string;
  /** A paragraph, or several. */
  readonly text: string | readonly string[];
  /** The words on the button that does it: a verb. */
  readonly action: string;
  readonly danger?: boolean;
}

/** Asks before something that cannot simply be undone; resolves true when the person agrees. */
export function confirmAction(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'open' });
    if (baseSheet.styleSheet) root.adoptedStyleSheets = [baseSheet.styleSheet];
    const answer = (agreed: boolean) => {
      root.querySelector('ui-dialog')?.close();
      host.remove();
      resolve(agreed);
    };
    render(
      html`<ui-dialog heading=${question.heading} @dialog-closed=${() => answer(false)}>
        ${[question.text].flat().map((text) => html`<p>${phrased(text)}</p>`)}
        <button slot="actions" class="button" @click=${() => answer(false)}>やめる</button>
        <button slot="actions" class="button ${question.danger ? 'danger' : 'primary'}" @click=${() => answer(true)}>
          ${question.action}
        </button>
      </ui-dialog>`,
      root,
    );
    document.body.append(host);
    void root.querySelector('ui-dialog')?.show();
  });
}
