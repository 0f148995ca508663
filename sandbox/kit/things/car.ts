/** Draws small cars from the side, which point to the right. */
import {
	arc,
	circle,
	ellipse,
	fill,
	line,
	noStroke,
	PI,
	pop,
	push,
	rotate,
	stroke,
	strokeWeight,
	translate
} from 'braise/draw';
import type { Palette } from '../palette.ts';
import { drawRoundedBox, drawPaperPiece } from '../paper.ts';

interface CarModel {
	colour: string;
	darkColour: string;
	kind: 'small' | 'estate' | 'van';
}

const carModels: CarModel[] = [
	{ colour: '#c8452f', darkColour: '#9f3424', kind: 'small' },
	{ colour: '#3f6f8f', darkColour: '#305872', kind: 'estate' },
	{ colour: '#f0e5cf', darkColour: '#cbbd9f', kind: 'van' },
	{ colour: '#e0a63a', darkColour: '#b98427', kind: 'small' },
	{ colour: '#5f7f5a', darkColour: '#496547', kind: 'estate' },
	{ colour: '#7b5c86', darkColour: '#604668', kind: 'small' }
];

function drawWheel(x: number, turn: number): void {
	push();
	translate(x, -10);
	noStroke();
	fill('#26221f');
	circle(0, 0, 22);
	fill('#b9b2a4');
	circle(0, 0, 11);
	rotate(turn);
	stroke('#4a453f');
	strokeWeight(1.6);
	line(-5, 0, 5, 0);
	line(0, -5, 0, 5);
	pop();
}

const carBodyByModelKind: Record<
	CarModel['kind'],
	{ bodyOutline: number[]; windowOutlines: number[][]; frontWheelX: number; rearWheelX: number }
> = {
	small: {
		bodyOutline: [-54, -10, -56, -28, -46, -34, -30, -54, 14, -54, 32, -34, 52, -28, 55, -10],
		windowOutlines: [
			[-37, -34, -26, -49, -6, -49, -6, -34],
			[-2, -34, -2, -49, 11, -49, 24, -34]
		],
		frontWheelX: 34,
		rearWheelX: -33
	},
	estate: {
		bodyOutline: [-66, -10, -68, -36, -58, -56, 14, -56, 36, -36, 62, -29, 65, -10],
		windowOutlines: [
			[-61, -37, -54, -51, -32, -51, -32, -37],
			[-28, -37, -28, -51, -6, -51, -6, -37],
			[-2, -37, -2, -51, 11, -51, 27, -37]
		],
		frontWheelX: 42,
		rearWheelX: -41
	},
	van: {
		bodyOutline: [-62, -10, -63, -68, -52, -72, 22, -72, 46, -42, 60, -36, 62, -10],
		windowOutlines: [[6, -42, 6, -64, 18, -64, 36, -42]],
		frontWheelX: 40,
		rearWheelX: -38
	}
};

/** Draws one of six cars, with its wheels on y = 0. `roll` turns the wheels; `hasTicket` puts a ticket behind the windscreen. */
export function drawCar(palette: Palette, modelNumber: number, roll: number, hasTicket: boolean): void {
	const model = carModels[modelNumber % carModels.length] as CarModel;
	const { bodyOutline, windowOutlines, frontWheelX, rearWheelX } = carBodyByModelKind[model.kind];
	noStroke();
	fill(palette.shade);
	ellipse(2, 0, 128, 12);
	drawPaperPiece(
		model.darkColour,
		bodyOutline.map((value, at) => value + (at % 2 === 0 ? 2 : 2.5))
	);
	drawPaperPiece(model.colour, bodyOutline);
	for (const windowOutline of windowOutlines)
		drawPaperPiece(palette.hour === 'day' ? '#c5d7d8' : '#56607c', windowOutline);
	for (const windowOutline of windowOutlines) {
		const [x = 0, y = 0] = windowOutline;
		drawPaperPiece('rgba(255, 255, 255, 0.3)', [x + 3, y - 1, x + 11, y - 13, x + 15, y - 13, x + 7, y - 1]);
	}
	drawRoundedBox(model.darkColour, bodyOutline[0] ?? 0, -17, (bodyOutline.at(-2) ?? 0) - (bodyOutline[0] ?? 0), 3);
	stroke(model.darkColour);
	strokeWeight(1.2);
	line(-4, -36, -4, -14);
	line(-14, -30, -9, -30);
	noStroke();
	fill(model.darkColour);
	arc(frontWheelX, -10, 29, 30, PI, 0);
	arc(rearWheelX, -10, 29, 30, PI, 0);
	drawWheel(frontWheelX, roll);
	drawWheel(rearWheelX, roll);
	noStroke();
	fill(palette.hour === 'day' ? '#ffe9b0' : '#fff3c9');
	ellipse((bodyOutline.at(-2) ?? 0) - 4, -23, 7, 8);
	fill('#c23b2a');
	ellipse((bodyOutline[0] ?? 0) + 3, -25, 5, 8);
	if (palette.hour !== 'day' && !hasTicket) {
		const frontTipX = bodyOutline.at(-2) ?? 0;
		drawPaperPiece('rgba(255, 226, 150, 0.20)', [
			frontTipX - 2,
			-26,
			frontTipX + 96,
			-44,
			frontTipX + 96,
			4,
			frontTipX - 2,
			-19
		]);
	}
	if (hasTicket) drawRoundedBox('#fffaf0', 13, -42, 7, 6, 1);
}
