/** Draws a street of a small town, once, with the given shops and light. */
import { circle, fill, layer, noStroke, pop, push, rect, translate } from 'braise/draw';
import type { Palette } from '../palette.ts';
import { box } from '../paper.ts';
import { now, palette, stage, type Stage } from '../stage.ts';
import { grain, ground } from './ground.ts';
import type { House, ShopKind } from './house-plan.ts';
import { house } from './house.ts';
import { clouds, distance, sky } from './sky.ts';
import { lamp, tree } from './street-furniture.ts';
import { heights, inStreet, lampPosts, plots } from './street-plan.ts';

interface StreetPlan {
	/** What is in each house, from the left; a house without an entry has a door only. */
	shops?: ShopKind[];
	/** The words over a pharmacy. */
	sign?: string;
}

const SHOPS: ShopKind[] = ['door', 'bakery', 'pharmacy', 'door', 'hall'];

/** Draws a street with its houses, trees, lamps and parking bays. A pharmacy's cross blinks. */
export function street({ shops = SHOPS, sign = '' }: StreetPlan = {}): void {
	const colours = palette();
	const houses = plots.map((plot, index): House => ({ ...plot, shop: shops[index] ?? 'door' }));
	layer('street', JSON.stringify([colours.hour, shops, sign]), () => paint(colours, stage(), houses, sign));
	inStreet(() => {
		for (const { shop, x, width } of houses) if (shop === 'pharmacy') cross(colours, x + width - 16);
	});
}

function paint(colours: Palette, all: Stage, houses: House[], sign: string): void {
	const units = all.width / all.far;
	sky(colours, all);
	inStreet(() => {
		clouds(colours, units, -all.height / all.far);
		distance(colours, units);
		ground(colours, all);
		push();
		translate(0, -heights.pavement + 2);
		for (const each of houses) if (each.x < units + 20) house(colours, each, sign);
		pop();
		tree(colours, 24, -heights.kerb - 8, 0.92);
		tree(colours, 660, -heights.kerb - 8, 1.02);
		tree(colours, 948, -heights.kerb - 8, 0.9);
		for (const x of lampPosts) lamp(colours, x);
	});
	grain(all);
}

function cross(colours: Palette, x: number): void {
	const { time, still } = now();
	const y = -heights.pavement - 96;
	const bright = 0.5 + 0.5 * Math.sin(still ? 0 : time * 2.2);
	box(colours.metal, x, y - 2, 14, 4);
	noStroke();
	fill('#58d492', (colours.hour === 'day' ? 40 : 70) * bright);
	circle(x + 26, y, 62);
	fill('#14563a');
	rect(x + 8, y - 18, 36, 36, 5);
	fill(bright > 0.5 ? '#6fe3a5' : '#3fae74');
	rect(x + 21, y - 14, 10, 28, 1);
	rect(x + 12, y - 5, 28, 10, 1);
}
