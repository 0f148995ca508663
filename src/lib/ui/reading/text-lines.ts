interface TextLine {
	top: number;
	bottom: number;
}

export function mergeBoxesIntoLines(boxes: readonly TextLine[]): TextLine[] {
	const lines: TextLine[] = [];
	for (const { top, bottom } of [...boxes].sort((a, b) => a.top - b.top)) {
		const lastLine = lines.at(-1);
		// Code and bold words stand a little higher or lower than the rest of their line.
		if (lastLine && middleOfLine({ top, bottom }) < lastLine.bottom)
			lastLine.bottom = Math.max(lastLine.bottom, bottom);
		else lines.push({ top, bottom });
	}
	return lines;
}

export const middleOfLine = ({ top, bottom }: TextLine): number => (top + bottom) / 2;

/** Returns the next line below a height, or with `goesBack` the next one above it. */
export function findNextTextLine(lines: readonly TextLine[], height: number, goesBack: boolean): TextLine | undefined {
	// Skip the line that the ruler is on: its middle is at this height, give or take a pixel.
	return goesBack
		? lines.findLast((line) => middleOfLine(line) < height - 1)
		: lines.find((line) => middleOfLine(line) > height + 1);
}

/** Returns the lines of an element's visible text, in pixels from the top of the window. */
export function textLinesIn(element: Element): TextLine[] {
	const textWalker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
	const range = document.createRange();
	const boxes: TextLine[] = [];
	for (let node = textWalker.nextNode(); node; node = textWalker.nextNode()) {
		if (!node.textContent?.trim() || !node.parentElement?.checkVisibility({ visibilityProperty: true })) continue;
		range.selectNodeContents(node);
		// A text for screen readers only is clipped to one pixel, so it is not a visible line.
		boxes.push(...[...range.getClientRects()].filter(({ height, width }) => height > 4 && width > 1));
	}
	return mergeBoxesIntoLines(boxes);
}

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
