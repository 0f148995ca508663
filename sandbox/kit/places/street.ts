import {
	line,
	stroke,
	strokeWeight,
	circle,
	drawingContext,
	fill,
	layer,
	noStroke,
	pop,
	push,
	rect,
	translate
} from 'braise/draw';
import type { Palette } from '../palette.ts';
import { drawRoundedBox, drawPaperSheet, drawPaperPiece, paperOffset } from '../paper.ts';
import {
	type House,
	streetHeights,
	type ShopKind,
	paintInStreetUnits,
	lampPostPositions,
	streetHouses
} from './street-plan.ts';
import { pickColour, drawUpperWindows, drawGroundFloor } from './shops.ts';
import { currentMoment, currentPalette, stage, type Stage } from '../stage.ts';
import { drawPaperGrain, drawStreetGround, drawClouds, drawDistantHills, drawSky } from './outdoors.ts';

function drawChimney(palette: Palette, x: number, y: number): void {
	drawPaperSheet(palette.brick, palette.shade, [x, y, x + 15, y, x + 15, y + 32, x, y + 32], 2);
	drawRoundedBox(palette.stone, x - 2, y - 2, 19, 5, 1);
	drawRoundedBox(palette.brick, x + 2, y - 9, 4, 8);
	drawRoundedBox(palette.brick, x + 9, y - 9, 4, 8);
}

function drawRoof(palette: Palette, house: House): void {
	const { x, width, height } = house;
	const top = -height;
	const slateColour = pickColour(palette.slate, house.wallColourIndex);
	const roofHeight = house.hasGable ? width * 0.46 : 46;
	drawChimney(palette, x + width * 0.18, top - roofHeight - 4);
	const roofOutline = house.hasGable
		? [x - 7, top + 3, x + width / 2, top - roofHeight, x + width + 7, top + 3]
		: [x - 6, top + 3, x + 12, top - roofHeight, x + width - 12, top - roofHeight, x + width + 6, top + 3];
	drawPaperSheet(slateColour, palette.shade, roofOutline, 4);
	// Rows of slates: thin lines, each a little shorter towards the ridge.
	stroke('rgba(255, 255, 255, 0.10)');
	strokeWeight(1);
	for (let slateRow = 1; slateRow < 6; slateRow++) {
		const part = slateRow / 6;
		const inset = house.hasGable ? (width / 2 + 7) * part : 18 * part;
		const y = top + 3 - (roofHeight + 3) * part;
		line(x - 4 + inset, y, x + width + 4 - inset, y);
	}
	for (let index = 0; index < (house.dormerCount ?? 0); index++) {
		const middle = x + (width * (index + 1)) / ((house.dormerCount ?? 0) + 1);
		drawPaperSheet(
			palette.stone,
			palette.shade,
			[middle - 12, top, middle - 12, top - 24, middle, top - 34, middle + 12, top - 24, middle + 12, top],
			2
		);
		drawRoundedBox(
			index % 2 === 0 && palette.hour !== 'day' ? palette.lit : palette.glass,
			middle - 7,
			top - 22,
			14,
			19
		);
		stroke(palette.frame);
		strokeWeight(1.5);
		line(middle, top - 22, middle, top - 3);
	}
}

function drawHouse(palette: Palette, house: House, sign: string): void {
	const { x, width, height } = house;
	drawRoof(palette, house);
	drawPaperSheet(
		pickColour(palette.walls, house.wallColourIndex),
		palette.shade,
		[x, 0, x, -height, x + width, -height, x + width, 0],
		3
	);
	drawRoundedBox('rgba(0, 0, 0, 0.10)', x, -9, width, 9);
	for (let row = 0; row * 13 < height - 12; row++) {
		const stoneWidth = row % 2 === 0 ? 10 : 6;
		drawRoundedBox(palette.stone, x, -height + row * 13 + 2, stoneWidth, 10, 1);
		drawRoundedBox(palette.stone, x + width - stoneWidth, -height + row * 13 + 2, stoneWidth, 10, 1);
	}
	drawRoundedBox(palette.stone, x - 3, -height - 1, width + 6, 6, 1);
	drawUpperWindows(palette, house);
	drawGroundFloor(palette, house, sign);
}

function drawPlaneTree(palette: Palette, x: number, y: number, size: number): void {
	const [trunk = '', light = '', dark = ''] = palette.bark;
	const at = (points: number[]) =>
		points.map((value, index) => (index % 2 === 0 ? x + value * size : y + value * size));
	drawPaperSheet(
		trunk,
		palette.shade,
		at([-9, 0, -6, -70, -20, -104, -14, -108, 0, -82, 12, -112, 18, -108, 7, -70, 10, 0]),
		3
	);
	// Patches of bark, which plane trees shed.
	for (let index = 0; index < 9; index++) {
		const left = paperOffset(index, 2) * 4;
		const top = -8 - index * 8;
		drawPaperPiece(
			index % 2 === 0 ? light : dark,
			at([left - 3, top, left + 1, top - 5, left + 4, top - 1, left, top + 4])
		);
	}
	for (let index = 0; index < 13; index++) {
		const angle = index * 2.4;
		const leavesDistance = Math.sqrt(index / 13) * 46;
		const cx = Math.cos(angle) * leavesDistance;
		const cy = -132 + Math.sin(angle) * leavesDistance * 0.72;
		const radius = 23 + paperOffset(index, size) * 4;
		const points: number[] = [];
		for (let corner = 0; corner < 11; corner++) {
			const cornerAngle = (corner / 11) * Math.PI * 2;
			const cornerDistance = radius * (corner % 2 === 0 ? 1.04 : 0.88);
			points.push(cx + Math.cos(cornerAngle) * cornerDistance, cy + Math.sin(cornerAngle) * cornerDistance);
		}
		drawPaperSheet(palette.leaf[(index * 3) % palette.leaf.length] ?? '', palette.shade, at(points), 3, 1.2);
	}
	drawPaperSheet(palette.kerb, palette.shade, at([-24, 4, -20, -4, 20, -4, 24, 4]), 1);
}

function drawStreetLamp(palette: Palette, x: number): void {
	const y = -streetHeights.kerb - 6;
	drawRoundedBox(palette.metal, x - 2, y - 128, 4, 128);
	drawRoundedBox(palette.metal, x - 5, y - 14, 10, 14, 2);
	drawPaperSheet(
		palette.metal,
		palette.shade,
		[x - 11, y - 150, x + 11, y - 150, x + 7, y - 128, x - 7, y - 128],
		2,
		0
	);
	drawPaperPiece(palette.hour === 'day' ? '#f3e6c4' : '#ffe2a0', [
		x - 8,
		y - 147,
		x + 8,
		y - 147,
		x + 5,
		y - 131,
		x - 5,
		y - 131
	]);
	drawPaperPiece(palette.metal, [x - 13, y - 150, x, y - 160, x + 13, y - 150]);
	if (palette.hour === 'day') return;
	const context = drawingContext;
	const glow = context.createRadialGradient(x, y - 138, 4, x, y - 138, 92);
	glow.addColorStop(0, 'rgba(255, 214, 140, 0.62)');
	glow.addColorStop(0.35, 'rgba(255, 190, 110, 0.22)');
	glow.addColorStop(1, 'rgba(255, 170, 90, 0)');
	fill(glow);
	circle(x, y - 138, 184);
}

interface StreetPlan {
	/** What is in each house, from the left; a house without an entry has a door only. */
	shops?: ShopKind[];
	sign?: string;
}

const DEFAULT_SHOPS: ShopKind[] = ['door', 'bakery', 'pharmacy', 'door', 'hall'];

export function street({ shops = DEFAULT_SHOPS, sign = '' }: StreetPlan = {}): void {
	const colours = currentPalette();
	const houses = streetHouses.map((plot, index): House => ({ ...plot, shop: shops[index] ?? 'door' }));
	layer('street', JSON.stringify([colours.hour, shops, sign]), () => paintStreet(colours, stage(), houses, sign));
	paintInStreetUnits(() => {
		for (const { shop, x, width } of houses) if (shop === 'pharmacy') drawPharmacyCross(colours, x + width - 16);
	});
}

function paintStreet(colours: Palette, paintedStage: Stage, houses: House[], sign: string): void {
	const streetWidth = paintedStage.width / paintedStage.far;
	drawSky(colours, paintedStage);
	paintInStreetUnits(() => {
		drawClouds(colours, streetWidth, -paintedStage.height / paintedStage.far);
		drawDistantHills(colours, streetWidth);
		drawStreetGround(colours, paintedStage);
		push();
		translate(0, -streetHeights.pavement + 2);
		for (const each of houses) if (each.x < streetWidth + 20) drawHouse(colours, each, sign);
		pop();
		drawPlaneTree(colours, 24, -streetHeights.kerb - 8, 0.92);
		drawPlaneTree(colours, 660, -streetHeights.kerb - 8, 1.02);
		drawPlaneTree(colours, 948, -streetHeights.kerb - 8, 0.9);
		for (const x of lampPostPositions) drawStreetLamp(colours, x);
	});
	drawPaperGrain(paintedStage);
}

function drawPharmacyCross(colours: Palette, x: number): void {
	const { time, still } = currentMoment();
	const y = -streetHeights.pavement - 96;
	const brightness = 0.5 + 0.5 * Math.sin(still ? 0 : time * 2.2);
	drawRoundedBox(colours.metal, x, y - 2, 14, 4);
	noStroke();
	fill('#58d492', (colours.hour === 'day' ? 40 : 70) * brightness);
	circle(x + 26, y, 62);
	fill('#14563a');
	rect(x + 8, y - 18, 36, 36, 5);
	fill(brightness > 0.5 ? '#6fe3a5' : '#3fae74');
	rect(x + 21, y - 14, 10, 28, 1);
	rect(x + 12, y - 5, 28, 10, 1);
}
