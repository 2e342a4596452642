import type { ErrorEnvelope } from '../../contract/errors.ts';
import type { ErrorCode } from '../../domain/meetings/error-code.ts';
import { paths } from './paths.ts';

/** A refusal or a broken line, with a Japanese sentence that can be shown as it is. */
export class ClientError extends Error {
  readonly code: ErrorCode | 'offline' | 'unreadable_answer';
  /** HTTP status; 0 where no answer came. */
  readonly status: number;

  constructor(code: ClientError['code'], message: string, status = 0) {
    super(message);
    this.name = 'ClientError';
    this.code = code;
    this.status = status;
  }
}

const offlineSentence = 'インターネットにつながっていません。接続を確かめて、もう一度お試しください。';
const unreadableSentence = '通信の途中で問題が起きました。少し待ってから、もう一度お試しください。';

export function offlineError(): ClientError {
  return new ClientError('offline', offlineSentence);
}

/** Reads the envelope of an answer that is not 2xx. */
export function refusal(status: number, text: string): ClientError {
  const envelope = readEnvelope(text);
  return envelope
    ? new ClientError(envelope.error.code as ErrorCode, envelope.error.message, status)
    : new ClientError('unreadable_answer', unreadableSentence, status);
}

/** Anything that was thrown, as what can be shown. */
export function clientErrorOf(error: unknown): ClientError {
  return error instanceof ClientError ? error : new ClientError('unreadable_answer', unreadableSentence);
}

export function sentenceOf(error: unknown): string {
  return clientErrorOf(error).message;
}

function readEnvelope(text: string): ErrorEnvelope | null {
  try {
    const value: unknown = JSON.parse(text);
    return isEnvelope(value) ? value : null;
  } catch {
    return null;
  }
}

function isEnvelope(value: unknown): value is ErrorEnvelope {
  if (typeof value !== 'object' || value === null || !('error' in value)) return false;
  const { error } = value;
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
}

/** What a page shows in place of what it could not read. */
export interface FailureFace {
  readonly heading: string;
  readonly message: string;
  /** `leave` where trying again would not help. */
  readonly remedy: 'retry' | 'leave';
  readonly way: { readonly href: string; readonly label: string };
}

const firstScreen = { href: paths.entry, label: '最初の画面へ' };

/** True where it is not there, or not for this person, which the portal tells nobody apart. */
export const isMissing = ({ code }: ClientError): boolean => code === 'not_found' || code === 'forbidden';

export function failureFace(error: unknown): FailureFace {
  const code = error instanceof ClientError ? error.code : null;
  if (code === 'not_signed_in')
    return {
      heading: '資料を見るには、開催通知のコードが必要です',
      message: '開催通知の二次元コードをもう一度読み取るか、通知に書かれた8文字のコードを入力してください。',
      remedy: 'leave',
      way: firstScreen,
    };
  if (error instanceof ClientError && isMissing(error))
    return {
      heading: 'この資料は開けません',
      message: '取り下げられたか、まだ公開されていません。会議の画面に戻って選び直すか、事務局にお問い合わせください。',
      remedy: 'leave',
      way: firstScreen,
    };
  if (code === 'not_published')
    return { heading: '資料を準備しています', message: sentenceOf(error), remedy: 'retry', way: firstScreen };
  return {
    heading: code === 'offline' ? 'インターネットにつながっていません' : '読み込めませんでした',
    message: sentenceOf(error),
    remedy: 'retry',
    way: firstScreen,
  };
}
