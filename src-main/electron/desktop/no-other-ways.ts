/**
 * Stands in the build for what the D-Bus library could use in another app: `jsbi` (numbers of 64 bits without BigInt),
 * `event-stream` (a program as the way to a bus) and `x11` (a bus found by the screen). `bus-connection.ts` gives it
 * sockets of this machine only. Nothing is exported: whoever would use it fails.
 */
export {};
