/** Draws a street of a small town, once, with the given shops and light. */
import { circle, fill, layer, noStroke, pop, push, rect, translate } from 'braise/draw';
import type { Palette } from '../palette.ts';
import { drawRoundedBox } from '../paper.ts';
import { currentMoment, currentPalette, stage, type Stage } from '../stage.ts';
import { drawPaperGrain, drawStreetGround } from './ground.ts';
import type { House, ShopKind } from './house-plan.ts';
import { drawHouse } from './house.ts';
import { drawClouds, drawDistantHills, drawSky } from './sky.ts';
import { drawStreetLamp, drawPlaneTree } from './street-furniture.ts';
import { streetHeights, paintInStreetUnits, lampPostPositions, streetHouses } from './street-plan.ts';

interface StreetPlan {
	/** What is in each house, from the left; a house without an entry has a door only. */
	shops?: ShopKind[];
	/** The words over the pharmacy's door. */
	sign?: string;
}

const DEFAULT_SHOPS: ShopKind[] = ['door', 'bakery', 'pharmacy', 'door', 'hall'];

/** Draws a street with its houses, trees, lamps and parking bays. A pharmacy's cross blinks. */
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
