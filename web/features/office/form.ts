/** The text of every named field. */
export function readForm(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])),
  );
}

/** Sentences by the field's name; a field without an entry is right. */
export type FieldErrors = Readonly<Record<string, string>>;

export function hasErrors(errors: FieldErrors): boolean {
  return Object.values(errors).some((sentence) => sentence !== '');
}

/** Puts the keyboard into the first field that says an error. Call it after drawing. */
export function focusFirstError(root: ParentNode): void {
  root.querySelector<HTMLElement>('[error]:not([error=""])')?.focus();
}
