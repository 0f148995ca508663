import { circle, drawingContext, fill, TWO_PI, noStroke, pop, push, scale, translate } from 'braise/draw';
import { paperOffset } from '../paper.ts';

type Topping =
	| 'sauce'
	| 'cream'
	| 'cheese'
	| 'olive'
	| 'basil'
	| 'mushroom'
	| 'tuna'
	| 'chicken'
	| 'goat'
	| 'anchovy'
	| 'salmon'
	| 'pear'
	| 'pepper'
	| 'blue';

/**
 * Draws pieces of a topping, spread evenly over the pizza, their colours alternating. `addOutline` adds one piece, around (0, 0), to
 * the path. All pieces of a colour are filled as one path, because filling each by itself took a third of a frame's time.
 */
function scatterToppingPieces(
	colours: readonly string[],
	count: number,
	turn: number,
	addOutline: (index: number) => void
): void {
	const context = drawingContext;
	for (const colour of new Set(colours)) {
		context.fillStyle = colour;
		context.beginPath();
		for (let index = 0; index < count; index++) {
			if (colours[index % colours.length] !== colour) continue;
			const angle = index * 2.399 + turn;
			const distance = Math.sqrt((index + 0.6) / count) * 36;
			const [x, y] = [Math.cos(angle) * distance, Math.sin(angle) * distance];
			context.translate(x, y);
			context.rotate(angle * 1.7);
			addOutline(index);
			context.rotate(angle * -1.7);
			context.translate(-x, -y);
		}
		context.fill();
	}
}

function addPolygon(points: readonly number[]): void {
	for (let index = 0; index < points.length; index += 2) {
		const [x, y] = [points[index] ?? 0, points[index + 1] ?? 0];
		if (index === 0) drawingContext.moveTo(x, y);
		else drawingContext.lineTo(x, y);
	}
	drawingContext.closePath();
}

function addOval(wide: number, high: number, x = 0, y = 0): void {
	drawingContext.moveTo(x + wide / 2, y);
	drawingContext.ellipse(x, y, wide / 2, high / 2, 0, 0, TWO_PI);
}

/** Adds a rectangle with its upper left corner at (x, y), whose short sides are round. */
function addStrip(x: number, y: number, wide: number, high: number): void {
	drawingContext.roundRect(x, y, wide, high, high / 2);
}

function addBlob(size: number, seed: number): void {
	const points: number[] = [];
	for (let corner = 0; corner < 9; corner++) {
		const turn = (corner / 9) * TWO_PI;
		const cornerDistance = size * (0.8 + 0.3 * paperOffset(seed, corner));
		points.push(Math.cos(turn) * cornerDistance, Math.sin(turn) * cornerDistance);
	}
	addPolygon(points);
}

function drawSauceLayer(dark: string, light: string): void {
	fill(dark);
	circle(0, 0, 84);
	fill(light);
	circle(-3, -4, 72);
}

const createChunkScatterer =
	(colours: readonly string[], size: number, count: number, firstAngle: number) => (turn: number) =>
		scatterToppingPieces(colours, count, turn + firstAngle, (index) => addBlob(size, index + firstAngle));

const MUSHROOM_OUTLINE = [-6, 0, -5, -5, 0, -7, 5, -5, 6, 0, 2, 1, 2, 6, -2, 6, -2, 1];
const MUSHROOM_CAP_OUTLINE = [-6, 0, -5, -5, 0, -7, 5, -5, 6, 0, 0, -3];

/** Functions that draw one topping each. `turn` rotates the topping, so that it does not cover other toppings. */
const DRAW_BY_TOPPING: Record<Topping, (turn: number) => void> = {
	sauce: () => drawSauceLayer('#c9412a', '#d8573a'),
	cream: () => drawSauceLayer('#f3e3bd', '#f9eed2'),
	cheese: (turn) =>
		scatterToppingPieces(['#fff3cf', '#fbe3a4', '#fbe3a4'], 9, turn, (index) => addBlob(9.5, index + turn)),
	blue(turn) {
		scatterToppingPieces(['#f4efdc'], 7, turn + 1, (index) => addBlob(6.5, index));
		scatterToppingPieces(['#5f7d8c'], 7, turn + 1, () => {
			addOval(3, 3, 1, -1);
			addOval(2, 2, -2.5, 2);
		});
	},
	goat(turn) {
		scatterToppingPieces(['#e7d9b4'], 6, turn + 2, () => addOval(17, 17, 0, 1));
		scatterToppingPieces(['#fffaf0'], 6, turn + 2, () => addOval(15, 15));
	},
	olive(turn) {
		scatterToppingPieces(['#3b3330'], 7, turn + 0.4, () => addOval(8, 8));
		scatterToppingPieces(['#b8472c'], 7, turn + 0.4, () => addOval(3, 3));
	},
	basil(turn) {
		scatterToppingPieces(['#3f7a3c'], 5, turn + 0.9, () => addOval(17, 9));
		scatterToppingPieces(['#6fa85c'], 5, turn + 0.9, () => drawingContext.rect(-7, -0.6, 14, 1.2));
	},
	mushroom(turn) {
		scatterToppingPieces(['#d9c4a1'], 7, turn + 1.5, () => addPolygon(MUSHROOM_OUTLINE));
		scatterToppingPieces(['#a98a63'], 7, turn + 1.5, () => addPolygon(MUSHROOM_CAP_OUTLINE));
	},
	pepper: (turn) => scatterToppingPieces(['#4f8f3f', '#e0a02b'], 9, turn + 2.2, () => addStrip(-9, -2, 18, 4.5)),
	tuna: createChunkScatterer(['#d8a98c', '#c18f76'], 7, 8, 0.7),
	chicken: createChunkScatterer(['#edc78d', '#dba968'], 7.5, 7, 0.2),
	salmon: createChunkScatterer(['#f29273'], 8.5, 7, 2.6),
	anchovy(turn) {
		scatterToppingPieces(['#6f7f88'], 6, turn + 1.1, () => addStrip(-13, -2.4, 26, 4.8));
		scatterToppingPieces(['#9fb0b7'], 6, turn + 1.1, () => addStrip(-11, -1.8, 20, 1.4));
	},
	pear(turn) {
		scatterToppingPieces(['#e9e29b'], 6, turn + 0.6, () => addOval(20, 10));
		scatterToppingPieces(['#c3c765'], 6, turn + 0.6, () => addOval(20, 5, 0, 2.6));
	}
};

export interface PizzaPlan {
	/** The toppings, from the lowest up. */
	toppings: readonly Topping[];
	wholemeal?: boolean | undefined;
}

/** Draws a pizza around (x, y), seen from straight above, or flatter if `tilt` is less than 1. */
export function pizza(x: number, y: number, wide: number, { toppings, wholemeal }: PizzaPlan, tilt = 1): void {
	const crustColours = wholemeal === true ? ['#8f6236', '#a87a48', '#bb8e58'] : ['#c48a45', '#e3b169', '#edc588'];
	push();
	translate(x, y);
	scale(wide / 100, (wide / 100) * tilt);
	noStroke();
	for (const [index, [level, size]] of (
		[
			[4 / tilt, 100],
			[0, 100],
			[-1, 90]
		] as const
	).entries()) {
		fill(crustColours[index] ?? '');
		circle(0, level, size);
	}
	fill('rgba(110, 60, 20, 0.35)');
	for (let index = 0; index < 9; index++) {
		const angle = index * 0.7 + 0.3;
		circle(Math.cos(angle) * 46, Math.sin(angle) * 46, 3 + Math.abs(paperOffset(index, 4)) * 4);
	}
	const turn = toppings.join('').length;
	toppings.forEach((topping, index) => DRAW_BY_TOPPING[topping](index * 1.9 + turn));
	pop();
}
