import { vi } from 'vitest';

/** There is no layout in happy-dom: every list is this tall, and scrolling it tells so. */
const LIST_PX = 700;

export function fakeLayout(): void {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(LIST_PX);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(900);
  const tops = new WeakMap<Element, number>();
  vi.spyOn(Element.prototype, 'scrollTop', 'get').mockImplementation(function (this: Element) {
    return tops.get(this) ?? 0;
  });
  vi.spyOn(Element.prototype, 'scrollTop', 'set').mockImplementation(function (this: Element, top: number) {
    const next = Math.max(0, top);
    if (next === (tops.get(this) ?? 0)) return;
    tops.set(this, next);
    // As a browser does: after the script that scrolled.
    queueMicrotask(() => this.dispatchEvent(new Event('scroll')));
  });
}
