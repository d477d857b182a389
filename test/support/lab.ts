/** An inbox account as a person gives it, for tests of the whole core. */
export const LAB = {
  kind: 'inbox',
  name: 'Lab',
  baseUrl: 'https://lab.example',
  scheme: 'Token',
  token: 'secret-token',
  allowHttp: false,
} as const;
