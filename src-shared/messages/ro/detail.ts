import type { Messages } from '../en/en';
import { plural } from '../plural';

const words = (reason: string): string => (reason === '' ? '' : `: ${reason}`);

export const detail: Messages['inbox']['detail'] = {
  name: 'Detalii',
  back: 'Înapoi la listă',
  close: 'Închide detaliile',
  seen: 'Citită',
  markSeen: 'Marchează ca citită',
  open: 'Deschide în browser',
  nameIt: {
    agent: 'Dă un nume acestui agent…',
    task: 'Dă un nume acestei sarcini…',
    suite: 'Dă un nume acestei suite…',
    item: 'Dă un nume acestei notificări…',
  },
  naming: {
    label: (subject) => `Numele dat de tine pentru: ${subject}`,
    hint: (subject) => `Apare aici și în alerte. Câmpul gol aduce înapoi „${subject}”.`,
    long: (most) =>
      `Cel mult ${plural('ro', most, { one: '1 caracter', few: `${most} caractere`, other: `${most} de caractere` })}.`,
    save: 'Salvează',
    cancel: 'Renunță',
  },
  fields: {
    account: 'Cont',
    agent: 'Agent',
    task: 'Sarcină',
    taskType: 'Felul sarcinii',
    suite: 'Suită',
    type: 'Tip',
    severity: 'Severitate',
    first: 'Aici din',
    stamp: 'Ora serverului',
    lasted: 'A durat',
    mark: 'Citită',
    id: 'Număr',
  },
  severity: (severity, level) => `${severity} → ${level}`,
  byType: (type) => `după tip: ${type}`,
  bySeverity: 'ca în Preferințe',
  foundBy: {
    baseline: 'era deja la prima verificare',
    head: 'la sosire',
    history: 'la citirea istoricului',
    unseen: 'la numărarea celor necitite',
    single: 'cerută separat',
    asked: 'la întrebarea ta către server',
    'mark-all': 'la marcarea tuturor, deja citită',
  },
  named: (name, id) => `${name} (${id})`,
  marks: {
    yes: 'da',
    no: 'nu',
    waiting: 'da, pe drum spre server',
    refused: 'doar aici: serverul nu a acceptat',
  },
  gone: 'Serverul nu o mai are. Aici este ce s-a citit ultima dată.',
  more: 'Trimise împreună cu ea',
  empty: 'gol',
  whyAlerted: 'De ce am primit alertă?',
  whyNot: 'De ce nu am primit alertă?',
  noVerdicts: 'Încă nedecis.',
  verdicts: {
    seen: () => 'Deja citită pe server',
    baseline: () => 'Era acolo dinainte de prima verificare',
    'rule-toast': (type) => `Regulă: ${type} → alertă`,
    'rule-recovery': (type) => `Regulă: ${type} → alertă la sfârșitul unei întreruperi`,
    'rule-badge': (type) => `Regulă: ${type} → doar numărată`,
    'rule-none': (type) => `Regulă: ${type} → nimic`,
    'no-outage': () => 'Sfârșitul unei întreruperi care nu a avut alertă',
    held: () => 'Alertele erau în pauză, deci a așteptat',
    storm: (_, count) =>
      count === ''
        ? 'Mai multe deodată într-o singură alertă'
        : `Mai multe deodată (${count}) într-o singură alertă`,
    digest: () => 'Anunțată împreună cu altele, într-un rezumat',
    shown: (_, reason) => `Arătată de desktop${words(reason)}`,
    'no-service': () => 'Acest desktop nu arată notificări',
    failed: (_, reason) => `Desktopul a refuzat-o${words(reason)}`,
    clicked: () => 'S-a dat clic pe ea',
  },
  raw: 'Așa cum a trimis-o serverul',
  refreshing: 'Se citește din nou de pe server…',
  notRefreshed: (what) => `Acum nu s-a citit din nou: ${what}.`,
  failed: 'Nu s-a putut citi',
};
