import { concurrentChanges, type Held } from '../../../domain/meetings/concurrent-change.ts';
import type { ShownChange } from './office-concurrent-changes.ts';

interface Forms {
  /** As both began. */
  readonly base: Held;
  readonly mine: Held;
  /** As the other one stored it meanwhile. */
  readonly stored: Held;
}

type FieldElement = HTMLElement & { value: string; choices?: readonly { value: string; label: string }[] };

/**
 * Two officials at one form: what the other one stored stands now in the fields of `form` that this person left alone. Gives
 * what to tell, by the `names` of the fields; `say` reads a value where no element with choices does.
 */
export function takeStored(
  form: ParentNode,
  { base, mine, stored }: Forms,
  names: Readonly<Record<string, string>>,
  say: (field: string, value: string) => string = (_field, value) => value,
): ShownChange[] {
  return concurrentChanges(base, mine, stored).map(({ field, ...change }) => {
    const element = form.querySelector<FieldElement>(`[name=${field}]`);
    if (element && change.mine === null) element.value = change.after;
    const read = (value: string) =>
      element?.choices?.find((choice) => choice.value === value)?.label ?? (say(field, value) || '（なし）');
    return {
      name: names[field] ?? field,
      before: read(change.before),
      after: read(change.after),
      mine: change.mine === null ? null : read(change.mine),
    };
  });
}
