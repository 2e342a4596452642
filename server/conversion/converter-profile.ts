const scripting = '/org.openoffice.Office.Common/Security/Scripting';
const inet = '/org.openoffice.Inet/Settings';

/** Paths and values of LibreOffice's registry (officecfg/registry/schema in its sources). */
const settings: readonly (readonly [path: string, name: string, value: string])[] = [
  [scripting, 'DisableMacrosExecution', 'true'],
  [scripting, 'MacroSecurityLevel', '3'],
  [scripting, 'DisableActiveContent', 'true'],
  // pictures and data that a paper only refers to
  [scripting, 'BlockUntrustedRefererLinks', 'true'],
  ['/org.openoffice.Office.Writer/Content/Update', 'Link', '2'],
  ['/org.openoffice.Office.Calc/Content/Update', 'Link', '2'],
  // whatever asks for the network all the same is sent to nobody
  [inet, 'ooInetProxyType', '2'],
  [inet, 'ooInetHTTPProxyName', '127.0.0.1'],
  [inet, 'ooInetHTTPProxyPort', '9'],
  [inet, 'ooInetHTTPSProxyName', '127.0.0.1'],
  [inet, 'ooInetHTTPSProxyPort', '9'],
];

/** registrymodifications.xcu of a profile that is made for one paper: no macros, no links, no network. */
export const converterProfile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${settings
  .map(
    ([path, name, value]) =>
      `<item oor:path="${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  .join('\n')}
</oor:items>
`;
