/** The only two names on the wire; the preload knows nothing else. */
export const CALL = 'tocsin:call';
export const PUSH = 'tocsin:push';
