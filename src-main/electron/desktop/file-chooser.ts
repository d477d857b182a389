import type { BaseWindow, Dialog } from 'electron';
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fail } from '../../../src-shared/app-error';
import type { Messages } from '../../../src-shared/messages/en/en';
import type { FileChooser } from '../../core/ports';

export interface FileChooserDeps {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  /** Above which the question stands; `undefined`: there is none. */
  readonly window: () => BaseWindow | undefined;
  /** Where it begins to look: the user's documents. */
  readonly folder: () => string;
  readonly messages: () => Messages;
}

/** The desktop's own dialogs. The page never sees a path, and can name none. */
export function createFileChooser({ dialog, window, folder, messages }: FileChooserDeps): FileChooser {
  const filters = () => [{ name: messages().desktop.jsonFiles, extensions: ['json'] }];
  const above = <Options, Answer>(
    show: { (parent: BaseWindow, options: Options): Answer; (options: Options): Answer },
    options: Options,
  ): Answer => {
    const parent = window();
    return parent ? show(parent, options) : show(options);
  };
  return {
    async save(suggested, text) {
      const options = {
        title: messages().desktop.exportTitle,
        defaultPath: path.join(folder(), suggested),
        filters: filters(),
      };
      const { canceled, filePath } = await above(dialog.showSaveDialog.bind(dialog), options);
      if (canceled || !filePath) return undefined;
      await writeFile(filePath, text, { mode: 0o600 }).catch(refused);
      return path.basename(filePath);
    },
    async open(most) {
      const options = {
        title: messages().desktop.importTitle,
        defaultPath: folder(),
        filters: filters(),
        properties: ['openFile' as const],
      };
      const { canceled, filePaths } = await above(dialog.showOpenDialog.bind(dialog), options);
      const [file] = filePaths;
      if (canceled || file === undefined) return undefined;
      const { size } = await stat(file).catch(refused);
      const text = size > most ? undefined : await readFile(file, 'utf8').catch(refused);
      return { name: path.basename(file), text };
    },
  };
}

function refused(error: unknown): never {
  throw fail('file', { detail: (error instanceof Error ? error.message : String(error)).slice(0, 300) });
}
