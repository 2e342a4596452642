import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import { oneLine } from '../../domain/japanese/one-line.ts';

interface Schema {
  readonly 'x-one-line'?: true;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

type Compiler = typeof TypeBoxValidatorCompiler;

/** TypeBox's own, after the texts of one line (contract/fields.ts) were put on one. */
export const compileValidator: Compiler = (route) => {
  const validate = TypeBoxValidatorCompiler(route);
  return hasLines(route.schema) ? (value) => validate(tidied(route.schema, value)) : validate;
};

function hasLines(schema: Schema): boolean {
  const inner = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.items ? [schema.items] : []),
    ...(schema.anyOf ?? []),
  ];
  return schema['x-one-line'] === true || inner.some(hasLines);
}

/** The value as it came where the schema does not fit it: that is for the validator to tell. */
function tidied(schema: Schema, value: unknown): unknown {
  if (typeof value === 'string') return hasLines(schema) ? oneLine(value) : value;
  if (Array.isArray(value)) return schema.items ? value.map((item) => tidied(schema.items!, item)) : value;
  if (value === null || typeof value !== 'object') return value;
  // of several kinds of object each has its own fields: the lines of every kind
  const kinds = [schema, ...(schema.anyOf ?? [])];
  const entries = Object.entries(value).map(([name, inner]) => {
    const own = kinds.map(({ properties }) => properties?.[name]).find((found) => found && hasLines(found));
    return [name, own ? tidied(own, inner) : inner];
  });
  return Object.fromEntries(entries);
}
