import type { CertificateProblem } from '../../certificate';

/** What is wrong with a server's certificate, and the next step. */
export const certificates: {
  readonly [Problem in CertificateProblem]: { readonly what: string; readonly next: string };
} = {
  issuer: {
    what: 'the server’s certificate was issued by somebody whom this machine does not trust',
    next: 'Is the address right? A company’s own certificate authority has to be installed on this machine.',
  },
  date: {
    what: 'the server’s certificate is not valid today',
    next: 'Check this machine’s clock. If it is right, the server’s certificate has expired: tell its administrator.',
  },
  name: {
    what: 'the server’s certificate is for another name',
    next: 'Use the name that the certificate is for, or check the address.',
  },
  revoked: {
    what: 'the server’s certificate was revoked',
    next: 'Do not send it a token. Tell the server’s administrator.',
  },
  weak: {
    what: 'the server’s certificate is too weak to be trusted',
    next: 'Tell the server’s administrator.',
  },
  client: {
    what: 'the server asks for a certificate of yours, which Tocsin cannot give',
    next: 'Ask its administrator for a way in with a token alone.',
  },
  protocol: {
    what: 'the server does not speak TLS 1.2 or newer at this address',
    next: 'Check the address and its port: is it https there?',
  },
  other: {
    what: 'the server’s certificate is not trusted',
    next: 'Check the address, this machine’s clock, and whether your company’s certificate is installed here.',
  },
};
