import type { State } from './state.ts';

/** With the strongest contrast, and with the largest print, as chosen under 使い方. */
const appearances = { contrast: 'high', 'text-size': 'largest' } as const;

/** The same screen, shown so. */
export function appearing({ name, come }: State, kind: keyof typeof appearances): State {
  const choice: [string, string] = [kind, appearances[kind]];
  return {
    name: `${name}-${kind}`,
    come: async (page, shown) => {
      await page.addInitScript(([key, value]) => localStorage.setItem(`kurabe.${key}`, value!), choice);
      await come(page, shown);
    },
  };
}
