import swagger from '@fastify/swagger';
import type { FastifySchema } from 'fastify';
import { Type } from 'typebox';
import type { WebApp } from './web-app.ts';

const uploadedFile = Type.Object({ file: Type.Unsafe<Blob>({ type: 'string', format: 'binary' }) });

/** The OpenAPI description of every route that is registered after it, from the routes' own schemas. */
export async function describeApi(app: WebApp): Promise<void> {
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'くらべ (Kurabe)', version: '0.1.0' } },
    // an upload's body is read as it arrives, so its route has no schema of it
    transform: ({ schema, url }) => ({ schema: isUpload(schema) ? { ...schema, body: uploadedFile } : schema, url }),
  });
}

/** The answer of a route that sends a file. */
export function fileAnswer(type: string) {
  const content = { [type]: { schema: { type: 'string', format: 'binary' } } };
  return { 200: { description: type, content } };
}

const isUpload = (schema: FastifySchema | undefined) => schema?.consumes?.includes('multipart/form-data') ?? false;
