/** Draws the values of a line with the program's answers, and marks wrong answers. */
import {
	circle,
	fill,
	noFill,
	noStroke,
	stroke,
	strokeWeight,
	text,
	textAlign,
	textSize,
	textStyle
} from 'braise/draw';
import { drawRoundedBox, drawHairlines } from '../paper.ts';
import { currentPalette } from '../stage.ts';
import type { LineScale } from './line-sheet.ts';
import { findWrongRanges, type LinePoint, type LineStory } from './line-story.ts';
import { drawVerdictMark, WRONG_INK_COLOUR, drawBandZoneMark } from './verdict-marks.ts';

interface LinePointsPlan {
	story: LineStory;
	scale: LineScale;
	/** Number of values that are drawn by now. */
	shownCount: number;
	/** Index of the highlighted value. */
	current: number | undefined;
	/** The text beside the value that the dial sets. */
	movedText: string;
}

/** Draws the values that are shown by now. */
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

/** Hatches the stretches where the program is wrong, with a cross above each. */
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
