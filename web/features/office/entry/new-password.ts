const shortestPassword = 12;

export const newPasswordHint = `${shortestPassword}文字以上。文字の種類の決まりはありません。覚えやすい言葉をいくつか並べると、長くて安全です。`;

/** What is wrong with a new password, as far as it can be told here: what is guessed first only the portal knows. */
export function newPasswordError(password: string): string {
  if (password.length >= shortestPassword) return '';
  return `パスワードは${shortestPassword}文字以上にしてください。いまは${password.length}文字です。`;
}
