export interface Toast {
  readonly sentence: string;
  readonly action?: ToastAction;
}

/** What can be done about it: by default, undone. */
export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

type Listener = (toast: Toast) => void;

let listener: Listener | null = null;

/** Says shortly what was done, with a way back (「元に戻す」) where there is one. */
export function toast(sentence: string, undo?: () => void): void {
  listener?.({ sentence, ...(undo && { action: { label: '元に戻す', run: undo } }) });
}

/** Says shortly what was done, and offers something other than undoing it. */
export function toastWithAction(sentence: string, action: ToastAction): void {
  listener?.({ sentence, action });
}

export function onToast(next: Listener | null): void {
  listener = next;
}
