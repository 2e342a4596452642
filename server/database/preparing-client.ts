import pg from 'pg';

/** Statements beyond these differ in the number of their parameters only, and are not worth a plan each. */
const mostStatements = 500;
const names = new Map<string, string>();

/**
 * A connection that has PostgreSQL plan each statement once (PREPARE), not with every call: most of a reader's question is
 * planning it. Statements with a list of parameters only, since several in one text cannot be prepared.
 */
export class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg's query has a dozen forms; all but one are passed on as they are
  override query(...parameters: any[]): any {
    const [text, values] = parameters;
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined;
    if (name === undefined) return super.query(...(parameters as Parameters<pg.Client['query']>));
    return super.query({ name, text, values }, ...parameters.slice(2));
  }
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostStatements || !/^(?:select|insert|update|delete|with)\b/.test(text))
    return known;
  const name = `kurabe_${names.size}`;
  names.set(text, name);
  return name;
}
