import { useState } from 'react';
import type { PreferencesImported } from '../../src-shared/preferences-answers';
import { useParts, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { ImportReport } from './ImportReport';
import type { ControlProps } from './setting';

/** To a file that the person chooses; main asks for it and writes it. */
export function Export({ failed }: ControlProps) {
  const words = useWords().messages.pages.preferences;
  const { bridge } = useParts();
  const [file, setFile] = useState<string | null>(null);
  async function put(): Promise<void> {
    setFile(null);
    const reply = await bridge.call('preferencesExport', {});
    if (reply.ok) setFile(reply.value);
    else failed(reply.failure);
  }
  return (
    <div className="all-acts">
      <Button onClick={() => void put()}>{words.exportAct}</Button>
      <output className="muted">{file !== null && words.exported(file)}</output>
    </div>
  );
}

/** From a file. What was taken and what was not is said below until it is closed. */
export function Import({ failed }: ControlProps) {
  const words = useWords().messages.pages.preferences;
  const { bridge } = useParts();
  const [imported, setImported] = useState<PreferencesImported | null>(null);
  async function take(): Promise<void> {
    setImported(null);
    const reply = await bridge.call('preferencesImport', {});
    if (reply.ok) setImported(reply.value);
    else failed(reply.failure);
  }
  return (
    <>
      <Button onClick={() => void take()}>{words.importAct}</Button>
      <div aria-live="polite">
        {imported && imported.state !== 'cancelled' && (
          <div className="imported">
            <ImportReport imported={imported} onClose={() => setImported(null)} />
          </div>
        )}
      </div>
    </>
  );
}

export function ResetAll({ reset }: ControlProps) {
  const words = useWords().messages.pages.preferences;
  return <Button onClick={() => void reset(null, null)}>{words.resetAct}</Button>;
}
