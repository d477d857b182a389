/**
 * Stands for Ajv in the build (vite.config.ts): electron-store loads it at once, for schemas that we give it none of; what is
 * in our files is checked by valibot.
 * @throws always: only a store with a schema would make one
 */
export function Ajv2020(): never {
  throw new Error('this build has no JSON schemas');
}

/** Of ajv-formats, which is handed an Ajv. */
// Asked for by that name.
// oxlint-disable-next-line import/no-default-export
export default { default: Ajv2020 };
