import { TENANT_FIELDS, type TenantField } from '../../src-shared/tenant-settings';
import type { MaskedSettings } from '../../src-shared/tenant-view';
import { useActs, useApp, useWords } from '../app-context';
import { Button } from '../ui/Button';
import { Late } from '../ui/Late';
import { Page } from '../ui/Page';
import { isSame } from './apply';
import { useTenantFailure } from './failure-words';
import { useViews, type Reading } from './use-views';
import './compare.css';

/** Every tenant's settings in one table; rows in which they differ are marked. */
export function Compare() {
  const words = useWords().messages.pages.tenant;
  const { several } = words;
  const acts = useActs();
  const tenants = useApp((state) => state.accounts).filter(({ kind }) => kind === 'tenant');
  const ids = tenants.map(({ id }) => id);
  const { readings, read } = useViews(ids);
  const known = ids.flatMap((id) => {
    const one = readings[id];
    return one && 'view' in one ? [one.view.settings] : [];
  });
  const differs = (name: TenantField): boolean => known.some((one) => !isSame(name, one, known[0]!));
  return (
    <Page
      title={several.title}
      about={several.about}
      acts={<Button onClick={() => ids.forEach((id) => void read(id))}>{words.retry}</Button>}
    >
      <div className="full compare-place">
        <table className="compare">
          <thead>
            <tr>
              <th scope="col">{several.setting}</th>
              {tenants.map(({ id, name }) => (
                <th key={id} scope="col">
                  <Button look="link" onClick={() => acts.go({ page: 'account', account: id })}>
                    {name}
                  </Button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {TENANT_FIELDS.map((name, row) => (
              <tr key={name} className={differs(name) ? 'differs' : undefined}>
                <th scope="row">
                  {words.longLabels[name]}
                  {differs(name) && (
                    <>
                      {' '}
                      <span className="compare-mark">{several.differs}</span>
                    </>
                  )}
                </th>
                {tenants.map(({ id }) => (
                  <Cell key={id} name={name} first={row === 0} reading={readings[id]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Page>
  );
}

interface CellProps {
  readonly name: TenantField;
  readonly first: boolean;
  readonly reading: Reading | undefined;
}

/** What could not be read is said once, over all rows. */
function Cell({ name, first, reading }: CellProps) {
  const words = useWords().messages.pages.tenant;
  const explain = useTenantFailure();
  if (reading && 'view' in reading) return <td>{valueText(name, reading.view.settings, words.past)}</td>;
  if (!first) return null;
  return (
    <td rowSpan={TENANT_FIELDS.length} className="muted">
      {reading ? `${words.loadFailed} ${explain(reading.failure)}` : <Late>{words.loading}</Late>}
    </td>
  );
}

function valueText(
  name: TenantField,
  settings: MaskedSettings,
  words: { readonly on: string; readonly off: string; readonly none: string },
): string {
  if (name !== 'teamsWebhookUrl') return settings[name] ? words.on : words.off;
  const url = settings.teamsWebhookUrl;
  return url === null ? words.none : `${url.host} …${url.end}`;
}
