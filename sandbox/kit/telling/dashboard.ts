import {
	fill,
	line,
	noStroke,
	pop,
	push,
	stroke,
	strokeWeight,
	text,
	textAlign,
	textSize,
	textStyle,
	textWidth,
	translate
} from 'braise/draw';
import { countrysideColoursAt } from '../countryside-colours.ts';
import { drawRoundedBox } from '../paper.ts';
import { heightAboveStage, currentPalette, stage } from '../stage.ts';
import { clock } from '../things/clock.ts';
import { drawFittedText, timeText } from './writing.ts';
import { mark } from './marks.ts';

type DashboardTone = 'right' | 'wrong' | 'cold';

interface DashboardItem {
	title: string;
	value: string;
	tone?: DashboardTone | undefined;
}

interface DashboardPlan {
	/** Minutes since midnight, shown on a clock and as text. */
	minutes?: number | undefined;
	/** True when the time is written in blue. */
	late?: boolean;
}

const TEXT_COLOUR_BY_TONE: Record<DashboardTone, string> = { right: '#1f7041', wrong: '#b02a1f', cold: '#2c5c8a' };
const PLAIN_TEXT_COLOUR = '#2a2420';

export const dashboardHeight = (): number => (stage().narrow ? 54 : 56);

const hasVerdictTone = ({ tone }: DashboardItem): boolean => tone === 'right' || tone === 'wrong';

export function dashboard(items: readonly DashboardItem[], plan: DashboardPlan = {}): void {
	const { width, narrow } = stage();
	const high = dashboardHeight();
	const { paper, hour } = currentPalette();
	push();
	translate(0, -heightAboveStage());
	drawRoundedBox(countrysideColoursAt(hour).shadow, -500, 3, width + 1000, high - 1);
	drawRoundedBox(paper, -500, 0, width + 1000, high - 2);
	const { minutes } = plan;
	const left = minutes === undefined ? 14 : drawClockAndTime(minutes, plan);
	const [titleSize, valueSize] = narrow ? [14, 19] : [14, 20];
	const wantedWidths = items.map((item) => itemWidthOf(item, titleSize, valueSize));
	const widthFactor =
		(width - left - 6) /
		Math.max(
			1,
			wantedWidths.reduce((sum, each) => sum + each, 0)
		);
	let x = left;
	items.forEach((item, index) => {
		const itemWidth = (wantedWidths[index] ?? 0) * widthFactor;
		const valueWidth = itemWidth - 14 - (hasVerdictTone(item) ? 22 : 0);
		stroke('rgba(90, 70, 40, 0.2)');
		strokeWeight(1);
		if (index > 0 || minutes !== undefined) line(x - 5, 11, x - 5, high - 13);
		noStroke();
		textAlign('left', 'alphabetic');
		textStyle('normal');
		fill('#655949');
		drawFittedText(item.title, x + 2, high * 0.38, titleSize, itemWidth - 12);
		textStyle('bold');
		fill(item.tone === undefined ? PLAIN_TEXT_COLOUR : TEXT_COLOUR_BY_TONE[item.tone]);
		drawFittedText(item.value, x + 2, high * 0.8, valueSize, valueWidth);
		if (hasVerdictTone(item))
			mark(item.tone === 'right', x + Math.min(valueWidth, textWidth(item.value)) + 16, high * 0.68, 17);
		x += itemWidth;
	});
	pop();
}

function itemWidthOf(item: DashboardItem, titleSize: number, valueSize: number): number {
	textStyle('normal');
	textSize(titleSize);
	const titleWidth = textWidth(item.title);
	textStyle('bold');
	textSize(valueSize);
	return Math.max(titleWidth, textWidth(item.value) + (hasVerdictTone(item) ? 22 : 0)) + 18;
}

/** Draws the clock and the time. Returns the x at which they end. */
function drawClockAndTime(minutes: number, { late = false }: DashboardPlan): number {
	const { narrow } = stage();
	const high = dashboardHeight();
	const size = high - 16;
	clock(12 + size / 2, high / 2 - 1, size, minutes);
	fill(late ? TEXT_COLOUR_BY_TONE.cold : PLAIN_TEXT_COLOUR);
	textStyle('bold');
	textAlign('left', 'alphabetic');
	textSize(narrow ? 17 : 20);
	text(timeText(minutes), 12 + size + 8, high / 2 + 6);
	return 12 + size + (narrow ? 92 : 104);
}

interface StripCount {
	words: string;
	isLoud?: boolean;
}

const ONE_ROW_STRIP_HEIGHT = 32;
const TWO_ROW_STRIP_HEIGHT = 50;
const STRIP_MARGIN = 10;

/** Returns the strip's height in pixels: two rows on a stage that is too narrow for the label and the counts in one row. */
export const footHeight = (hasCounts: boolean): number =>
	hasCounts && stage().width < 760 ? TWO_ROW_STRIP_HEIGHT : ONE_ROW_STRIP_HEIGHT;

export function footStrip(heading: string, counts: readonly StripCount[] = []): void {
	const { width, height } = stage();
	const { hour, ink, red } = currentPalette();
	const isDark = hour === 'night';
	const stripHeight = footHeight(counts.length > 0);
	const stripTop = height - stripHeight;
	const [plain, loud] = isDark ? ['#f4eee2', '#ff9c8f'] : [ink, red];
	drawRoundedBox(isDark ? '#151a2c' : '#fffaf0', 0, stripTop, width, stripHeight);
	drawRoundedBox(isDark ? '#59506a' : '#a98d6d', 0, stripTop, width, 2);
	noStroke();
	textAlign('left', 'alphabetic');
	const headingAndCounts: StripCount[] = [{ words: heading }, ...counts];
	const fullTextSize = Math.max(16.5, Math.min(18, width / 38));
	const { size, spots } = layOutStripWords(
		headingAndCounts,
		width,
		stripHeight === TWO_ROW_STRIP_HEIGHT ? 2 : 1,
		fullTextSize
	);
	textSize(size);
	headingAndCounts.forEach(({ words, isLoud = false }, index) => {
		const { x, row } = spots[index] ?? { x: 0, row: 0 };
		textStyle(isLoud || index === 0 ? 'bold' : 'normal');
		fill(isLoud ? loud : plain);
		text(words, x, stripTop + fullTextSize * (1.35 + row * 1.25));
	});
}

function layOutStripWords(
	headingAndCounts: readonly StripCount[],
	width: number,
	rowCount: number,
	fullTextSize: number
) {
	textSize(fullTextSize);
	// The words are measured at the full size only, because the width of a text is proportional to its size.
	const fullWidths = headingAndCounts.map(({ words, isLoud = false }, index) => {
		textStyle(isLoud || index === 0 ? 'bold' : 'normal');
		return textWidth(words);
	});
	for (let size = fullTextSize; ; size *= 0.96) {
		let [x, row] = [STRIP_MARGIN, 0];
		const spots = fullWidths.map((fullWidth) => {
			const wordsWidth = (fullWidth * size) / fullTextSize;
			if (x > STRIP_MARGIN && x + wordsWidth > width - STRIP_MARGIN) [x, row] = [STRIP_MARGIN, row + 1];
			const spot = { x, row };
			x += wordsWidth + size * 1.1;
			return spot;
		});
		if (row < rowCount || size < fullTextSize * 0.6) return { size, spots };
	}
}
