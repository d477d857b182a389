import type { Messages } from '../en/en';
import { plural } from '../plural';
import { tenantCard } from './tenant-card';
import { tenantFailures } from './tenant-failures';
import { tenantSeveral } from './tenant-several';

const workflow =
  'Creează în Teams un flux de lucru care postează în canal la primirea unei cereri webhook („Post to a channel when a webhook request is received”) și lipește URL-ul lui.';

export const tenant: Messages['pages']['tenant'] = {
  about: (time) => `Pe cine anunță serviciul când se termină o scanare. Citit de pe server la ${time}.`,
  loading: 'Se citesc setările…',
  loadFailed: 'Setările nu au putut fi citite.',
  retry: 'Citește din nou',
  email: 'E-mail',
  teams: 'Microsoft Teams',
  labels: {
    emailOnComplete: 'Când o scanare se încheie',
    emailOnFail: 'Când o scanare eșuează',
    teamsWebhookUrl: 'Webhook de intrare',
    teamsOnComplete: 'Când o scanare se încheie',
    teamsOnFail: 'Când o scanare eșuează',
  },
  longLabels: {
    emailOnComplete: 'E-mail când o scanare se încheie',
    emailOnFail: 'E-mail când o scanare eșuează',
    teamsWebhookUrl: 'Webhook Teams',
    teamsOnComplete: 'Teams când o scanare se încheie',
    teamsOnFail: 'Teams când o scanare eșuează',
  },
  hints: {
    emailOnComplete: 'La fiecare adresă a tenantului.',
    emailOnFail: 'La fiecare adresă a tenantului.',
    teamsOnComplete: 'Postează un card în canal.',
    teamsOnFail: 'Postează un card în canal.',
  },
  was: {
    on: 'Era pornit.',
    off: 'Era oprit.',
    none: 'Nu era setat niciunul.',
    webhook: (shown) => `Era: ${shown}.`,
  },
  nobody: {
    emailOnComplete: 'Nimeni nu va primi e-mail despre scanările încheiate.',
    emailOnFail: 'Nimeni nu va primi e-mail despre eșecuri.',
    teamsOnComplete: 'Niciun card pentru scanările încheiate.',
    teamsOnFail: 'Niciun card pentru eșecuri.',
  },
  needsWebhook: 'Fără webhook nu se poate posta nimic.',
  webhookHint: 'Cine are acest URL poate posta în canal, de aceea este ascuns până îl ceri.',
  webhook: {
    none: 'Niciunul',
    show: 'Arată',
    hide: 'Ascunde',
    shownFor: (seconds) => `Ascuns din nou peste ${seconds} s.`,
    change: 'Schimbă',
    add: 'Adaugă un webhook',
    remove: 'Elimină',
    input: 'URL nou de webhook',
    example: 'https://….environment.api.powerplatform.com/…',
    keep: 'Păstrează-l pe cel vechi',
    masked: (host) => `Webhook la ${host}, ascuns`,
    maskedOther: 'Ce are serverul nu este o adresă web; ascuns',
    removed: 'Va fi eliminat la salvare.',
    putBack: 'Cel dinainte; revine la salvare.',
    leave: 'Las-o cum este',
    notShown: (what) => `Nu a putut fi arătat: ${what}.`,
  },
  advice: {
    retired: `Acest fel de URL (conector Office) nu mai livrează nimic. ${workflow}`,
    stopped: `Fluxurile cu URL de acest fel mai vechi s-au oprit la 30 noiembrie 2025. ${workflow}`,
    unsigned: 'Lipsește sfârșitul acestui URL: fără „sig” serviciul nu poate posta. Copiază tot URL-ul.',
    unrecognised:
      'Teams nu folosește această gazdă. Pentru un releu propriu este în regulă; altfel verifică URL-ul.',
    current: null,
  },
  problems: {
    'not-a-url': 'Acesta nu este un URL. Copiază-l întreg din Teams.',
    scheme: 'URL-ul trebuie să înceapă cu https://.',
    credentials: 'Un URL de webhook nu are nume sau parolă înainte de „@”.',
    empty: 'Lipește un URL sau elimină webhookul.',
    long: 'Este prea lung pentru un URL de webhook (peste 2 048 de caractere).',
  },
  presets: {
    name: 'Cerute des',
    noEmail: 'Oprește toate e-mailurile',
    teamsBoth: 'Pornește Teams pentru ambele',
  },
  diff: {
    title: 'Ce se va trimite',
    nothing: 'Încă nimic. Schimbă o setare și apare aici înainte de trimitere.',
    none: 'niciunul',
    on: 'true',
    off: 'false',
    to: 'devine',
    rest: (n) =>
      plural('ro', n, {
        one: 'Celălalt câmp rămâne neschimbat.',
        few: `Celelalte ${n} câmpuri rămân neschimbate.`,
        other: `Celelalte ${n} de câmpuri rămân neschimbate.`,
      }),
  },
  save: (n) =>
    plural('ro', n, {
      one: 'Salvează 1 schimbare',
      few: `Salvează ${n} schimbări`,
      other: `Salvează ${n} de schimbări`,
    }),
  saved: (time) => `Salvat la ${time}.`,
  saving: 'Se salvează…',
  discard: 'Renunță la schimbări',
  notSaved: 'Nesalvat.',
  readOnly: 'Acest token poate citi setările, dar nu le poate schimba.',
  paste: 'Lipește un token nou',
  tryAgain: 'Încearcă din nou',
  bringBack: 'Anulează renunțarea',
  failures: tenantFailures,
  card: tenantCard,
  several: tenantSeveral,
  cut: 'Serverul a păstrat un URL de webhook mai scurt decât cel trimis. Prin el nu va ajunge nimic: pune-l la loc pe cel vechi sau întreabă la serviciu.',
  changedUrl:
    'Serverul a păstrat alt URL de webhook decât cel trimis. Uită-te la el înainte să te bazezi pe el.',
  notKept: (field) => `Serverul a răspuns, dar nu a păstrat așa cum s-a trimis: ${field}.`,
  restore: 'Pune la loc webhookul vechi',
  unknownOutcome:
    'Încă nu se știe dacă s-a salvat: nu a venit niciun răspuns care să poată fi citit, iar setările nu au putut fi citite din nou.',
  savedAfterAll: 'La început nu a venit niciun răspuns clar. Setările citite din nou spun: salvat.',
  notApplied: 'Nesalvat până acum: nu a venit niciun răspuns clar, așa că setările au fost citite din nou.',
  stillOpen: (fields) => `Rămâne ca înainte: ${fields}.`,
  past: {
    title: 'Schimbări făcute de aici',
    revert: 'Revino',
    revertOf: (when) => `Revino la ce era înainte de schimbarea din ${when}`,
    none: 'niciunul',
    on: 'pornit',
    off: 'oprit',
    lost: 'Webhookul dinainte nu este păstrat aici: acest desktop nu are un inel de chei sau a fost ținut doar cât a rulat programul.',
  },
  conflict: {
    title: 'Altcineva a schimbat asta între timp',
    note: 'Nu s-a trimis nimic. Alege la fiecare ce rămâne.',
    mine: 'A mea',
    theirs: 'De pe server',
    act: 'Salvează alegerea mea',
    back: 'Înapoi la schimbările mele',
  },
  unknown: 'Alte setări',
  unknownNote:
    'Serviciul are setări pe care această versiune nu le cunoaște. Sunt arătate și nu se trimit niciodată.',
  unknownHidden: 'Ce pare secret este ascuns.',
  unknownShow: 'Arată ce este ascuns',
  unknownHide: 'Ascunde din nou',
  unknownFor: (seconds) => `Ascunse din nou peste ${seconds} s.`,
  unknownNotShown: (what) => `Nu au putut fi arătate: ${what}.`,
  account: 'Cont',
};
