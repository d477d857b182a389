// Mistakes in what is asked and in what a page is taken for: see `mutants.mjs`.

const head = 'src-main/core/sync/head.ts';
const history = 'src-main/core/sync/history.ts';
const walk = 'src-main/core/sync/walk.ts';
const pages = 'src-main/store/pages/pages.ts';
const truth = 'src-main/store/pages/page-truth.ts';

/** @type {readonly import('./mutants.mjs').Mutant[]} */
export const WALK_MUTANTS = [
  {
    name: 'paging over ?seen=false',
    patches: [
      {
        file: 'src-main/core/sync/ask-pages.ts',
        find: "NEWEST = { ordering: '-timestamp' }",
        put: "NEWEST = { seen: 'false', ordering: '-timestamp' }",
      },
    ],
  },
  {
    name: 'taking only the first page',
    patches: [
      { file: head, find: '!baselineSet || (lastTs !== null &&', put: 'true || (lastTs !== null &&' },
    ],
  },
  {
    name: 'stopping at the first known id',
    patches: [
      {
        file: head,
        find: 'done: ({ lastTs }) => !baselineSet ||',
        put: 'done: ({ lastTs, meetsKnown }) => !baselineSet || meetsKnown ||',
      },
      {
        file: pages,
        find: 'facts: claimed.shrunk ? { ...facts, unsure: true } : facts,',
        put: 'facts: { ...facts, unsure: facts.unsure || claimed.shrunk, meetsKnown },',
      },
      {
        file: pages,
        find: 'const late = createLate(',
        put: 'const meetsKnown = page.rows.some((row) => meeting.known.find(row)); const late = createLate(',
      },
    ],
  },
  {
    name: 'no stitch check',
    patches: [{ file: pages, find: 'const ok = above === null ||', put: 'const ok = true ||' }],
  },
  { name: 'no step back', patches: [{ file: walk, find: 'if (!facts.ok) {', put: 'if (false) {' }] },
  {
    name: 'no larger limit',
    scenario: 'ties',
    patches: [
      { file: walk, find: 'limit < most && facts.effectiveLimit', put: 'false && facts.effectiveLimit' },
    ],
  },
  {
    name: 'LAG = 0',
    patches: [{ file: 'src-main/core/sync/lag.ts', find: 'FIRST_LAG = 20_000_000', put: 'FIRST_LAG = 0' }],
  },
  {
    name: 'ignoring equal timestamps',
    scenario: 'ties',
    patches: [
      { file: walk, find: 'length - facts.tieAtEnd - OVERLAP', put: 'length - OVERLAP' },
      { file: pages, find: 'page.firstTs > above', put: 'page.firstTs >= above' },
    ],
  },
  {
    name: 'milliseconds for microseconds',
    patches: [
      {
        file: 'src-shared/timestamp.ts',
        find: "fraction.slice(0, 6).padEnd(6, '0')",
        put: "fraction.slice(0, 3).padEnd(6, '0')",
      },
      {
        file: 'src-shared/timestamp.ts',
        find: '+ digits(text, 20, 26)',
        put: '+ digits(text, 20, 23) * 1000',
      },
    ],
  },
  {
    name: 'trusting next: null on a full page',
    patches: [{ file: pages, find: '(length < effectiveLimit && (', put: '((' }],
  },
  {
    name: 'a short page as the end under a clamp',
    patches: [
      {
        file: pages,
        find: '!page.hasNext && (isSame || (length < effectiveLimit && (!saysMore || isBottom)))',
        put: 'length < limit',
      },
    ],
  },
  {
    name: 'no next as the end where count says more',
    patches: [{ file: pages, find: ' && (!saysMore || isBottom)', put: '' }],
  },
  {
    name: 'a count too high as no end at all',
    whole: true,
    patches: [{ file: pages, find: 'const isBottom = length < longest', put: 'const isBottom = false' }],
  },
  {
    name: 'an empty page as the end',
    scenario: 'deleted pages',
    patches: [
      { file: pages, find: '(length === 0 && offset === 0)', put: 'length === 0' },
      { file: walk, find: 'if (!facts.ok) {', put: 'if (!facts.ok && !facts.end) {' },
    ],
  },
  {
    name: 'no truth at either end',
    whole: true,
    patches: [
      { file: truth, find: 'offset === 0 ? Number.MAX_SAFE_INTEGER : facts.firstTs', put: 'facts.firstTs' },
      { file: truth, find: '? Number.MIN_SAFE_INTEGER : facts.lastTs', put: '? facts.lastTs : facts.lastTs' },
    ],
  },
  {
    name: 'no known_seq',
    patches: [{ file: truth, find: 'AND known_seq <= ?', put: 'AND (known_seq <= ? OR 1)' }],
  },
  {
    name: 'no order check',
    patches: [{ file: pages, find: "if (page.rising && walk !== 'asked')", put: 'if (false)' }],
  },
  {
    name: 'a place kept without a baseline',
    scenario: 'first look',
    patches: [
      { file: 'src-main/core/sync/place.ts', find: 'if (!state?.baselineSet) {', put: 'if (!state) {' },
    ],
  },
  {
    name: 'resuming history by offset',
    scenario: 'history',
    patches: [{ file: history, find: 'above: cursor,', put: 'above: null,' }],
  },
];
