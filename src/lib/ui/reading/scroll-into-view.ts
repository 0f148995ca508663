/** Scrolls a text that is read into view, within the element that scrolls. */
import type { TextLine } from './text-lines.ts';

/** Scrolls so that the line, and a little around it, is visible. Returns by how many pixels the content moved up. */
export function scrollIntoView({ top, bottom }: TextLine, within: Element): number {
	const scroller = scrollerOf(within);
	const isPage = scroller === document.scrollingElement;
	const frame = isPage ? { top: 0, bottom: innerHeight } : scroller.getBoundingClientRect();
	const margin = Math.min(80, (frame.bottom - frame.top) / 4);
	const above = Math.min(0, top - frame.top - margin);
	const below = Math.max(0, bottom - frame.bottom + margin);
	const before = scroller.scrollTop;
	scroller.scrollBy({ top: above || below, behavior: 'instant' });
	return scroller.scrollTop - before;
}

function scrollerOf(element: Element): Element {
	for (let each: Element | null = element; each; each = each.parentElement) {
		if (each.scrollHeight > each.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(each).overflowY)) return each;
	}
	return document.scrollingElement ?? document.documentElement;
}
