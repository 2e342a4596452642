/** What this device keeps between visits; where storage is forbidden, nothing is kept. */
export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`kurabe.${name}`, value);
  } catch {
    return;
  }
}

export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`kurabe.${name}`);
  } catch {
    return null;
  }
}
