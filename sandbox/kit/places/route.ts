import {
	circle,
	drawingContext,
	fill,
	line,
	noStroke,
	pop,
	push,
	stroke,
	strokeWeight,
	noFill,
	strokeJoin,
	text,
	textAlign,
	textSize,
	textStyle,
	textWidth
} from 'braise/draw';
import { countrysideColoursAt } from '../countryside-colours.ts';
import { currentPalette, type Place, stage } from '../stage.ts';
import type { Point, CountryMap, CountryPlan } from './country-plan.ts';
import { mapTextSize } from './country.ts';

interface RoutePlan {
	/** Kind of line: `wool` for a driven route, `pencil` for a planned route, `dots` for an earlier route. */
	line?: 'wool' | 'pencil' | 'dots';
	/** Number of the driver, from 0 to 2. The wool of the second and third driver is a broken line. */
	driver?: number;
}

function strokePath(path: readonly Point[]): void {
	const context = drawingContext;
	context.beginPath();
	path.forEach(({ x, y }, index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)));
	context.lineJoin = 'round';
	context.lineCap = 'round';
	context.stroke();
}

export const routeColourOfDriver = (driverNumber: number): string => {
	const { threads } = countrysideColoursAt(currentPalette().hour);
	return threads[driverNumber % threads.length] ?? '';
};

export function route(path: readonly Place[], { line = 'wool', driver = 0 }: RoutePlan = {}): void {
	const [first] = path;
	if (first === undefined || path.length < 2) return;
	const context = drawingContext;
	const { pencil } = countrysideColoursAt(currentPalette().hour);
	push();
	if (line === 'wool') drawWoolThread(path, driver, 4.4 * Math.max(0.85, first.size));
	else {
		context.setLineDash(line === 'pencil' ? [5, 6] : [2, 5]);
		context.strokeStyle = pencil;
		context.lineWidth = 1.8;
		strokePath(path);
	}
	pop();
}

function drawWoolThread(path: readonly Point[], driverNumber: number, threadWidth: number): void {
	const context = drawingContext;
	const { shadow, twist } = countrysideColoursAt(currentPalette().hour);
	context.lineWidth = threadWidth;
	context.strokeStyle = shadow;
	context.translate(1.5, 3.5);
	strokePath(path);
	context.translate(-1.5, -3.5);
	context.strokeStyle = routeColourOfDriver(driverNumber);
	if (driverNumber > 0) context.setLineDash([threadWidth * 2.6, threadWidth * 1.5]);
	strokePath(path);
	if (driverNumber > 0) return;
	context.setLineDash([1.5, 4.5]);
	context.lineWidth = threadWidth * 0.3;
	context.strokeStyle = twist;
	strokePath(path);
}

/** Draws a ruler between two points, with a tick every `step` pixels. */
export function ruler(from: Point, to: Point, step: number): void {
	const rulerLength = Math.hypot(to.x - from.x, to.y - from.y);
	if (rulerLength === 0) return;
	const [across, down] = [(to.x - from.x) / rulerLength, (to.y - from.y) / rulerLength];
	stroke(countrysideColoursAt(currentPalette().hour).pencil);
	strokeWeight(1.6);
	line(from.x, from.y, to.x, to.y);
	for (let at = step; at < rulerLength && step > 0; at += step) {
		const [x, y] = [from.x + across * at, from.y + down * at];
		line(x - down * 5, y + across * 5, x + down * 5, y - across * 5);
	}
	noStroke();
}

export function cross({ x, y, size }: Place): void {
	const halfSize = 3 * Math.max(0.85, size);
	noStroke();
	fill('#fffaf0');
	circle(x, y, halfSize * 4.1);
	stroke('#b02a1f');
	strokeWeight(2.2);
	line(x - halfSize, y - halfSize, x + halfSize, y + halfSize);
	line(x - halfSize, y + halfSize, x + halfSize, y - halfSize);
	noStroke();
}

interface MapWordsPlan {
	/** Number of lines by which the words stand below the name. */
	line?: number;
	tone?: 'right' | 'wrong';
}

export function mapWords({ x, y, size }: Place, words: string, { line = 0, tone }: MapWordsPlan = {}): void {
	const { green, red, hour } = currentPalette();
	const [ink, halo] =
		tone === undefined ? countrysideColoursAt(hour).writing : [tone === 'right' ? green : red, '#fffaf0'];
	const textHeight = mapTextSize(size);
	const baseline = y + 17 * size + textHeight * (1 + line * 1.1);
	textStyle('bold');
	textSize(textHeight);
	textAlign('center', 'alphabetic');
	strokeJoin('round');
	noFill();
	stroke(halo);
	strokeWeight(textHeight * 0.3);
	text(words, x, baseline);
	noStroke();
	fill(ink);
	text(words, x, baseline);
}

export function villageNames({ villages }: CountryPlan, map: CountryMap): void {
	const nameBoxes: { left: number; right: number; bottom: number; high: number }[] = [];
	const { height } = stage();
	for (const village of [...villages].sort((a, b) => Number(b.isKitchen ?? 0) - Number(a.isKitchen ?? 0))) {
		const { name } = village;
		const at = map.place(village);
		const nameHeight = mapTextSize(at.size);
		textStyle('bold');
		textSize(nameHeight);
		const halfWidth = textWidth(name) / 2 - 1;
		const nameBox = {
			left: at.x - halfWidth,
			right: at.x + halfWidth,
			bottom: at.y + 17 * at.size + nameHeight,
			high: nameHeight * 0.7
		};
		const coversOther = nameBoxes.some(
			(other) =>
				nameBox.left < other.right &&
				other.left < nameBox.right &&
				Math.abs(nameBox.bottom - other.bottom) < Math.max(nameBox.high, other.high)
		);
		if (nameBox.bottom > height || coversOther) continue;
		nameBoxes.push(nameBox);
		mapWords(at, name);
	}
}
