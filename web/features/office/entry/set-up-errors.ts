import type { SetUp } from '../../../../contract/sessions.ts';
import { readKey, typedCodeLength } from '../../../../domain/meetings/key.ts';
import type { FieldErrors } from '../../../client/submission.ts';
import { newPasswordError } from './new-password.ts';

/** What is wrong with the first administrator's particulars, as the portal would judge them. */
export function setUpErrors(input: SetUp): FieldErrors {
  return {
    code: readKey(input.code, typedCodeLength) ? '' : '起動した端末に表示された8文字のコードを入力してください。',
    cityName: input.cityName.trim() === '' ? '市の名前を入力してください。' : '',
    name: input.name.trim() === '' ? 'お名前を入力してください。' : '',
    email: /^[^\s@]+@[^\s@]+$/.test(input.email)
      ? ''
      : 'メールアドレスを、taro@example.lg.jp のような形で入力してください。',
    password: newPasswordError(input.password),
  };
}
