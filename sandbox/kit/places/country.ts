/** Draws a country on a map of paper, once: sea, hills, river, fields, woods and villages. */
import {
	circle,
	fill,
	layer,
	line,
	noStroke,
	stroke,
	strokeWeight,
	text,
	textAlign,
	textSize,
	textStyle
} from 'braise/draw';
import { countrysideColoursAt } from '../countryside-colours.ts';
import { drawPaperPiece } from '../paper.ts';
import { currentPalette, stage } from '../stage.ts';
import { fitCountryMap, type CountryMap, type CountryPlan } from './country-plan.ts';
import { drawCountryside } from './draw-countryside.ts';
import { drawPaperGrain } from './ground.ts';
import { drawRelief } from './relief.ts';
import { drawVillages } from './villages.ts';

/** Draws the map below a strip of the given height in pixels. Returns where each point of the country lies on it. */
export function country(plan: CountryPlan, stripHeight = 0): CountryMap {
	const { hour } = currentPalette();
	const colours = countrysideColoursAt(hour);
	const map = fitCountryMap(plan, stripHeight);
	layer('country', JSON.stringify([hour, stripHeight, plan]), () => {
		drawRelief(plan, map, colours);
		drawCountryside(plan, map, colours);
		drawVillages(plan, map, colours);
		drawCompass();
		drawScaleBar(map);
		drawPaperGrain(stage());
	});
	return map;
}

function drawCompass(): void {
	const { paper, red, quiet } = currentPalette();
	const { narrow, height } = stage();
	const [x, y, size] = narrow ? [22, height - 26, 14] : [32, height - 34, 19];
	noStroke();
	fill(paper, 150);
	circle(x, y, size * 2.3);
	for (const quarterTurn of [0, 1, 2, 3]) {
		const [across, down] = [Math.sin((quarterTurn * Math.PI) / 2), -Math.cos((quarterTurn * Math.PI) / 2)];
		const pointLength = quarterTurn === 0 ? size * 1.25 : size * 0.9;
		const tip = [x + across * pointLength, y + down * pointLength];
		drawPaperPiece(quarterTurn === 0 ? red : quiet, [...tip, x - down * size * 0.2, y + across * size * 0.2, x, y]);
		drawPaperPiece(quarterTurn === 0 ? '#d95b4a' : '#9a8c78', [
			...tip,
			x + down * size * 0.2,
			y - across * size * 0.2,
			x,
			y
		]);
	}
}

/**
 * Draws a bar of one kilometre beside the compass, because a village's name may stand above the compass. A small and low picture
 * has no bar, because a village's name may stand in its place.
 */
function drawScaleBar({ scale, place }: CountryMap): void {
	const { narrow, width, height } = stage();
	if (narrow && height < width * 0.85) return;
	const { ink, paper, hour } = currentPalette();
	const [x, y] = narrow ? [46, height - 20] : [68, height - 28];
	stroke(hour === 'day' ? ink : paper);
	strokeWeight(2);
	line(x, y, x + scale, y);
	for (const at of [x, x + scale]) line(at, y - 4, at, y);
	noStroke();
	fill(hour === 'day' ? ink : paper);
	textStyle('normal');
	textSize(mapTextSize(place({ x: 0, y: 0 }).size));
	textAlign('center', 'alphabetic');
	text('1 km', x + scale / 2, y - 8);
}

/** Returns the size of small writing on a map, in pixels. */
export const mapTextSize = (size: number): number => (stage().narrow ? 14 : Math.max(13, Math.min(15, size * 13.6)));
