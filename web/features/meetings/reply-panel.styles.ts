import { css } from 'lit';

export const replyPanelSheet = css`
  :host {
    max-width: none;
    padding: 0;
    margin: 0;
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    margin-top: 1.5rem;
  }
  section > h2 {
    margin: 0;
    font-size: 1.25rem;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 1rem 2.5rem;
  }
  .one {
    display: inline-block;
  }
  .summary .one + .one {
    margin-left: 1rem;
  }
  .summary {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
  }
  form {
    display: grid;
    justify-items: start;
    gap: 0.75rem;
  }
  form ui-field {
    width: 100%;
  }
  .quiet {
    margin-left: -0.75rem;
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
