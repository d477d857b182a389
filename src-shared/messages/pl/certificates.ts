import type { CertificateProblem } from '../../certificate';

/** What is wrong with a server's certificate, and the next step. */
export const certificates: {
  readonly [Problem in CertificateProblem]: { readonly what: string; readonly next: string };
} = {
  issuer: {
    what: 'certyfikat serwera wydał ktoś, komu ten komputer nie ufa',
    next: 'Czy adres jest właściwy? Własny urząd certyfikacji firmy trzeba zainstalować na tym komputerze.',
  },
  date: {
    what: 'certyfikat serwera nie jest dziś ważny',
    next: 'Sprawdź zegar komputera. Jeśli jest dobry, certyfikat serwera wygasł: powiadom administratora.',
  },
  name: {
    what: 'certyfikat serwera jest na inną nazwę',
    next: 'Użyj nazwy, na którą go wydano, albo sprawdź adres.',
  },
  revoked: {
    what: 'certyfikat serwera został unieważniony',
    next: 'Nie wysyłaj mu tokena. Powiadom administratora serwera.',
  },
  weak: {
    what: 'certyfikat serwera jest za słaby, by mu ufać',
    next: 'Powiadom administratora serwera.',
  },
  client: {
    what: 'serwer żąda certyfikatu od ciebie, a Tocsin nie może go podać',
    next: 'Poproś administratora o dostęp samym tokenem.',
  },
  protocol: {
    what: 'serwer pod tym adresem nie zna TLS 1.2 ani nowszego',
    next: 'Sprawdź adres i port: czy jest tam https?',
  },
  other: {
    what: 'certyfikat serwera nie jest zaufany',
    next: 'Sprawdź adres, zegar komputera i to, czy certyfikat firmy jest tu zainstalowany.',
  },
};
