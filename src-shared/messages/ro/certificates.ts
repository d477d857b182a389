import type { CertificateProblem } from '../../certificate';

/** What is wrong with a server's certificate, and the next step. */
export const certificates: {
  readonly [Problem in CertificateProblem]: { readonly what: string; readonly next: string };
} = {
  issuer: {
    what: 'certificatul serverului a fost emis de cineva în care acest calculator nu are încredere',
    next: 'Adresa este corectă? Autoritatea de certificare proprie a companiei trebuie instalată pe acest calculator.',
  },
  date: {
    what: 'certificatul serverului nu este valabil astăzi',
    next: 'Verifică ceasul calculatorului. Dacă este bun, certificatul serverului a expirat: anunță administratorul.',
  },
  name: {
    what: 'certificatul serverului este pentru alt nume',
    next: 'Folosește numele pentru care a fost emis sau verifică adresa.',
  },
  revoked: {
    what: 'certificatul serverului a fost revocat',
    next: 'Nu îi trimite tokenul. Anunță administratorul serverului.',
  },
  weak: {
    what: 'certificatul serverului este prea slab pentru a fi de încredere',
    next: 'Anunță administratorul serverului.',
  },
  client: {
    what: 'serverul cere un certificat al tău, pe care Tocsin nu îl poate da',
    next: 'Cere administratorului acces doar cu token.',
  },
  protocol: {
    what: 'serverul nu vorbește TLS 1.2 sau mai nou la această adresă',
    next: 'Verifică adresa și portul: acolo este https?',
  },
  other: {
    what: 'certificatul serverului nu este de încredere',
    next: 'Verifică adresa, ceasul calculatorului și dacă certificatul companiei este instalat aici.',
  },
};
