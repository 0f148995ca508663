import {
	circle,
	fill,
	noFill,
	noStroke,
	rect,
	stroke,
	strokeWeight,
	text,
	textAlign,
	textSize,
	textStyle
} from 'braise/draw';
import { drawRoundedBox, drawPaperSheet } from '../paper.ts';
import { currentPalette, type Area } from '../stage.ts';
import { drawFittedText } from './writing.ts';

interface CalendarPlan {
	title: string;
	/** Seven letters or short names, beginning with the week's first day. */
	weekdays: readonly string[];
	/** Number of days on the page; `begins` is the index of the first day's weekday. */
	days: number;
	begins?: number;
	/** The highlighted day, counted from 1. */
	current?: number;
	/** Marks by day, counted from 1. */
	marks?: Readonly<Record<number, 'right' | 'wrong' | 'busy'>>;
}

export function calendar({ x, y, width, height }: Area, plan: CalendarPlan): void {
	const { title, weekdays, days, begins = 0, current, marks = {} } = plan;
	const { paper, shade, red, ink, quiet, ember } = currentPalette();
	const headHeight = Math.min(34, height * 0.16);
	drawPaperSheet(paper, shade, [x, y, x + width, y, x + width, y + height, x, y + height], 6, 0.8);
	drawRoundedBox(red, x, y, width, headHeight);
	noStroke();
	fill('#fffaf0');
	textStyle('bold');
	textAlign('center', 'center');
	drawFittedText(title, x + width / 2, y + headHeight / 2 + 1, headHeight * 0.56, width - 20);
	const rowCount = Math.ceil((begins + days) / 7);
	const [wide, high] = [(width - 12) / 7, (height - headHeight - 8) / (rowCount + 0.8)];
	const size = Math.min(16, high * 0.5, wide * 0.5);
	fill(quiet);
	weekdays
		.slice(0, 7)
		.forEach((name, index) =>
			drawFittedText(name, x + 6 + wide * (index + 0.5), y + headHeight + high * 0.42, size * 0.9, wide - 3)
		);
	for (let day = 1; day <= days; day++) {
		const at = begins + day - 1;
		const dayX = x + 6 + wide * ((at % 7) + 0.5);
		const dayY = y + headHeight + high * (Math.floor(at / 7) + 1.3);
		const mark = marks[day];
		if (mark === 'busy')
			drawRoundedBox('rgba(63, 100, 114, 0.26)', dayX - wide * 0.44, dayY - high * 0.44, wide * 0.88, high * 0.88, 4);
		if (day === current) drawDayRing(dayX, dayY, wide, high, ember);
		fill(mark === 'wrong' ? red : ink);
		textStyle(mark === undefined && day !== current ? 'normal' : 'bold');
		textSize(size);
		text(day, dayX, dayY);
		if (mark === 'right' || mark === 'wrong') drawDayMark(mark, dayX + wide * 0.3, dayY - high * 0.26, size * 0.8);
	}
}

function drawDayRing(x: number, y: number, wide: number, high: number, colour: string): void {
	noFill();
	stroke(colour);
	strokeWeight(2.5);
	rect(x - wide * 0.44, y - high * 0.44, wide * 0.88, high * 0.88, 5);
	noStroke();
}

function drawDayMark(mark: 'right' | 'wrong', x: number, y: number, size: number): void {
	const { green, red } = currentPalette();
	fill(mark === 'right' ? green : red);
	circle(x, y, size);
	fill('#fffaf0');
	textSize(size * 0.7);
	text(mark === 'right' ? '✓' : '✗', x, y);
}
