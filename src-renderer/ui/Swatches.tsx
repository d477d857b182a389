import { Choices, type ChoicesProps } from './Choices';
import './account-colour.css';

/** One of a few colours, each with its word. */
export const Swatches = <Value extends string>(props: ChoicesProps<Value>) => (
  <Choices
    {...props}
    className="swatches"
    picture={(colour) =>
      colour !== 'none' && <i className="account-colour" data-colour={colour} aria-hidden />
    }
  />
);
