import type { Messages } from '../en/en';

export const tenantCard: Messages['pages']['tenant']['card'] = {
  act: 'Trimite un card de probă',
  sending: 'Se trimite…',
  title: 'Card de probă din Tocsin',
  text: (account, time) =>
    `Cineva încearcă webhookul contului „${account}” de pe calculatorul său (${time}). Nu este vorba de nicio scanare.`,
  accepted: (status) =>
    `Webhookul a primit cardul (${status}). Asta nu dovedește livrarea: uită-te în canal. A ajuns?`,
  arrived: 'A ajuns',
  missing: 'Nu a ajuns',
  works: 'Atunci acest webhook livrează.',
  search:
    'Uită-te în Teams: este pornit fluxul de lucru, mai are cont proprietarul lui și acesta este canalul în care postează? Lista rulărilor spune de ce a eșuat vreuna.',
  refused: {
    redirect: (status) =>
      `Webhookul trimite la altă adresă (${status}), unde cardul nu merge. Copiază din nou URL-ul din Teams.`,
    format: (status) =>
      `Webhookul nu a primit cardul (${status}). Este acesta URL-ul unui flux care postează într-un canal?`,
    signature: (status) =>
      `Webhookul nu a acceptat semnătura din URL (${status}). Copiază din nou tot URL-ul din Teams.`,
    gone: (status) =>
      `La acest URL nu mai este niciun webhook (${status}). Creează un flux în Teams și lipește URL-ul lui.`,
    busy: (status) => `Webhookul cere mai puține carduri (${status}). Încearcă peste puțin timp.`,
    trouble: (status) => `Serverul webhookului are probleme (${status}). Încearcă mai târziu.`,
    other: (status) => `Webhookul a dat un răspuns la care nu se așteaptă nimeni aici (${status}).`,
  },
  notPublic:
    'Nu s-a trimis nimic: această gazdă este calculatorul acesta sau o rețea privată, iar cardurile de probă merg doar la gazde publice. Serviciul însuși poate totuși să ajungă la ea.',
  timeout: 'Timp de 15 s nu a venit niciun răspuns. Cardul poate să fi ajuns totuși: uită-te în canal.',
  failed: (what) =>
    `Cardul nu a putut fi trimis: ${what}. El pleacă direct de pe acest calculator, fără proxy.`,
  failures: {
    name: 'serverul webhookului nu a fost găsit',
    refused: 'la serverul webhookului nu răspunde nimic',
    tls: 'certificatul gazdei nu este de încredere',
    network: 'acest calculator nu are rețea',
    other: 'conexiunea s-a întrerupt',
  },
};
