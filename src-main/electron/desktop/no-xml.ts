/**
 * Stands for xml2js in the build (vite.config.ts): the D-Bus library loads it at once, to describe what an app offers on
 * the bus and to read what others do. Tocsin calls services by interfaces that it knows, and offers nothing.
 */
export class Builder {
  /** What whoever asks our connection for a description gets (D-Bus specification, Introspection Data Format). */
  buildObject(): string {
    return '<node/>';
  }
}
