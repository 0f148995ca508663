/** Draws a map of a small town: river, trees, roads, the signs of its places, and marks. */
import {
	beginShape,
	bezierVertex,
	circle,
	drawingContext,
	endShape,
	fill,
	line,
	noFill,
	noStroke,
	pop,
	push,
	stroke,
	strokeWeight,
	vertex
} from 'braise/draw';
import { drawRoundedBox } from '../paper.ts';
import type { Area } from '../stage.ts';
import { drawLandmark } from './landmark.ts';
import { drawTownDots, type Dot } from './town-dots.ts';
import { drawRoadEvents, drawRoadLamps, drawRoadTone, drawTownCameras, drawTownNames } from './town-marks.ts';
import { layOutTown, type TownLayout, type TownMap, type TownPlan } from './town-plan.ts';

/** Draws the map with its dots. Returns where its roads are. */
export function townMap(area: Area, plan: TownPlan, dots: readonly Dot[] = []): TownMap {
	const townLayout = layOutTown(area, plan);
	drawTownGround(townLayout);
	for (const { at, sign } of townLayout.places)
		if (sign) drawLandmark(sign, at.x, at.y, Math.max(17, area.width * 0.085));
	drawTownDots(townLayout, dots);
	for (const road of townLayout.roads) drawRoadLamps(townLayout, road);
	for (const road of townLayout.roads) drawRoadTone(townLayout, road);
	drawTownCameras(townLayout, plan.cameras ?? []);
	if (plan.hasNames) drawTownNames(townLayout);
	for (const road of townLayout.roads) drawRoadEvents(townLayout, road);
	return townLayout;
}

function drawTownGround({ area: { x, y, width, height }, roads, along }: TownLayout): void {
	const at = (px: number, py: number): [number, number] => [x + px * width, y + py * height];
	drawRoundedBox('#ecdcbc', x, y, width, height, 10);
	const context = drawingContext;
	push();
	context.beginPath();
	context.rect(x, y, width, height);
	context.clip();
	noFill();
	stroke('#a9c4c4');
	strokeWeight(width * 0.06);
	beginShape();
	vertex(...at(-0.05, 0.5));
	bezierVertex(...at(0.25, 0.38), ...at(0.3, 0.66), ...at(0.5, 0.78));
	bezierVertex(...at(0.62, 0.86), ...at(0.6, 1), ...at(0.64, 1.1));
	endShape();
	stroke('#fbf5e6');
	strokeWeight(Math.max(4, width * 0.024));
	for (const road of roads) {
		const [from, to] = [along(road, 0), along(road, 1)];
		line(from.x, from.y, to.x, to.y);
	}
	noStroke();
	for (const [px, py, size] of [
		[0.07, 0.12, 0.12],
		[0.42, 0.38, 0.06],
		[0.96, 0.12, 0.1],
		[0.4, 0.93, 0.08],
		[0.02, 0.93, 0.09]
	] as const) {
		fill('#c3cf9f');
		circle(...at(px, py), size * width);
		circle(...at(px + 0.05, py + 0.03), size * 0.7 * width);
	}
	pop();
}
