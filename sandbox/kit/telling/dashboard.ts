/** Draws a strip of paper above the picture: a clock, and a few figures with marks for right and wrong. */
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
import { drawFittedText } from './fitted.ts';
import { mark } from './mark.ts';
import { timeText } from './numbers.ts';

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

/** Draws a strip along the upper edge. */
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

/** Returns the width that an item needs, in pixels. */
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
