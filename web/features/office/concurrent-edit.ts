import { html, type LitElement, nothing } from 'lit';
import { ClientError } from '../../client/client-error.ts';
import { type FieldErrors, Submission, type SubmissionRules } from '../../client/submission.ts';
import { askToSignIn } from './answer.ts';
import './office-concurrent-changes.ts';
import type { ShownChange } from './office-concurrent-changes.ts';

interface EditRules<Stored, Input> {
  /** As the portal holds it now; undefined where it is gone. */
  read(base: Stored): Promise<Stored | undefined>;
  /** What is said where it is gone. */
  readonly gone?: string;
  /** Lets the form go on from what another official stored, theirs where this person changed nothing, and gives what to tell of it. */
  take(forms: {
    readonly base: Stored;
    readonly mine: Input;
    readonly stored: Stored;
  }): readonly ShownChange[] | Promise<readonly ShownChange[]>;
  readonly errorsOf?: SubmissionRules['errorsOf'];
}

/**
 * What an official fills in of a thing that others may have open too. Where somebody stored it meanwhile nothing is overwritten:
 * what they stored is shown, and a further press stores this person's.
 */
export class ConcurrentEdit<Stored extends object, Input> extends Submission {
  private base: Stored | null = null;
  private others: readonly ShownChange[] | null = null;
  private readonly edited: EditRules<Stored, Input>;

  constructor(host: LitElement, edited: EditRules<Stored, Input>) {
    super(host, { settles: askToSignIn, ...(edited.errorsOf && { errorsOf: edited.errorsOf }) });
    this.edited = edited;
  }

  /** `base`: as the form is opened; null for a new one. */
  begin(base: Stored | null): void {
    this.base = base;
    this.others = null;
  }

  /** Sends `mine` as a change of the base that `send` is given, or as a new thing: true once the portal took it. */
  async store(errors: FieldErrors, mine: Input, send: (base: Stored | null) => Promise<unknown>): Promise<boolean> {
    let isStored = false;
    await this.submit(errors, async () => {
      try {
        await send(this.base);
        isStored = true;
      } catch (error) {
        const isChanged = error instanceof ClientError && error.code === 'changed_elsewhere';
        if (!this.base || !isChanged) throw error;
        await this.takeOthers(this.base, mine);
      }
    });
    return isStored;
  }

  private async takeOthers(base: Stored, mine: Input): Promise<void> {
    const stored = await this.edited.read(base);
    if (!stored) throw new ClientError('not_found', this.edited.gone ?? '', 404);
    this.others = await this.edited.take({ base, mine, stored });
    this.base = stored;
  }

  /** What another official stored meanwhile; nothing where nobody did. */
  get news() {
    return this.others
      ? html`<office-concurrent-changes .changes=${this.others}></office-concurrent-changes>`
      : nothing;
  }
}
