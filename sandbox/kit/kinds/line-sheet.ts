import {
	fill,
	noStroke,
	text,
	textAlign,
	textSize,
	textStyle,
	textWidth,
	circle,
	noFill,
	stroke,
	strokeWeight
} from 'braise/draw';
import { drawRoundedBox, drawHairlines } from '../paper.ts';
import { currentPalette, type Area } from '../stage.ts';
import { drawFittedText, numberText, timeText } from '../telling/writing.ts';
import { drawPinnedSheet } from './sheets.ts';
import type { LineFields } from './fields.ts';
import { type LineStory, type AnsweredBandZone, findWrongRanges, type LinePoint } from './line-story.ts';
import { drawBandZoneMark, BAND_ZONE_INKS, drawVerdictMark, WRONG_INK_COLOUR } from '../telling/marks.ts';

const MINUTES_PER_HOUR = 60;

interface LineScale {
	plot: Area;
	size: number;
	least: number;
	most: number;
	/** Pixels from one value to the next. */
	spacing: number;
	x(index: number): number;
	y(value: number): number;
}

/** Fits all values of a story on a sheet. The value that the dial sets comes after the last value of the line. */
export function createLineScale(area: Area, { right }: LineFields, { points, movedPoint }: LineStory): LineScale {
	const size = Math.max(14.5, Math.min(17, area.width / 28));
	const values = [...points, ...(movedPoint ? [movedPoint] : [])].map(({ value }) => value);
	const [low, high] = [Math.min(right.from, ...values), Math.max(right.to, ...values)];
	const valueMargin = Math.max(1, high - low) * 0.12;
	const [least, most] = [low - valueMargin, high + valueMargin];
	const plot = {
		x: area.x + size * 3.5,
		y: area.y + size * 2.6,
		width: area.width - size * 4.6,
		height: area.height - size * 6.1
	};
	const slotCount = points.length + (movedPoint === undefined ? 0 : 3);
	const spacing = plot.width / Math.max(1, slotCount);
	return {
		plot,
		size,
		least,
		most,
		spacing,
		x: (index) => plot.x + spacing * (index + 0.5),
		y: (value) => plot.y + plot.height * (1 - (value - least) / (most - least))
	};
}

interface LineSheetPlan {
	area: Area;
	scale: LineScale;
	fields: LineFields;
	heading: string;
	language: string;
}

export function drawLineSheet({ area, scale, fields, heading, language }: LineSheetPlan): void {
	const { plot, size } = scale;
	drawPinnedSheet(area);
	noStroke();
	fill(currentPalette().ink);
	textAlign('left', 'alphabetic');
	textStyle('bold');
	drawFittedText(heading, area.x + size * 0.9, area.y + size * 1.75, size * 1.1, area.width - size * 1.8);
	drawRightValueBand(scale, fields, language);
	drawHourLabels(scale, fields, language);
	drawLegend(fields, area.x + size * 1.1, plot.y + plot.height + size * 2.65, size, area.width - size * 2);
}

function drawRightValueBand({ plot, size, y }: LineScale, { right, unit }: LineFields, language: string): void {
	const [high, low] = [y(right.to), y(right.from)];
	const plotRight = plot.x + plot.width;
	drawRoundedBox('#fdf9ee', plot.x, plot.y, plot.width, plot.height);
	drawRoundedBox(currentPalette().greenWash, plot.x, high, plot.width, low - high);
	drawHairlines(BAND_ZONE_INKS.right, 1.4, [plot.x, high, plotRight, high, plot.x, low, plotRight, low]);
	drawHairlines('rgba(70, 50, 30, 0.5)', 1.4, [
		...[plot.x, plot.y, plot.x, plot.y + plot.height],
		...[plot.x, plot.y + plot.height, plotRight, plot.y + plot.height]
	]);
	noStroke();
	fill(BAND_ZONE_INKS.right);
	textStyle('bold');
	textAlign('right', 'center');
	const writeBandEnd = (value: number, at: number) =>
		drawFittedText(`${numberText(value, language)} ${unit}`, plot.x - 6, at, size * 0.86, size * 3.2);
	// A band that is lower than a line of text gets only the label of its upper end.
	if (low - high > size) writeBandEnd(right.from, low);
	writeBandEnd(right.to, high);
}

function drawHourLabels(
	{ plot, size, spacing, x }: LineScale,
	{ list, starts, every }: LineFields,
	language: string
): void {
	textStyle('normal');
	textSize(size * 0.82);
	textAlign('center', 'alphabetic');
	const hourWidth = textWidth(timeText(23 * MINUTES_PER_HOUR, language)) + size * 0.9;
	const hourStep =
		[1, 2, 3, 4, 6, 12, 24].find((hours) => (hours * MINUTES_PER_HOUR * spacing) / every > hourWidth) ?? 24;
	const lastMinute = starts + (list.length - 1) * every;
	const plotBottom = plot.y + plot.height;
	for (
		let minute = Math.ceil(starts / (hourStep * MINUTES_PER_HOUR)) * hourStep * MINUTES_PER_HOUR;
		minute <= lastMinute;
		minute += hourStep * MINUTES_PER_HOUR
	) {
		const at = x((minute - starts) / every);
		drawHairlines('rgba(70, 50, 30, 0.16)', 1, [at, plot.y, at, plotBottom + 4]);
		noStroke();
		fill('#5d4c38');
		text(timeText(minute, language), at, plotBottom + size * 1.15);
	}
}

function drawLegend({ point }: LineFields, x: number, y: number, size: number, room: number): void {
	const answerByZone: [AnsweredBandZone, string][] = [
		['below', point.below],
		['right', point.right],
		['above', point.above]
	];
	textStyle('normal');
	textAlign('left', 'center');
	textSize(size * 0.82);
	const gap = size * 1.7;
	const legendWidth = answerByZone.reduce((sum, [, name]) => sum + textWidth(`'${name}'`) + gap * 1.4, 0);
	const shrinkFactor = Math.min(1, room / legendWidth);
	let at = x;
	for (const [zone, name] of answerByZone) {
		drawBandZoneMark(zone, at, y, size * 0.3);
		noStroke();
		fill('#3d3126');
		textSize(size * 0.82 * shrinkFactor);
		text(`'${name}'`, at + size * 0.7, y);
		at += (textWidth(`'${name}'`) + gap * 1.4) * shrinkFactor;
	}
}

interface LinePointsPlan {
	story: LineStory;
	scale: LineScale;
	shownCount: number;
	current: number | undefined;
	movedText: string;
}

export function drawLinePoints({ story, scale, shownCount, current, movedText }: LinePointsPlan): void {
	const points = story.points.slice(0, shownCount);
	drawWrongRanges(points, scale);
	const lineEnds: number[] = [];
	for (let index = 1; index < points.length; index++)
		lineEnds.push(
			...pointPositionOf(points[index - 1], index - 1, scale),
			...pointPositionOf(points[index], index, scale)
		);
	if (lineEnds.length > 0) drawHairlines('rgba(60, 45, 30, 0.55)', 1.6, lineEnds);
	const radius = Math.max(2.4, Math.min(5, scale.spacing * 0.34));
	for (const [index, point] of points.entries())
		drawBandZoneMark(point.answeredZone, ...pointPositionOf(point, index, scale), radius);
	const lookedPoint = current === undefined ? undefined : points[current];
	if (lookedPoint !== undefined && current !== undefined)
		drawPointRing(...pointPositionOf(lookedPoint, current, scale), radius + 5);
	if (story.movedPoint) drawDialPoint(story.movedPoint, story.points.length, scale, movedText);
}

const pointPositionOf = (point: LinePoint | undefined, index: number, { x, y }: LineScale): [number, number] => [
	x(index),
	y(point?.value ?? 0)
];

function drawPointRing(x: number, y: number, radius: number): void {
	noFill();
	stroke(currentPalette().ember);
	strokeWeight(2.6);
	circle(x, y, radius * 2);
}

function drawWrongRanges(points: readonly LinePoint[], { plot, spacing, x }: LineScale): void {
	const plotBottom = plot.y + plot.height;
	for (const { from, to } of findWrongRanges(points)) {
		const [left, right] = [x(from) - spacing / 2, x(to) + spacing / 2];
		drawRoundedBox('rgba(176, 42, 31, 0.13)', left, plot.y, right - left, plot.height);
		const lines: number[] = [];
		for (let down = plot.y; down < plotBottom + right - left; down += 9) {
			// Each slanting line of the hatching is cut off at the edges of the stretch.
			const begin = Math.min(down, plotBottom);
			const end = Math.max(plot.y, down - (right - left));
			if (begin > end) lines.push(left + (down - begin), begin, left + (down - end), end);
		}
		drawHairlines('rgba(176, 42, 31, 0.3)', 1, lines);
		drawHairlines(WRONG_INK_COLOUR, 1.6, [left, plot.y, left, plotBottom, right, plot.y, right, plotBottom]);
	}
	for (const { from, to } of findWrongRanges(points)) drawVerdictMark(false, (x(from) + x(to)) / 2, plot.y + 2, 8);
}

function drawDialPoint(point: LinePoint, pointCount: number, scale: LineScale, words: string): void {
	const [x, y] = pointPositionOf(point, pointCount + 1, scale);
	const { plot, size } = scale;
	const isRight = point.verdict === 'right';
	drawHairlines('rgba(60, 45, 30, 0.4)', 1.4, [x, plot.y, x, plot.y + plot.height]);
	drawBandZoneMark(point.answeredZone, x, y, 8);
	drawPointRing(x, y, 14);
	drawVerdictMark(isRight, x + 15, y - 15, 8);
	noStroke();
	fill(isRight ? '#2a2420' : WRONG_INK_COLOUR);
	textStyle('bold');
	textSize(size);
	textAlign('right', 'center');
	text(words, x - 20, Math.min(plot.y + plot.height - size * 0.7, Math.max(plot.y + size * 0.7, y)));
}
