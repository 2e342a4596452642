import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { AccessRule } from '../access/rule.ts';

/** Fastify with TypeBox schemas: what every feature registers its routes on. */
export type WebApp = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Required on every route: one without it does not start. */
    access?: AccessRule;
    /** The official must have shown a password or a passkey just now. */
    proof?: true;
    /** Open to an official who has still to register the passkey that the city demands. */
    withoutPasskey?: true;
    /** Asked by a page again and again without anybody's doing: it keeps no session awake. */
    unattended?: true;
  }
}
