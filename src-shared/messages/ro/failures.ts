import { certificateProblem } from '../../certificate';
import { certificates } from './certificates';
import { namesField, type Failure } from '../../app-error';
import type { Messages } from '../en/en';

const status = (failure: Failure): string => (failure.status === undefined ? '' : ` (${failure.status})`);

/** The server's own words after ours, where it gave any. */
const said = (failure: Failure): string => (failure.detail ? `: „${failure.detail}”` : '');

export const failures: Messages['failures'] = {
  'no-network': () => ({
    what: 'acest calculator nu are rețea',
    next: 'Verifică cablul, Wi-Fi-ul sau VPN-ul.',
  }),
  name: () => ({
    what: 'numele serverului nu a fost găsit',
    next: 'Verifică adresa, DNS-ul sau VPN-ul.',
  }),
  refused: () => ({
    what: 'la adresa serverului nu răspunde nimic',
    next: 'Serverul este pornit și portul este cel bun?',
  }),
  timeout: () => ({
    what: 'serverul nu a răspuns la timp',
    next: 'Tocsin îl întreabă din nou singur. Dacă rămâne așa, verifică serverul sau drumul până la el.',
  }),
  tls: (f) => {
    const { what, next } = certificates[certificateProblem(f.detail)];
    return { what: `${what}${said(f)}`, next };
  },
  proxy: (f) => ({
    what: `proxy-ul nu lasă conexiunea să treacă${said(f)}`,
    next: 'Verifică setările de proxy ale acestui calculator.',
  }),
  connection: (f) => ({
    what: `conexiunea s-a întrerupt${said(f)}`,
    next: 'Tocsin încearcă din nou singur.',
  }),
  'token-refused': (f) => ({
    what: `serverul a refuzat tokenul${status(f)}${said(f)}`,
    next: 'Lipește un token nou.',
  }),
  'token-expired': (f) => ({
    what: `tokenul a expirat${status(f)}`,
    next: 'Lipește un token nou.',
  }),
  forbidden: (f) => ({
    what: `token refuzat sau fără drept de a citi notificări${status(f)}${said(f)}`,
    next: 'Lipește un token nou sau cere acest drept.',
  }),
  'not-found': (f) => ({
    what: `la această adresă nu sunt notificări${status(f)}`,
    next: 'Verifică calea: adresa este partea dinainte de /api/.',
  }),
  throttled: (f) => ({
    what: `serverul cere mai puține cereri${status(f)}`,
    next: 'Tocsin îl întreabă din nou când are voie.',
  }),
  'server-error': (f) => ({
    what: `serverul are probleme${status(f)}${said(f)}`,
    next: 'Tocsin îl întreabă din nou singur, tot mai rar.',
  }),
  'bad-request': (f) => ({
    what: `serverul nu a acceptat cererea${status(f)}${said(f)}`,
    next: 'Verifică dacă adresa este a platformei cu notificări.',
  }),
  'unexpected-status': (f) => ({
    what: `serverul a dat un răspuns la care nu se aștepta nimeni${status(f)}${said(f)}`,
    next: 'Verifică adresa.',
  }),
  redirect: () => ({
    what: 'serverul trimite la altă adresă',
    next: 'Folosește adresa la care ajungi în browser. Tocsin nu urmează niciodată redirecționări, ca tokenul să nu ajungă în altă parte.',
  }),
  'not-json': (f) => ({
    what: `în loc de date a venit o pagină web${status(f)}`,
    next: 'Pagina de autentificare a rețelei sau o cale greșită? Deschide adresa în browser.',
  }),
  'broken-json': (f) => ({
    what: `răspunsul serverului este întrerupt sau deteriorat${status(f)}`,
    next: 'Tocsin îl întreabă din nou singur. Dacă rămâne așa, verifică serverul sau proxy-ul din fața lui.',
  }),
  'not-our-api': (f) => ({
    what: `răspunsul nu este o listă de notificări${said(f)}`,
    next: 'Verifică adresa și calea ei.',
  }),
  'too-large': () => ({
    what: 'răspunsul serverului este prea mare',
    next: 'Tocsin cere singur pagini mai mici.',
  }),
  'order-ignored': () => ({
    what: 'serverul nu a ținut cont de ordinea cerută',
    next: 'Spune-i administratorului serverului: „ordering=-timestamp” nu are efect.',
  }),
  unreadable: (f) => ({
    what: `niciuna dintre cele mai noi notificări nu poate fi citită${f.detail ? `: câmpul „${f.detail}” stă în cale` : ''}`,
    next: 'Se găsesc la „imposibil de citit”, așa cum au venit. Spune-i administratorului serverului sau caută o versiune mai nouă de Tocsin.',
  }),
  'no-token': () => ({ what: 'nu există un token pentru acest server', next: 'Lipește tokenul.' }),
  'token-locked': () => ({
    what: 'inelul de chei al desktopului nu deschide tokenul păstrat',
    next: 'Deblochează inelul de chei și încearcă din nou, sau lipește tokenul din nou.',
  }),
  'bad-token': () => ({
    what: 'tokenul are caractere care nu pot fi trimise',
    next: 'Copiază-l din nou de unde a fost creat și lipește-l.',
  }),
  'bad-address': (f) => ({
    what: `aceasta nu este adresa unui server${said(f)}`,
    next: 'Arată ca https://nettest.example.org, uneori cu o cale.',
  }),
  'http-refused': () => ({
    what: 'http trimite tokenul neprotejat',
    next: 'Folosește https sau permite http pentru această gazdă.',
  }),
  'bad-input': (f) => ({ what: `nu s-a înțeles ce s-a scris${said(f)}`, next: 'Verifică ce ai introdus.' }),
  'no-permission': (f) => ({
    what: `acest token nu poate schimba setările${status(f)}${said(f)}`,
    next: 'Cere un token cu drept de scriere a setărilor.',
  }),
  validation: (f) => ({
    what: `serverul nu a acceptat o valoare${said(f)}`,
    next: namesField(f) ? 'Vezi câmpul marcat.' : 'Schimb-o și salvează din nou.',
  }),
  clash: (f) => ({
    what: `aceste setări au fost schimbate în altă parte chiar în acest moment${status(f)}${said(f)}`,
    next: 'Salvează din nou: întâi sunt recitite, iar aici nu se pierde nimic.',
  }),
  maintenance: (f) => ({
    what: `serviciul este oprit pentru mentenanță${status(f)}`,
    next: 'Aici nu se pierde nimic. Încearcă mai târziu.',
  }),
  paused: () => ({
    what: 'ai pus acest cont pe pauză',
    next: 'Reia-l pe pagina lui, apoi încearcă din nou.',
  }),
  archived: () => ({
    what: 'acest cont este o arhivă: serverul lui nu mai este întrebat',
    next: 'Conectează-l din nou pe pagina lui, apoi încearcă iar.',
  }),
  grew: () => ({ what: 'între timp au sosit altele', next: 'Uită-te la noul număr și decide din nou.' }),
  gone: () => ({ what: 'nu mai există', next: 'Poate a fost șters pe server.' }),
  'snoozed-too-many': () => ({
    what: 'sunt amânate prea multe',
    next: 'Pot fi cel mult 200. Adu înapoi o parte sau redu la tăcere ce au în comun.',
  }),
  locked: () => ({
    what: 'administratorul a stabilit asta pentru toți pe acest calculator',
    next: 'Cere administratorului să schimbe.',
  }),
  file: (f) => ({
    what: `fișierul nu poate fi folosit${said(f)}`,
    next: 'Alege alt fișier sau alt folder.',
  }),
  storage: (f) => ({
    what: `istoricul local nu poate fi folosit${said(f)}`,
    next: 'Verifică spațiul liber și drepturile folderului Tocsin. Tocsin continuă singur.',
  }),
  'disk-full': () => ({
    what: 'discul este plin: ce sosește nu poate fi păstrat',
    next: 'Fă loc. Tocsin continuă singur, iar pe server nu se pierde nimic.',
  }),
  'read-only': () => ({
    what: 'istoricul local nu poate fi scris',
    next: 'Verifică drepturile folderului Tocsin și dacă discul lui nu este doar pentru citire. Tocsin continuă singur.',
  }),
  'newer-history': () => ({
    what: 'istoricul local a fost făcut de un Tocsin mai nou',
    next: 'Pornește versiunea mai nouă. Fișierul rămâne cum este.',
  }),
  'history-stuck': () => ({
    what: 'discul cu istoricul local nu răspunde',
    next: 'Verifică discul sau folderul de rețea pe care se află. Până răspunde, Tocsin nu vede nimic; apoi continuă singur.',
  }),
  'accounts-damaged': (f) => ({
    what: 'fișierul conturilor nu a putut fi citit în întregime: ce lipsește aici nu este urmărit',
    next: `Este păstrat ca ${f.detail ?? ''}. Conectează din nou ce lipsește.`,
  }),
  rebuilt: (f) => ({
    what: 'istoricul local era deteriorat și este citit din nou de pe server',
    // A detail stands there where marks may be lost.
    next: f.detail
      ? 'Marcajele aflate încă pe drum s-ar putea să se fi pierdut: uită-te prin cele nevăzute. Fișierul deteriorat este păstrat alături de cel nou.'
      : 'Pe server nu s-a pierdut nimic. Fișierul deteriorat este păstrat alături.',
  }),
  stopped: () => ({ what: 'a fost oprit', next: 'Pornește din nou.' }),
  bug: (f) => ({
    what: `ceva a mers prost chiar în Tocsin${said(f)}`,
    next: 'Raportează problema; jurnalul spune mai multe.',
  }),
};
