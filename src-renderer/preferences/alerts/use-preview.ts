import { use, createContext } from 'react';
import type { AlertPreview } from '../../../src-shared/alert-preview';
import type { TextRule } from '../../../src-shared/alert-rules';
import type { Failure } from '../../../src-shared/app-error';

type Done = Extract<AlertPreview, { state: 'done' }>;

export interface Preview {
  /** The last that was counted to its end, with the text rules that its `matches` are of. */
  readonly shown: (Done & { readonly rules: readonly TextRule[]; readonly drafted: boolean }) | null;
  /** So many items so far, where another one is being counted for a while. */
  readonly counting: { readonly read: number; readonly part: number } | null;
  readonly failure: Failure | null;
}
export const NO_PREVIEW: Preview = { shown: null, counting: null, failure: null };

export const PreviewContext = createContext<Preview>(NO_PREVIEW);
export const usePreview = (): Preview => use(PreviewContext);
