import { account } from './account';
import { frame } from './frame';
import { preferences } from './preferences';
import { tenant } from './tenant';
import { welcome } from './welcome';

/** Every other page, and what stands around them all. */
export const pages = { frame, welcome, account, tenant, preferences };
