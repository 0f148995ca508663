/** Scrolls a line of text, or an element, into view within the element that scrolls. */
import type { TextLine } from './text-lines.ts';

/** Scrolls so that the line, and a little around it, is visible. Returns by how many pixels the content moved up. */
export function scrollLineIntoView({ top, bottom }: TextLine, lineContainer: Element): number {
	const scroller = findScrollContainer(lineContainer);
	const isPage = scroller === document.scrollingElement;
	const visibleBox = isPage ? { top: 0, bottom: innerHeight } : scroller.getBoundingClientRect();
	const margin = Math.min(80, (visibleBox.bottom - visibleBox.top) / 4);
	const pixelsAbove = Math.min(0, top - visibleBox.top - margin);
	const pixelsBelow = Math.max(0, bottom - visibleBox.bottom + margin);
	const previousScrollTop = scroller.scrollTop;
	scroller.scrollBy({ top: pixelsAbove || pixelsBelow, behavior: 'instant' });
	return scroller.scrollTop - previousScrollTop;
}

/** Scrolls so that the element stands at the top. Unlike `scrollIntoView`, moves no region that only hides what overflows. */
export function scrollToStart(element: Element): void {
	const scroller = findScrollContainer(element.parentElement ?? element);
	const top = scroller === document.scrollingElement ? 0 : scroller.getBoundingClientRect().top;
	scroller.scrollBy({ top: element.getBoundingClientRect().top - top, behavior: 'instant' });
}

function findScrollContainer(element: Element): Element {
	for (let each: Element | null = element; each; each = each.parentElement) {
		if (each.scrollHeight > each.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(each).overflowY)) return each;
	}
	return document.scrollingElement ?? document.documentElement;
}
