/** Writes words on a map. A halo around the letters keeps them readable over anything. */
import {
	fill,
	noFill,
	noStroke,
	stroke,
	strokeJoin,
	strokeWeight,
	text,
	textAlign,
	textSize,
	textStyle,
	textWidth
} from 'braise/draw';
import { countrysideColoursAt } from '../countryside-colours.ts';
import { currentPalette, stage, type Place } from '../stage.ts';
import type { CountryMap, CountryPlan } from './country-plan.ts';
import { mapTextSize } from './country.ts';

interface MapWordsPlan {
	/** Number of lines by which the words stand below the name. */
	line?: number;
	tone?: 'right' | 'wrong';
}

/** Writes words below a place on a map. */
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

/** Writes the names of villages, the kitchen's first. Leaves out names that would cover another or be cut off. */
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
