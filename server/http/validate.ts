import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import { oneLine, severalLines } from '../../domain/japanese/typed-text.ts';

interface Schema {
  readonly 'x-typed'?: 'line' | 'lines';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

type Compiler = typeof TypeBoxValidatorCompiler;

/** TypeBox's own, after what a person typed (contract/fields.ts) was tidied. */
export const compileValidator: Compiler = (route) => {
  const validate = TypeBoxValidatorCompiler(route);
  return hasTyped(route.schema) ? (value) => validate(tidied(route.schema, value)) : validate;
};

function hasTyped(schema: Schema): boolean {
  const inner = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.items ? [schema.items] : []),
    ...(schema.anyOf ?? []),
  ];
  return schema['x-typed'] !== undefined || inner.some(hasTyped);
}

/** The value as it came where the schema does not fit it: that is for the validator to tell. */
function tidied(schema: Schema, value: unknown): unknown {
  if (typeof value === 'string') return tidiedText(schema, value);
  if (Array.isArray(value)) return schema.items ? value.map((item) => tidied(schema.items!, item)) : value;
  if (value === null || typeof value !== 'object') return value;
  // of several kinds of object each has its own fields: the typed ones of every kind
  const kinds = [schema, ...(schema.anyOf ?? [])];
  const entries = Object.entries(value).map(([name, inner]) => {
    const own = kinds.map(({ properties }) => properties?.[name]).find((found) => found && hasTyped(found));
    return [name, own ? tidied(own, inner) : inner];
  });
  return Object.fromEntries(entries);
}

function tidiedText(schema: Schema, text: string): string {
  const typed = [schema, ...(schema.anyOf ?? [])].map((kind) => kind['x-typed']).find((kind) => kind !== undefined);
  if (typed === undefined) return text;
  return typed === 'line' ? oneLine(text) : severalLines(text);
}
