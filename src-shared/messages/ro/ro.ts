import { en, type Messages } from '../en/en';

export const ro: Messages = en;
