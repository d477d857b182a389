import { COLOURS, MAX_NAME, MAX_SHORT_NAME } from '../../src-shared/account';
import type { AccountState } from '../../src-shared/app-state';
import { AnotherUser } from '../accounts/AnotherUser';
import { useAccount, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { Choice, Field } from '../ui/Field';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { Swatches } from '../ui/Swatches';
import { TextInput } from '../ui/TextInput';
import { useTokenHint } from '../ui-words';
import { AddressField, SchemeFields, TokenField } from './ServerFields';
import { TestPlace } from './TestPlace';
import { useEdit } from './use-edit';
import type { Form } from './use-form';
import './welcome.css';

/** What an account is called, how it is marked, and how its server is reached. */
export function EditAccount({ id }: { readonly id: string }) {
  const account = useAccount(id);
  const words = useWords().messages.pages.account;
  return account ? <Editing account={account} /> : <Page title={words.gone}>{null}</Page>;
}

function Editing({ account }: { readonly account: AccountState }) {
  const { messages } = useWords();
  const words = messages.pages.account.editing;
  const edit = useEdit(account);
  const archived = account.archivedAt !== undefined;
  const kept = useTokenHint();
  const tokenHint = edit.keeps
    ? words.tokenLeave
    : edit.otherOrigin && account.secret.stored !== 'none'
      ? words.tokenOther(edit.before)
      : archived
        ? words.tokenAgain
        : kept;
  return (
    <Page title={archived ? words.titleAgain(account.name) : words.title(account.name)} about={words.about}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void edit.save();
        }}
      >
        <section>
          <h2>{words.look}</h2>
          <LookFields of={edit} inbox={account.kind === 'inbox'} />
        </section>
        <section>
          <h2>{words.server}</h2>
          <div className="group">
            <AddressField of={edit} />
            <TokenField of={edit} hint={tokenHint} />
            <SchemeFields of={edit} />
          </div>
        </section>
        {edit.asksUser && <AnotherUser checked={edit.anew} onChange={edit.setAnew} />}
        {edit.otherAddress && account.counts.total > 0 && <Note>{words.otherInbox}</Note>}
        <div className="row-acts">
          <Button disabled={edit.busy !== null} onClick={() => void edit.test()}>
            {edit.steps ? messages.pages.welcome.testAgain : messages.pages.welcome.test}
          </Button>
          <Button look="primary" type="submit" disabled={edit.busy !== null}>
            {words.save}
          </Button>
          <Button look="quiet" onClick={edit.back}>
            {words.cancel}
          </Button>
        </div>
      </form>
      <TestPlace of={edit} />
    </Page>
  );
}

function LookFields({ of, inbox }: { readonly of: Form; readonly inbox: boolean }) {
  const { messages } = useWords();
  const words = messages.pages.account.editing;
  const { form, change, problems } = of;
  return (
    <div className="group">
      <Field label={messages.pages.welcome.name} hint={messages.pages.welcome.nameHint} error={problems.name}>
        {(ids) => (
          <TextInput
            {...ids}
            maxLength={MAX_NAME}
            value={form.name}
            onChange={(event) => change({ ...form, name: event.target.value })}
          />
        )}
      </Field>
      {inbox && (
        <Field label={words.shortName} hint={words.shortNameHint}>
          {(ids) => (
            <TextInput
              {...ids}
              maxLength={MAX_SHORT_NAME}
              value={form.shortName}
              onChange={(event) => change({ ...form, shortName: event.target.value })}
            />
          )}
        </Field>
      )}
      <Choice label={words.colour} hint={words.colourHint}>
        <Swatches
          label={words.colour}
          value={form.colour ?? 'none'}
          options={(['none', ...COLOURS] as const).map((value) => ({ value, label: words.colours[value] }))}
          onChange={(value) => change({ ...form, colour: value === 'none' ? null : value })}
        />
      </Choice>
    </div>
  );
}
