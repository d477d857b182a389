import { MAX_NAME, suggestedName } from '../../src-shared/account';
import { useWords } from '../app-context';
import { Choice, Field } from '../ui/Field';
import { Segmented } from '../ui/Segmented';
import { TextInput } from '../ui/TextInput';
import { useTokenHint } from '../ui-words';
import { ofKind } from './connection';
import { AddressField, SchemeFields, TokenField } from './ServerFields';
import type { Form } from './use-form';

/** What the app needs to know of a server. */
export function ConnectFields({ connect }: { readonly connect: Form }) {
  const words = useWords().messages.pages.welcome;
  const { form, change, problems } = connect;
  return (
    <div className="group">
      <Choice label={words.kind} hint={words.kindHint[form.kind]}>
        <Segmented
          label={words.kind}
          value={form.kind}
          options={[
            { value: 'inbox', label: words.kinds.inbox },
            { value: 'tenant', label: words.kinds.tenant },
          ]}
          onChange={(kind) => change(ofKind(form, kind))}
        />
      </Choice>
      <AddressField of={connect} />
      <Field label={words.name} hint={words.nameHint} error={problems.name}>
        {(ids) => (
          <TextInput
            {...ids}
            maxLength={MAX_NAME}
            placeholder={suggestedName(form.address)}
            value={form.name}
            onChange={(event) => change({ ...form, name: event.target.value })}
          />
        )}
      </Field>
      <TokenField of={connect} hint={useTokenHint()} />
      <SchemeFields of={connect} />
    </div>
  );
}
