import { parseSync } from 'vite';

/** A list of words or a pattern in a source file: where it stands, from … to in UTF-16 units, and what goes in its place. */
export interface Table {
  /** The constant or function that it is part of. */
  readonly name: string;
  readonly line: number;
  readonly kind: 'list' | 'pattern';
  readonly start: number;
  readonly end: number;
  /** Source that knows no words: of a list one that no paper prints, since a pattern made of none at all would match everywhere. */
  readonly empty: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly regex?: { readonly flags: string };
  readonly value?: unknown;
  readonly name?: string;
  readonly id?: Node | null;
  readonly key?: Node;
  readonly callee?: Node;
  readonly arguments?: readonly Node[];
  readonly elements?: readonly (Node | null)[];
  readonly properties?: readonly Node[];
}

const NO_WORDS = String.raw`['\u{FFFFF}']`;

/** Every list or record of words and every regular expression of a source file. */
export function tablesIn(path: string, source: string): Table[] {
  const tables: Table[] = [];
  const visit = (node: Node, name: string) => {
    const found = tableAt(node, source);
    if (found) {
      const line = source.slice(0, node.start).split('\n').length;
      tables.push({ name, line, start: node.start, end: node.end, ...found });
    }
    // the words of a list are no tables of their own
    if (found) return;
    for (const child of childrenOf(node)) visit(child, nameOf(node) ?? name);
  };
  for (const statement of parseSync(path, source).program.body) visit(statement as unknown as Node, '');
  return tables;
}

function tableAt(node: Node, source: string): Pick<Table, 'kind' | 'empty'> | null {
  if (node.regex) return { kind: 'pattern', empty: `/(?!)/${node.regex.flags}` };
  if (node.type === 'NewExpression' && node.callee?.name === 'RegExp') {
    const flags = node.arguments?.[1];
    return { kind: 'pattern', empty: `new RegExp('(?!)', ${flags ? source.slice(flags.start, flags.end) : "''"})` };
  }
  if (node.type === 'CallExpression' && node.callee?.name === 'listed') return { kind: 'list', empty: NO_WORDS };
  const { elements = [], properties = [] } = node;
  if (elements.length > 1 && elements.every(isWord)) return { kind: 'list', empty: NO_WORDS };
  const isRecord =
    properties.length > 1 && properties.every(({ key, value }) => isWord(value as Node) || isNamedWord(key));
  return isRecord ? { kind: 'list', empty: '{}' } : null;
}

const JAPANESE = /[^\x20-\x7e]/u;
const isWord = (node: Node | null) => typeof node?.value === 'string' && JAPANESE.test(node.value);
const isNamedWord = (key: Node | undefined) => JAPANESE.test(key?.name ?? '');

function childrenOf(node: Node): Node[] {
  return Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]).filter(isNode));
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function nameOf(node: Node): string | null {
  if (!['VariableDeclarator', 'FunctionDeclaration', 'MethodDefinition', 'ClassDeclaration'].includes(node.type))
    return null;
  return (node.id ?? node.key)?.name ?? null;
}
