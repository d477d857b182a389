import type { Messages } from '../en/en';
import { account } from './account';
import { frame } from './frame';
import { preferences } from './preferences';
import { tenant } from './tenant';
import { welcome } from './welcome';

export const pages: Messages['pages'] = { frame, welcome, account, tenant, preferences };
