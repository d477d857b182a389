import { describe, expect, test } from 'vitest';
import { HEADERS } from '../../../../src-main/electron/window/golden';
import { answer, fileOf, readAhead } from '../../../../src-main/electron/window/protocol';

const FOLDER = '/opt/Tocsin/resources/app.asar/dist/renderer';
const B = 'app://bundle';

describe('what is in the bundle', () => {
  test.for([
    { url: `${B}/index.html`, file: '/index.html' },
    { url: `${B}/assets/main-x1.js`, file: '/assets/main-x1.js' },
    { url: `${B}/assets/Inter%20var.woff2`, file: '/assets/Inter var.woff2' },
    { url: `${B}/index.html?theme=dark#x`, file: '/index.html' },
    { url: `${B}/assets/../index.html`, file: '/index.html' },
    { url: `${B}/..foo.js`, file: undefined },
  ])('$url', ({ url, file }) => {
    expect(fileOf(url, FOLDER)).toBe(file && FOLDER + file);
  });
});

describe('what would lead out of it is nothing', () => {
  test.for([
    '',
    'nonsense',
    'index.html',
    'file:///etc/passwd',
    'https://bundle/index.html',
    'app://other/index.html',
    'app://bundle.evil/index.html',
    'app://bundle:80/index.html',
    'app://user@bundle/index.html',
    'app://user:pw@bundle/index.html',
    'app:index.html',
    'app:/index.html',
    'app:///index.html',
    `${B}`,
    `${B}/`,
    `${B}/.`,
    `${B}/..`,
    `${B}/%2e%2e/%2e%2e/main/main.js%00.html`,
    `${B}/..%2f..%2fmain/main.js`,
    `${B}/..%2F..%2F..%2Fetc%2Fpasswd`,
    `${B}/%2e%2e%2f%2e%2e%2fmain%2fmain.js`,
    `${B}/assets/..%2f..%2fmain.js`,
    `${B}/..%5c..%5cmain.js`,
    `${B}/assets\\..\\..\\main.js%5c`,
    `${B}/C:/Windows/win.js`,
    `${B}/C%3A/Windows/win.js`,
    `${B}/C%3a%5cWindows%5cwin.js`,
    `${B}/%00.html`,
    `${B}/index.html%00.js`,
    `${B}/index.html%0a.js`,
    `${B}/index.html%0d%0aX-Injected:%201.js`,
    `${B}/%252e%252e%252fmain.js`,
    `${B}/%25%32%65%25%32%65/main.js`,
    `${B}/%c0%ae%c0%ae/main.js`,
    `${B}/%ff.js`,
    `${B}/%.js`,
    `${B}/%zz.js`,
    `${B}/index.html::$DATA.js`,
    `${B}/.env`,
    `${B}/package`,
    `${B}/index.html/`,
    `${B}/index.php`,
    `${B}/secrets.sqlite`,
    `${B}/app.asar`,
    `${B}/native.node`,
    `${B}/__proto__`,
    `${B}/x.constructor`,
    `${B}/x.toString`,
  ])('%s', (url) => {
    expect(fileOf(url, FOLDER)).toBeUndefined();
  });

  test.for(['/..%2f..%2f', '//etc//', '/a/..%2f..%2f..%2fx/', '/%2e%2e%2f'])(
    '%s with a served type',
    (start) => {
      const file = fileOf(`${B}${start}x.js`, FOLDER);
      expect(file === undefined || file.startsWith(`${FOLDER}/`)).toBe(true);
    },
  );
});

describe('answers', () => {
  const asked: string[] = [];
  const read = (file: string): Promise<Buffer> => {
    asked.push(file);
    return file.endsWith('/index.html')
      ? Promise.resolve(Buffer.from('<p>hello'))
      : Promise.reject(new Error('ENOENT'));
  };

  test('a file with its type and every header', async () => {
    const response = await answer({ method: 'GET', url: `${B}/index.html` }, FOLDER, read);
    expect(response).toEqual({
      statusCode: 200,
      mimeType: 'text/html',
      headers: { ...HEADERS, 'Content-Type': 'text/html; charset=utf-8' },
      data: Buffer.from('<p>hello'),
    });
  });

  test.for(['POST', 'HEAD', 'PUT', 'OPTIONS', 'DELETE'])(
    '%s is refused and reads nothing',
    async (method) => {
      asked.length = 0;
      const response = await answer({ method, url: `${B}/index.html` }, FOLDER, read);
      expect([response.statusCode, asked]).toEqual([405, []]);
    },
  );

  test.for(['/missing.js', '/..%2fmain.js', '/folder'])(
    '%s is not found, under the same policy',
    async (name) => {
      const response = await answer({ method: 'GET', url: B + name }, FOLDER, read);
      expect(response).toEqual({ statusCode: 404, headers: HEADERS, data: Buffer.alloc(0) });
    },
  );
});

describe('what a page names is read with it', () => {
  const PAGE = '<link href="/assets/i.woff2"><script src="/assets/a.js"></script><a href="/../main/main.js">';
  const setUp = () => {
    const read: string[] = [];
    const ahead = readAhead(FOLDER, (file) => {
      read.push(file.slice(FOLDER.length));
      if (file.endsWith('i.woff2')) return Promise.reject(new Error('ENOENT'));
      return Promise.resolve(Buffer.from(file.endsWith('.html') ? PAGE : file));
    });
    return { read, ask: (name: string) => ahead(FOLDER + name) };
  };

  test('before it is asked for, and once for each time', async () => {
    const { read, ask } = setUp();
    await ask('/index.html');
    expect(read).toEqual(['/index.html', '/assets/i.woff2', '/assets/a.js']);
    expect(String(await ask('/assets/a.js'))).toBe(`${FOLDER}/assets/a.js`);
    expect(read).toHaveLength(3);
    await ask('/assets/a.js');
    expect(read).toHaveLength(4);
  });

  test('what cannot be read is told to who asks for it', async () => {
    const { ask } = setUp();
    await ask('/index.html');
    await expect(ask('/assets/i.woff2')).rejects.toThrow('ENOENT');
  });
});
