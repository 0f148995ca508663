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

interface Model {
	colour: string;
	dark: string;
	kind: 'small' | 'estate' | 'van';
}

const models: Model[] = [
	{ colour: '#c8452f', dark: '#9f3424', kind: 'small' },
	{ colour: '#3f6f8f', dark: '#305872', kind: 'estate' },
	{ colour: '#f0e5cf', dark: '#cbbd9f', kind: 'van' },
	{ colour: '#e0a63a', dark: '#b98427', kind: 'small' },
	{ colour: '#5f7f5a', dark: '#496547', kind: 'estate' },
	{ colour: '#7b5c86', dark: '#604668', kind: 'small' }
];

function wheel(x: number, turn: number): void {
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

const bodies: Record<Model['kind'], { body: number[]; glass: number[][]; front: number; rear: number }> = {
	small: {
		body: [-54, -10, -56, -28, -46, -34, -30, -54, 14, -54, 32, -34, 52, -28, 55, -10],
		glass: [
			[-37, -34, -26, -49, -6, -49, -6, -34],
			[-2, -34, -2, -49, 11, -49, 24, -34]
		],
		front: 34,
		rear: -33
	},
	estate: {
		body: [-66, -10, -68, -36, -58, -56, 14, -56, 36, -36, 62, -29, 65, -10],
		glass: [
			[-61, -37, -54, -51, -32, -51, -32, -37],
			[-28, -37, -28, -51, -6, -51, -6, -37],
			[-2, -37, -2, -51, 11, -51, 27, -37]
		],
		front: 42,
		rear: -41
	},
	van: {
		body: [-62, -10, -63, -68, -52, -72, 22, -72, 46, -42, 60, -36, 62, -10],
		glass: [[6, -42, 6, -64, 18, -64, 36, -42]],
		front: 40,
		rear: -38
	}
};

/** Draws one of six cars, with its wheels on y = 0. `roll` turns the wheels; `ticket` puts a ticket behind the windscreen. */
export function drawCar(palette: Palette, index: number, roll: number, ticket: boolean): void {
	const model = models[index % models.length] as Model;
	const { body, glass, front, rear } = bodies[model.kind];
	noStroke();
	fill(palette.shade);
	ellipse(2, 0, 128, 12);
	drawPaperPiece(
		model.dark,
		body.map((value, at) => value + (at % 2 === 0 ? 2 : 2.5))
	);
	drawPaperPiece(model.colour, body);
	for (const window of glass) drawPaperPiece(palette.hour === 'day' ? '#c5d7d8' : '#56607c', window);
	for (const window of glass) {
		const [x = 0, y = 0] = window;
		drawPaperPiece('rgba(255, 255, 255, 0.3)', [x + 3, y - 1, x + 11, y - 13, x + 15, y - 13, x + 7, y - 1]);
	}
	drawRoundedBox(model.dark, body[0] ?? 0, -17, (body.at(-2) ?? 0) - (body[0] ?? 0), 3);
	stroke(model.dark);
	strokeWeight(1.2);
	line(-4, -36, -4, -14);
	line(-14, -30, -9, -30);
	noStroke();
	fill(model.dark);
	arc(front, -10, 29, 30, PI, 0);
	arc(rear, -10, 29, 30, PI, 0);
	wheel(front, roll);
	wheel(rear, roll);
	noStroke();
	fill(palette.hour === 'day' ? '#ffe9b0' : '#fff3c9');
	ellipse((body.at(-2) ?? 0) - 4, -23, 7, 8);
	fill('#c23b2a');
	ellipse((body[0] ?? 0) + 3, -25, 5, 8);
	if (palette.hour !== 'day' && !ticket) {
		const tip = body.at(-2) ?? 0;
		drawPaperPiece('rgba(255, 226, 150, 0.20)', [tip - 2, -26, tip + 96, -44, tip + 96, 4, tip - 2, -19]);
	}
	if (ticket) drawRoundedBox('#fffaf0', 13, -42, 7, 6, 1);
}
