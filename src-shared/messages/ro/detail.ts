import { refusalIn } from '../../refusal';
import type { Messages } from '../en/en';
import { plural } from '../plural';
import { refusals } from './desktop';

const words = (reason: string): string => (reason === '' ? '' : `: ${reason}`);
const refused = (reason: string): string => words(refusalIn(refusals, reason));

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
    single: 'la deschiderea unui link către ea',
    asked: 'la întrebarea ta către server',
    'mark-all': 'la trimiterea marcajelor, deja citită',
  },
  named: (name, id) => `${name} (${id})`,
  marks: {
    yes: 'da',
    no: 'nu',
    waiting: 'da, pe drum spre server',
    refused: 'doar aici: serverul nu a acceptat',
  },
  gone: 'Serverul nu o mai are. Aici este ce s-a citit ultima dată.',
  all: 'Arată toate',
  allOf: (subject) => `Arată toate: ${subject}`,
  more: 'Trimise împreună cu ea',
  empty: 'gol',
  whyAlerted: 'De ce am primit alertă?',
  whyNot: 'De ce nu am primit alertă?',
  noVerdicts: 'Încă nedecis.',
  verdicts: {
    seen: () => 'Era deja citită pe server, deci fără alertă',
    baseline: () => 'Era acolo dinainte de prima verificare, deci fără alertă',
    'rule-toast': (type) => `Regula pentru „${type}”: alertă`,
    'rule-recovery': (type) => `Regula pentru „${type}”: alertă dacă încheie o întrerupere anunțată`,
    'rule-badge': (type) => `Regula pentru „${type}”: doar numărată`,
    'rule-none': (type) => `Regula pentru „${type}”: fără alertă`,
    'no-outage': () => 'Vestea bună are alertă doar dacă a avut și cea rea, iar aici nu a fost',
    held: () => 'Alertele erau în pauză: a așteptat rezumatul de la sfârșit',
    storm: (_, count) =>
      count === ''
        ? 'Multe deodată: o singură alertă pentru toate'
        : `Multe deodată (${count}): o singură alertă pentru toate`,
    digest: (_, count) =>
      count === ''
        ? 'Anunțată împreună cu altele, într-un rezumat'
        : `Anunțată într-un singur rezumat (${count} în total)`,
    shown: (_, reason) => `Arătată de desktop${words(reason)}`,
    'no-service': () => 'Acest desktop nu arată notificări',
    'do-not-disturb': () => 'Predată desktopului, care e pe „nu deranja”: poate fi doar în lista lui',
    'no-answer': () => 'Serviciul de notificări al desktopului nu a răspuns în 10 s',
    failed: (_, reason) => `Desktopul nu a arătat-o${refused(reason)}`,
    muted: (_, until) => `Redusă la tăcere de tine până la ${until}`,
    'text-rule': (_, pattern) => `Se potrivește cu regula ta de text „${pattern}”`,
    'rule-quiet': (type) => `Regula pentru „${type}”: alertă fără sunet`,
    flapping: () => 'Se schimba prea des: o singură alertă a spus-o',
    'flapping-quiet': () => 'Schimbările erau deja anunțate, deci fără alertă proprie',
    rest: () => 'S-a stabilizat: o alertă a spus în ce stare',
    'hold-down': (_, seconds) => `A așteptat ${seconds} s, poate revenea singură`,
    'came-back': () => 'A revenit în acest timp, deci fără alertă',
    superseded: () => 'Între timp a căzut din nou: așteaptă cea mai nouă',
    overtaken: () => 'A sosit târziu: urmarea era deja cunoscută, deci fără alertă',
    'still-down': () => 'Este aceeași întrerupere, iar alerta ei a fost dată',
    paired: () => 'Anunțată în alerta despre sfârșitul ei',
    joined: () => 'Anunțată ca rând al unei alerte mai urgente',
    'storm-back': () => 'Anunțată în alerta despre multe deodată, ca revenire',
    'quiet-hours': () => 'Ore de liniște: a așteptat rezumatul de la sfârșitul lor',
    away: () => 'Tocsin tocmai pornise sau se trezise: a așteptat rezumatul',
    breakthrough: () => 'Critică, deci anunțată totuși',
    snoozed: (_, until) => `Amânată de tine până la ${until}`,
    unsnoozed: () => 'Ai anulat amânarea',
    'snooze-end': () => 'Amânarea s-a încheiat: este timpul alertei',
    'snooze-over': () => 'Întreruperea s-a încheiat înaintea amânării, deci fără alertă',
    escalated: (_, times) => `Nu o citise nimeni: alertă din nou (${times})`,
    closed: () => 'Ai închis alerta',
    'seen-elsewhere': () => 'Citită sau dispărută de pe server înainte de alertă',
    clicked: (_, button) =>
      ({ seen: 'Ai marcat-o ca citită de pe alertă', snooze: 'Ai amânat-o de pe alertă' })[button] ??
      'Ai dat clic pe alertă',
    gone: () => 'Alerta a dispărut de pe ecran: serviciul de notificări al desktopului s-a oprit',
  },
  raw: 'Așa cum a trimis-o serverul',
  refreshing: 'Se citește din nou de pe server…',
  notRefreshed: (what) => `Acum nu s-a citit din nou: ${what}.`,
  failed: 'Nu s-a putut citi',
};
