import { isAbsolute, resolve } from 'node:path';

/** What the environment decides; the README has the same table. */
export interface Configuration {
  readonly host: string;
  readonly port: number;
  /** Without a trailing slash: what the letters print. */
  readonly publicUrl: string;
  /** Absolute: database (where embedded), files, secret. */
  readonly dataFolder: string;
  /** Undefined: the portal starts a PostgreSQL of its own in the data folder. */
  readonly databaseUrl: string | undefined;
  /** Undefined: kept in a file of the data folder, made at the first start. */
  readonly secret: string | undefined;
  /** What letters were printed with before the secret was changed: they go on opening. Undefined: a file beside the secret's, or none. */
  readonly oldSecret: string | undefined;
  readonly trustProxy: boolean;
  /** Where the proxy finds the files' folder, /kurabe-files/: it sends them itself (X-Accel-Redirect). Undefined: it does not. */
  readonly accelRedirect: string | undefined;
  readonly maxUploadBytes: number;
  /** The path of LibreOffice's soffice; undefined: where it is usually installed. */
  readonly converter: string | undefined;
  readonly logLevel: string;
  /** What a Prometheus server brings to read /metrics; undefined: there is no such address. */
  readonly metricsToken: string | undefined;
  /** Hours for which an official stays signed in at most. */
  readonly sessionHours: number;
  /** Minutes without use after which an official's session ends. */
  readonly idleMinutes: number;
}

/** A wrong value: the sentence says which, why and what to write instead. */
export class ConfigurationError extends Error {}

// With /M/ and 16 characters of key a QR code of version 3 holds 61.
const longestAddress = 42;
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'];

export function readConfiguration(environment: Record<string, string | undefined>): Configuration {
  const port = wholeNumber(environment, 'PORT', 3000, 0, 65535);
  return {
    host: environment.HOST || '127.0.0.1',
    port,
    publicUrl: publicUrl(environment.PUBLIC_URL, port),
    dataFolder: resolve(environment.KURABE_DATA || 'data/portal'),
    databaseUrl: databaseUrl(environment.DATABASE_URL),
    secret: longText(environment, 'KURABE_SECRET'),
    oldSecret: longText(environment, 'KURABE_OLD_SECRET'),
    trustProxy: yesOrNo(environment, 'TRUST_PROXY'),
    accelRedirect: accelRedirect(environment.ACCEL_REDIRECT),
    maxUploadBytes: wholeNumber(environment, 'MAX_UPLOAD_MB', 500, 1, 2000) * 1024 * 1024,
    converter: program(environment.SOFFICE),
    logLevel: oneOf(environment, 'LOG_LEVEL', 'info', logLevels),
    metricsToken: longText(environment, 'METRICS_TOKEN'),
    sessionHours: wholeNumber(environment, 'SESSION_HOURS', 8, 1, 24),
    idleMinutes: wholeNumber(environment, 'IDLE_MINUTES', 60, 10, 720),
  };
}

function wholeNumber(
  env: Record<string, string | undefined>,
  name: string,
  fallback: number,
  min: number,
  max: number,
) {
  const text = env[name];
  if (!text) return fallback;
  const value = Number(text);
  if (!/^[0-9]+$/.test(text) || value < min || value > max)
    throw new ConfigurationError(`${name}=${text} は使えません。${min} から ${max} までの整数を指定してください。`);
  return value;
}

function yesOrNo(env: Record<string, string | undefined>, name: string): boolean {
  return oneOf(env, name, 'no', ['yes', 'no']) === 'yes';
}

function oneOf(env: Record<string, string | undefined>, name: string, fallback: string, allowed: string[]): string {
  const text = env[name] || fallback;
  if (!allowed.includes(text))
    throw new ConfigurationError(`${name}=${text} は使えません。${allowed.join('、')} のどれかを指定してください。`);
  return text;
}

function publicUrl(text: string | undefined, port: number): string {
  if (!text) return `http://localhost:${port}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  const plain =
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username;
  if (!plain)
    throw new ConfigurationError(
      `PUBLIC_URL=${text} は使えません。https://shiryo.example.jp のように、http または https とホスト名だけを指定してください。`,
    );
  // the letters print it as a QR code in capitals, which has no [ and no _
  if (!/^[a-z0-9.:/-]+$/.test(url.origin))
    throw new ConfigurationError(
      `PUBLIC_URL=${text} は通知の二次元コードに使えません。ホスト名は英数字とハイフンだけのものを指定してください。`,
    );
  if (url.origin.length > longestAddress)
    throw new ConfigurationError(
      `PUBLIC_URL=${text} は長すぎて、通知の二次元コードに入りません。${longestAddress}文字までのアドレスを指定してください。`,
    );
  return url.origin;
}

function databaseUrl(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const protocol = URL.canParse(text) ? new URL(text).protocol : '';
  if (protocol !== 'postgres:' && protocol !== 'postgresql:')
    throw new ConfigurationError(
      'DATABASE_URL は使えません。postgres://ユーザー:パスワード@ホスト:5432/データベース の形で指定してください。',
    );
  return text;
}

/** What nobody may guess. */
function longText(environment: Record<string, string | undefined>, name: string): string | undefined {
  const text = environment[name];
  if (!text) return undefined;
  if (text.length < 32)
    throw new ConfigurationError(`${name} が短すぎます。32文字以上の、推測されない文字列を指定してください。`);
  return text;
}

function accelRedirect(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (!/^\/[a-z0-9/_-]*\/$/i.test(text))
    throw new ConfigurationError(
      `ACCEL_REDIRECT=${text} は使えません。/kurabe-files/ のように、/ で始まり / で終わる nginx の内部の場所を指定してください。`,
    );
  return text;
}

function program(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (!isAbsolute(text))
    throw new ConfigurationError(
      `SOFFICE=${text} は使えません。/opt/libreoffice25.8/program/soffice のように、/ で始まる場所を指定してください。`,
    );
  return text;
}
