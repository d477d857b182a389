import { en, type Messages } from '../en/en';

export const pl: Messages = en;
