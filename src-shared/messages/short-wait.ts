/** `90 s`, `5 min`; the units are the same in every language we speak. @param ms rounded up */
export const shortWait = (ms: number): string =>
  ms < 120_000 ? `${Math.ceil(ms / 1000)} s` : `${Math.ceil(ms / 60_000)} min`;
