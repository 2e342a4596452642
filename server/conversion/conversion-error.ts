/**
 * Why LibreOffice made no PDF of a file.
 * - `failed`: it could not open it, died of it, or made nothing. `too_slow`: past its limits of time.
 */
export type ConversionErrorCode = 'failed' | 'too_slow';

export class ConversionError extends Error {
  override readonly name = 'ConversionError';
  readonly code: ConversionErrorCode;

  constructor(code: ConversionErrorCode, detail: string) {
    super(`${code}: ${detail}`);
    this.code = code;
  }
}
