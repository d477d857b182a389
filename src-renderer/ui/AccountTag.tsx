import './account-colour.css';

interface Props {
  readonly name: string;
  readonly shortName?: string | undefined;
  readonly colour?: string | undefined;
}

/** Which account: its colour where it has one, and always a name, the short one if there is any. */
export function AccountTag({ name, shortName, colour }: Props) {
  return (
    <span className="account-tag" title={name}>
      {colour !== undefined && <i className="account-colour" data-colour={colour} aria-hidden />}
      {shortName === undefined ? (
        name
      ) : (
        <>
          <span aria-hidden>{shortName}</span>
          <span className="unseen-text">{name}</span>
        </>
      )}
    </span>
  );
}
