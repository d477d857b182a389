import { Choices, type ChoicesProps } from './Choices';
import './segmented.css';

/** Two to four choices side by side. */
export const Segmented = <Value extends string>(props: ChoicesProps<Value>) => (
  <Choices {...props} className="segmented" />
);
