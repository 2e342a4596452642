import { css, html, LitElement, nothing } from 'lit';
import { stateKinds } from '../../../domain/initiatives/initiative.ts';
import { baseSheet } from '../../ui/sheets/base.ts';
import '../../ui/ui-field.ts';
import '../../ui/ui-select.ts';
import { fire } from '../../ui/events.ts';
import { type RegisterFilter as Filter, stateKindWords } from './filter-register.ts';

/**
 * What to show of the register.
 * @fires filter-changed
 */
export class RegisterFilterForm extends LitElement {
  static override properties = {
    filter: { attribute: false },
    papers: { attribute: false },
    editable: { type: Boolean },
  };
  declare filter: Filter;
  declare papers: readonly string[];
  declare editable: boolean;

  private change(name: keyof Filter, event: Event): void {
    const { value } = event.target as HTMLElementTagNameMap['ui-field'];
    fire(this, 'filter-changed', { [name]: value });
  }

  override render() {
    const { filter, papers, editable } = this;
    const checks = [
      { value: '', label: 'すべて' },
      { value: 'unsure', label: '確認が必要なもの' },
      ...(editable ? [{ value: 'corrected', label: '事務局が直したもの' }] : []),
    ];
    return html`<form role="search" @submit=${(event: Event) => event.preventDefault()}>
      <ui-field
        label="ことばでさがす"
        type="search"
        .value=${filter.text}
        @input=${(event: Event) => this.change('text', event)}
      ></ui-field>
      <ui-select
        label="最新の進捗"
        .value=${filter.state}
        .choices=${[
          { value: '', label: 'すべて' },
          ...stateKinds.map((kind) => ({ value: kind, label: stateKindWords[kind] })),
        ]}
        @change=${(event: Event) => this.change('state', event)}
      ></ui-select>
      ${
        papers.length < 2
          ? nothing
          : html`<ui-select
              label="資料"
              .value=${filter.paper}
              .choices=${[{ value: '', label: 'すべて' }, ...papers.map((paper) => ({ value: paper, label: paper }))]}
              @change=${(event: Event) => this.change('paper', event)}
            ></ui-select>`
      }
      <ui-select
        label="確認が必要か"
        .value=${filter.check}
        .choices=${checks}
        @change=${(event: Event) => this.change('check', event)}
      ></ui-select>
    </form>`;
  }

  static override styles = [
    baseSheet,
    css`
      form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr));
        gap: 0.75rem 1rem;
        align-items: end;
        padding: 1rem;
        border-radius: var(--border-radius-12);
        background: var(--color-ground-weak);
      }
    `,
  ];
}
customElements.define('register-filter', RegisterFilterForm);

declare global {
  interface PortalEvents {
    'filter-changed': Partial<Filter>;
  }
  interface HTMLElementTagNameMap {
    'register-filter': RegisterFilterForm;
  }
}
