/** Draws a pizza with the toppings of a recipe. */
import { circle, fill, noStroke, pop, push, scale, translate } from 'braise/draw';
import { paperOffset } from '../paper.ts';
import { DRAW_BY_TOPPING, type Topping } from './toppings.ts';

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
