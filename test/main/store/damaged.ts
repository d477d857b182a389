import { DatabaseSync } from '@photostructure/sqlite';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import type { StorageNotice } from '../../../src-main/core/store-port';
import { createOperations, HISTORY_FILE } from '../../../src-main/store/operations';
import { keyOf, opened, T0, type Item, toldBy } from './opened';

export const ITEMS: Item[] = [4, 3, 2, 1].map((id) => ({ id, second: id }));

/** An index that has another's entries: the file has to be made anew, all in it can be read. */
export const BAD_INDEX = `PRAGMA writable_schema = ON; UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'verdict_of') WHERE name = 'by_time'`;

export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'tocsin-damage-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A closed history of four rows, number 3 marked. @returns its file */
export function written(where: string): string {
  const first = opened(where);
  first.apply([]);
  first.apply(ITEMS);
  toldBy(first);
  first.addMarks([keyOf(3, 3)], 'b', T0);
  first.close();
  return join(where, HISTORY_FILE);
}

/** Changes a closed history by hand. */
export function alter(file: string, sql: string): void {
  const raw = new DatabaseSync(file);
  raw.enableDefensive(false);
  raw.exec(sql);
  raw.close();
}

/** A closed history of four rows, number 3 marked, damaged by hand, and opened again. */
export function damaged(damage: string | ((file: string) => void)) {
  const where = folder();
  const file = written(where);
  if (typeof damage === 'string') alter(file, damage);
  else damage(file);
  const { store, notices, rebuilt } = watched(where);
  const shown = () =>
    store.query({}, 0, 9).rows.map(({ key, seen, subject }) => `${key.id}${seen ? "'" : ''} ${subject}`);
  return { store, where, notices, rebuilt, shown };
}

/** The history of this folder, opened, with what it says by itself. */
export function watched(where: string) {
  const notices: StorageNotice[] = [];
  const store = createOperations(
    () => T0,
    (notice) => void notices.push(notice),
  );
  const { rebuilt } = store.open(where);
  onTestFinished(() => store.close());
  return { store, notices, rebuilt };
}

/** Wherever it lies in the file. */
export function flip(file: string, text: string, by: string): void {
  const bytes = readFileSync(file, 'latin1');
  expect(bytes).toContain(text);
  writeFileSync(file, bytes.replaceAll(text, by), 'latin1');
}
