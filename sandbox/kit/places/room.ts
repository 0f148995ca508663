import { circle, drawingContext, fill, layer, linearGradient, noStroke, rect } from 'braise/draw';
import { indoorColoursAt, type IndoorColours } from '../indoor-colours.ts';
import type { Palette } from '../palette.ts';
import { drawRoundedBox, drawPaperPiece, drawPaperSheet, paperOffset } from '../paper.ts';
import { currentPalette, stage, type Area } from '../stage.ts';
import { drawPaperGrain } from './outdoors.ts';

/** Kinds of rooms: a kitchen has tiles, a shop has panelling, an office has painted walls. */
type RoomKind = 'kitchen' | 'shop' | 'office';

const TILE_HEIGHT = 34;
const FLOOR_TOP_SHARE = 0.78;

/** Draws a room. `window` is the position of a window's middle along the wall, from 0 to 1; without it the room has no window. */
export function room(kind: RoomKind, { window: along }: { window?: number } = {}): void {
	const colours = currentPalette();
	layer('room', JSON.stringify([colours.hour, kind, along]), () => {
		const { width, height } = stage();
		const indoors = indoorColoursAt(colours.hour);
		drawWall(kind, indoors, width, height * FLOOR_TOP_SHARE);
		drawFloor(indoors, width, height);
		if (along !== undefined) {
			const wide = Math.min(220, width * 0.3);
			drawWindowView(colours, { x: along * width - wide / 2, y: height * 0.14, width: wide, height: height * 0.3 });
		}
		drawPaperGrain(stage());
	});
}

function drawWall(
	kind: RoomKind,
	{ wall, joint, band, wood, woodDark }: IndoorColours,
	wallWidth: number,
	wallHeight: number
): void {
	drawRoundedBox(kind === 'kitchen' ? joint : (wall[0] ?? ''), 0, 0, wallWidth, wallHeight + 2);
	const wallColourAt = (row: number, column: number) =>
		wall[Math.abs(Math.round(paperOffset(row + 1, column + 1) * 7)) % 4] ?? '';
	if (kind === 'kitchen') {
		for (let row = 0; row * TILE_HEIGHT < wallHeight; row++) {
			for (let column = -1; column * TILE_HEIGHT * 2 < wallWidth; column++) {
				const x = column * TILE_HEIGHT * 2 + (row % 2) * TILE_HEIGHT;
				drawRoundedBox(
					wallColourAt(row, column),
					x + 1,
					row * TILE_HEIGHT + 1,
					TILE_HEIGHT * 2 - 2,
					TILE_HEIGHT - 2,
					2
				);
			}
		}
		for (let x = 0, index = 0; x < wallWidth; x += 17, index++)
			drawRoundedBox(band[index % 2] ?? '', x + 0.5, wallHeight - 58, 16, 12, 1);
		return;
	}
	for (let x = 0, index = 0; kind === 'shop' && x < wallWidth; x += 42, index += 2)
		drawRoundedBox(wallColourAt(1, index), x, 0, 21, wallHeight);
	const panelTop = wallHeight - 92;
	drawRoundedBox(kind === 'shop' ? wood : band[0], 0, panelTop, wallWidth, 92);
	drawRoundedBox(woodDark, 0, panelTop - 5, wallWidth, 7);
	for (let x = 12; kind === 'shop' && x < wallWidth; x += 76) drawRoundedBox(woodDark, x, panelTop + 16, 60, 58, 3);
	for (let x = 14; kind === 'shop' && x < wallWidth; x += 76) drawRoundedBox(wood, x, panelTop + 19, 58, 55, 3);
}

function drawFloor({ floor, woodDark }: IndoorColours, wide: number, high: number): void {
	const floorTop = high * FLOOR_TOP_SHARE;
	drawRoundedBox(floor[1] ?? '', 0, floorTop, wide, high - floorTop);
	for (let row = 0, y = floorTop + 3; y < high; row++) {
		const plankHeight = 12 + row * 8;
		const plankWidth = 46 + row * 16;
		for (let x = -plankWidth * (0.3 + 0.2 * (row % 2)), index = 0; x < wide; x += plankWidth, index++)
			drawRoundedBox(floor[(index + row * 2) % 3] ?? '', x, y, plankWidth - 3, plankHeight, 1);
		y += plankHeight + 3;
	}
	drawRoundedBox(woodDark, 0, floorTop - 5, wide, 7);
}

function drawWindowView(
	{ sky, sun, far, hill, steeple, frame, shade, hour }: Palette,
	{ x, y, width, height }: Area
): void {
	const context = drawingContext;
	const viewBottom = y + height;
	drawRoundedBox(shade, x - 7, y - 4, width + 18, height + 18, 3);
	drawRoundedBox(frame, x - 9, y - 9, width + 18, height + 18, 3);
	context.save();
	context.beginPath();
	context.rect(x, y, width, height);
	context.clip();
	noStroke();
	fill(linearGradient(0, y, 0, viewBottom, ...sky));
	rect(x, y, width, height);
	fill(sun);
	circle(x + width * 0.24, y + height * (hour === 'dusk' ? 0.52 : 0.3), 30);
	const crestPoints = (from: number, high: number, wave: number): number[] =>
		Array.from({ length: 13 }, (_, step) => [
			x - 10 + (step / 12) * (width + 20),
			y + height * from - Math.sin(step * wave + from * 3) * high
		]).flat();
	drawPaperPiece(far, [x - 10, viewBottom, ...crestPoints(0.62, 9, 0.9), x + width + 10, viewBottom]);
	const steepleX = x + width * 0.7;
	const [eaves, top] = [y + height * 0.5, y + height * 0.22];
	drawPaperPiece(steeple, [
		steepleX - 7,
		viewBottom,
		steepleX - 7,
		eaves,
		steepleX,
		top,
		steepleX + 7,
		eaves,
		steepleX + 7,
		viewBottom
	]);
	drawPaperPiece(hill, [x - 10, viewBottom, ...crestPoints(0.8, 12, 0.55), x + width + 10, viewBottom]);
	context.restore();
	drawRoundedBox(frame, x + width / 2 - 3, y, 6, height);
	drawRoundedBox(frame, x, y + height * 0.45, width, 5);
	const sillY = viewBottom + 8;
	drawPaperSheet(
		frame,
		shade,
		[x - 15, sillY, x + width + 15, sillY, x + width + 15, sillY + 8, x - 15, sillY + 8],
		3,
		0
	);
}
