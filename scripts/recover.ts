// npm run recover -- E-MAIL: a one-time link for an official, while the portal runs or not, where no administrator can sign in.
import { join } from 'node:path';
import { type Configuration, ConfigurationError, readConfiguration } from '../server/configuration.ts';
import { openDatabase } from '../server/database/connection.ts';
import { runningServer } from '../server/database/embedded.ts';
import { recoverAdministrator } from '../server/features/officials/invite-official.ts';
import { keysOf, readSecretFile } from '../server/http/secrets.ts';
import { explainStart } from '../server/main.ts';

/** The link; throws ConfigurationError where no official has this address. */
async function recover(configuration: Configuration, email: string): Promise<string> {
  const { dataFolder, databaseUrl, publicUrl } = configuration;
  const folder = join(dataFolder, 'database');
  const database = await openDatabase({ url: databaseUrl ?? runningServer(folder), folder });
  try {
    const keys = keysOf(configuration.secret ?? (await readSecretFile(dataFolder)));
    const invitation = await recoverAdministrator({ db: database.db, keys, publicUrl }, email);
    if (!invitation)
      throw new ConfigurationError(`${email} の職員は登録されていません。メールアドレスを確かめてください。`);
    return invitation.link;
  } finally {
    await database.close();
  }
}

async function main(): Promise<void> {
  const email = process.argv[2];
  if (!email)
    throw new ConfigurationError('職員のメールアドレスを指定してください。例: npm run recover -- taro@example.lg.jp');
  console.log(`次のリンクを開き、新しいパスワードを設定してください。７日間、１回だけ使えます。
${await recover(readConfiguration(process.env), email)}
この職員は管理者になりました。前のパスワードとパスキーは使えず、サインインは終わっています。`);
}

if (import.meta.main) await main().catch(explainStart);
