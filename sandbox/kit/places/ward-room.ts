import {
	circle,
	drawingContext,
	fill,
	linearGradient,
	noStroke,
	rect,
	line,
	pop,
	push,
	scale,
	stroke,
	strokeWeight,
	translate,
	ellipse,
	rotate
} from 'braise/draw';
import { stage, type Place, type Area, currentPalette } from '../stage.ts';
import { drawRoundedBox, drawPaperPiece, paperOffset, drawGlow } from '../paper.ts';
import { type WardColours, wardColoursAt } from '../ward-colours.ts';

export interface WardPlan {
	width: number;
	height: number;
	/** Height of the wall at the back. */
	wall: number;
	/** Width of the strip that each bed stands in, in pixels. */
	column: number;
	/** The middle of each bed's head end, row by row. A bed is 100 wide and 200 long, times its `size`. */
	beds: Place[];
	/** Places to the right of each bed, where a person stands who is with the patient. */
	beside: Place[];
	/** Height of the aisle's middle, as y. */
	aisle: number;
	desk: Place;
}

/** Returns the positions. `foot` is the height in pixels that is kept free below the ward. */
export function wardPlan(foot = 0): WardPlan {
	const { width, height: whole } = stage();
	const height = whole - foot;
	const officeWidth = Math.max(50, width * 0.125);
	const column = (width - officeWidth) / 5;
	const wall = Math.min(height * 0.3, Math.max(height * 0.25, 74));
	const floorHeight = height - wall;
	const size = Math.min((column * 0.66) / 100, (floorHeight * 0.4) / 200);
	const bedLength = size * 200;
	const spareHeight = floorHeight - bedLength * 2;
	const firstRowY = wall + spareHeight * 0.04;
	const secondRowY = firstRowY + bedLength + spareHeight * 0.62;
	const beds = Array.from({ length: 10 }, (_, index): Place => {
		return { x: column * ((index % 5) + 0.5), y: index < 5 ? firstRowY : secondRowY, size };
	});
	const beside = beds.map(({ x, y }, index) => ({ x: x + size * 74, y: y + size * (index < 5 ? 178 : 92), size }));
	const desk = { x: width - officeWidth * 0.5, y: firstRowY + bedLength + spareHeight * 0.3, size };
	return { width, height, wall, column, beds, beside, aisle: firstRowY + bedLength + spareHeight * 0.5, desk };
}

function windowAreasOf({ column, wall }: WardPlan): Area[] {
	const width = column * 0.72;
	return [0, 1, 2, 3, 4].map((index) => ({
		x: column * (index + 0.5) - width / 2,
		y: wall * 0.1,
		width,
		height: wall * 0.66
	}));
}

const pseudoRandom = (index: number, purpose: number): number => (paperOffset(index + 1, purpose) + 1) / 2;

function drawSkyBehindWindows(
	{ sky, orb }: WardColours['outside'],
	{ width, wall, column }: WardPlan,
	isNight: boolean
): void {
	noStroke();
	fill(linearGradient(0, 0, 0, wall * 0.8, ...sky));
	rect(0, 0, width, wall * 0.8);
	for (let star = 0; isNight && star < 46; star++) {
		fill(`rgba(255, 246, 220, ${0.35 + pseudoRandom(star, 1) * 0.5})`);
		circle(pseudoRandom(star, 2) * width, pseudoRandom(star, 3) * wall * 0.55, 0.8 + pseudoRandom(star, 4) * 1.4);
	}
	const x = column * 3.66;
	fill('rgba(255, 240, 200, 0.16)');
	circle(x, wall * 0.3, wall * 0.52);
	fill(orb);
	circle(x, wall * 0.3, wall * 0.27);
	if (!isNight) return;
	fill('rgba(190, 170, 120, 0.25)');
	circle(x - wall * 0.04, wall * 0.27, wall * 0.06);
	circle(x + wall * 0.05, wall * 0.33, wall * 0.04);
}

function drawTownBehindWindows([far, near]: [string, string], { width, wall, column }: WardPlan, isLit: boolean): void {
	const groundY = wall * 0.82;
	const crestPoints = (high: number, phase: number): number[] => {
		const points = [0, groundY];
		for (let step = 0; step <= 40; step++) {
			const wave = Math.sin(step / 8 + phase * 2) * 0.07 + Math.sin((step * 13) / 40 + phase) * 0.03;
			points.push((step / 40) * width, groundY - wall * (wave + high));
		}
		return [...points, width, groundY];
	};
	drawPaperPiece(far, crestPoints(0.27, 0));
	const [steeple, foot] = [column * 1.66, wall * 0.6];
	const eavesY = foot - wall * 0.12;
	drawRoundedBox(near, steeple - 4, foot - wall * 0.13, 8, wall * 0.3);
	drawPaperPiece(near, [steeple - 6, eavesY, steeple, foot - wall * 0.3, steeple + 6, eavesY]);
	drawPaperPiece(near, crestPoints(0.16, 1));
	for (let litWindow = 0; isLit && litWindow < 9; litWindow++)
		drawRoundedBox(
			'#ffd98a',
			pseudoRandom(litWindow, 5) * width,
			wall * (0.66 + pseudoRandom(litWindow, 6) * 0.08),
			2.2,
			2.6
		);
}

export function drawWardWindows(
	outside: WardColours['outside'],
	frame: string,
	plan: WardPlan,
	isNight: boolean
): void {
	const windowAreas = windowAreasOf(plan);
	const context = drawingContext;
	context.save();
	context.beginPath();
	for (const { x, y, width, height } of windowAreas) context.rect(x, y, width, height);
	context.clip();
	drawSkyBehindWindows(outside, plan, isNight);
	drawTownBehindWindows(outside.hill, plan, isNight);
	context.restore();
	for (const { x, y, width, height } of windowAreas) {
		const barWidth = Math.max(3, width * 0.045);
		drawRoundedBox(frame, x - barWidth, y - barWidth, width + barWidth * 2, barWidth);
		for (const left of [x - barWidth, x + width, x + width / 2 - barWidth / 2])
			drawRoundedBox(frame, left, y, barWidth, height);
		drawRoundedBox(frame, x - barWidth * 2, y + height, width + barWidth * 4, barWidth * 1.3, 2);
		drawRoundedBox('rgba(0, 0, 0, 0.12)', x - barWidth * 2, y + height + barWidth * 1.3, width + barWidth * 4, 2);
	}
}

export function drawWindowLight({ orbLight }: WardColours['outside'], plan: WardPlan): void {
	const { wall, height, column } = plan;
	const lightBottom = wall + (height - wall) * 0.5;
	const context = drawingContext;
	for (const { x, width } of windowAreasOf(plan)) {
		const slant = (x + width / 2 - column * 3.5) * 0.22;
		context.beginPath();
		context.moveTo(x, wall);
		context.lineTo(x + width, wall);
		context.lineTo(x + width * 1.25 + slant, lightBottom);
		context.lineTo(x - width * 0.25 + slant, lightBottom);
		context.closePath();
		context.fillStyle = linearGradient(0, wall, 0, lightBottom, `rgba(${orbLight}, 0.3)`, `rgba(${orbLight}, 0)`);
		context.fill();
	}
}

/** Draws a desk about 84 wide, with the middle of its back edge at `place`. */
export function drawDesk(place: Place): void {
	const { hour, ink } = currentPalette();
	const colours = wardColoursAt(hour);
	const { shade, wood, woodDark, paper, deskLamp, lamplight, lampStrength } = colours;
	push();
	translate(place.x, place.y);
	scale(place.size);
	drawRoundedBox(shade, -38, 4, 84, 84, 4);
	drawRoundedBox(woodDark, -42, -6, 84, 86, 4);
	drawRoundedBox(wood, -42, -14, 84, 70, 4);
	// A register, a telephone, and a lamp over them.
	drawRoundedBox(shade, -27, 4, 46, 32, 2);
	drawRoundedBox(paper, -30, 2, 46, 32, 2);
	for (let row = 0; row < 4; row++) drawRoundedBox(colours.line, -25, 8 + row * 6, row === 3 ? 18 : 36, 2);
	drawRoundedBox('#c8452f', 22, 18, 14, 26, 3);
	drawRoundedBox('#8f2f22', 25, 22, 8, 12, 2);
	stroke(ink);
	strokeWeight(4);
	line(30, -8, 30, -40);
	line(30, -40, 8, -52);
	drawPaperPiece(deskLamp, [-8, -36, 2, -58, 16, -60, 20, -44]);
	drawGlow(lamplight, -2, 4, 95, lampStrength + 0.14);
	pop();
}

/** For each leaf: its angle, its length, and whether it is dark. */
const LEAF_SHAPES: [turn: number, long: number, isDark: boolean][] = [
	[-1.25, 46, true],
	[1.2, 48, true],
	[-0.85, 58, false],
	[0.8, 60, true],
	[-0.45, 70, true],
	[0.42, 72, false],
	[0, 78, true],
	[-0.2, 52, false],
	[0.24, 48, false]
];

/** Draws a plant about 120 high that stands at a place. */
export function drawPlant(place: Place): void {
	const { leaves, shade } = wardColoursAt(currentPalette().hour);
	const [dark, light] = leaves;
	push();
	translate(place.x, place.y);
	scale(place.size);
	noStroke();
	fill(shade);
	ellipse(6, 0, 62, 15);
	for (const [turn, long, isDark] of LEAF_SHAPES) {
		push();
		translate(0, -40);
		rotate(turn);
		fill(isDark ? dark : light);
		ellipse(0, -long / 2, 19, long);
		pop();
	}
	drawPaperPiece('#b5603c', [-24, -42, 24, -42, 17, 0, -17, 0]);
	drawPaperPiece('#984c2d', [6, -42, 24, -42, 17, 0, 5, 0]);
	drawRoundedBox('#c8714b', -27, -48, 54, 11, 4);
	pop();
}
