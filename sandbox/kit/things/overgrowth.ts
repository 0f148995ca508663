import {
	arc,
	circle,
	ellipse,
	fill,
	line,
	noFill,
	noStroke,
	PI,
	pop,
	push,
	rotate,
	stroke,
	strokeWeight,
	translate
} from 'braise/draw';
import { drawRoundedBox, drawPaperPiece, paperOffset } from '../paper.ts';

const HALF_A_DAY_MINUTES = 720;
const A_WEEK_MINUTES = 10_000;
/** Smallest overgrowth at which a tree grows out of the car's roof. */
export const LEAST_TREE_OVERGROWTH = 0.5;
const LEAF_GREENS = ['#5f8f3e', '#7aa84e', '#4c7a36'];

const leafGreenAt = (index: number) => LEAF_GREENS[index % LEAF_GREENS.length] ?? '#5f8f3e';

/** Returns how overgrown a thing is after so many minutes: 0 until half a day, 1 after a week. */
export function overgrowth(minutes = 0): number {
	if (minutes <= HALF_A_DAY_MINUTES) return 0;
	return Math.min(
		1,
		0.15 + (0.85 * Math.log(minutes / HALF_A_DAY_MINUTES)) / Math.log(A_WEEK_MINUTES / HALF_A_DAY_MINUTES)
	);
}

/** Draws moss, and later a tree and a nest, on a small car whose wheels stand on y = 0. */
export function drawCarOvergrowth(grownPart: number): void {
	if (grownPart === 0) return;
	noStroke();
	const tuftCount = Math.round(22 * grownPart);
	for (let tuft = 0; tuft < tuftCount; tuft++) {
		const x = -48 + ((tuft * 37) % 96);
		const isOnRoof = x > -30 && x < 16;
		fill(leafGreenAt(tuft));
		ellipse(x, (isOnRoof ? -53 : -33) + paperOffset(tuft, 3) * 3, 15 + grownPart * 6, 8 + grownPart * 5);
		if (tuft % 3 === 0) ellipse(x, -14 + paperOffset(tuft, 5) * 4, 14, 6 + grownPart * 6);
	}
	if (grownPart < LEAST_TREE_OVERGROWTH) return;
	const treeHeight = 18 + 28 * (grownPart - LEAST_TREE_OVERGROWTH) * 2;
	drawRoundedBox('#6d5238', -10, -54 - treeHeight, 5, treeHeight);
	noStroke();
	for (let leaf = 0; leaf < 7; leaf++) {
		fill(leafGreenAt(leaf + 1));
		circle(
			-8 + Math.cos(leaf * 2.4) * treeHeight * 0.3,
			-58 - treeHeight + Math.sin(leaf * 2.4) * treeHeight * 0.2,
			treeHeight * 0.42
		);
	}
	if (grownPart > 0.8) drawNest(20, -56);
}

function drawNest(x: number, y: number): void {
	stroke('#7a5a36');
	strokeWeight(3);
	noFill();
	for (const twig of [0, 1, 2]) arc(x, y - 4 + twig * 1.5, 26 - twig * 4, 16, 0.1, PI - 0.1);
	noStroke();
	fill('#3b3f52');
	ellipse(x, y - 8, 18, 13);
	circle(x + 8, y - 15, 11);
	drawPaperPiece('#e6a53a', [x + 13, y - 17, x + 20, y - 14, x + 13, y - 12]);
	fill('#fffaf0');
	circle(x + 9.5, y - 16, 3);
}

export function drawIvy(grownPart: number): void {
	if (grownPart === 0) return;
	for (const [side, reach] of [
		[-58, 290],
		[54, 220]
	] as const) {
		const top = reach * grownPart;
		const at = (height: number) => side + Math.sin(height / 19 + side) * 9;
		stroke('#4d6b33');
		strokeWeight(4);
		for (let height = 0; height + 12 <= top; height += 12) line(at(height), -height, at(height + 12), -height - 12);
		for (let height = 8; height < top; height += 15) drawIvyLeaf(at(height), -height, height);
	}
}

function drawIvyLeaf(x: number, y: number, seed: number): void {
	push();
	translate(x, y);
	rotate(seed % 2 === 0 ? -0.7 : 0.7);
	const leafSide = seed % 2 === 0 ? -1 : 1;
	drawPaperPiece(leafGreenAt(seed), [0, 0, leafSide * 9, -9, leafSide * 21, -4, leafSide * 17, 5, leafSide * 7, 8]);
	stroke('rgba(255, 255, 255, 0.35)');
	strokeWeight(1.2);
	line(0, 0, leafSide * 16, -2);
	pop();
}
