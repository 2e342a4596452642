export interface Toast {
  readonly sentence: string;
  /** Offers 「元に戻す」. */
  readonly undo?: () => void;
}

type Listener = (toast: Toast) => void;

let listener: Listener | null = null;

/** Says shortly what was done, with a way back where there is one. */
export function toast(sentence: string, undo?: () => void): void {
  listener?.({ sentence, ...(undo && { undo }) });
}

export function onToast(next: Listener | null): void {
  listener = next;
}
