import { plural } from '../plural';

/** Several tenants: side by side, and the settings of one for others. */
export const tenantSeveral = {
  sideBySide: 'Side by side',
  title: 'Tenants side by side',
  about: 'What each service tells. Settings that differ are marked.',
  setting: 'Setting',
  differs: 'differs',
  apply: 'Apply to others…',
  applyTitle: (name: string): string => `Settings of ${name} for other tenants`,
  which: 'Which settings',
  toWhom: 'To which tenants',
  same: 'The same already.',
  act: (n: number): string => plural('en', n, { one: 'Apply to 1 tenant', other: `Apply to ${n} tenants` }),
  close: 'Close',
  saved: 'Saved.',
  conflict: 'Changed by somebody meanwhile, so nothing was sent. This is what would be sent now:',
};
