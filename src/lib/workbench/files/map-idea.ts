/** Makes the lines with which a program draws a map of its project. */
import { writeDataLoadingLine, loadedVariableNameOf } from '#lib/projects/own-files/data-file-code.ts';
import type { Idea } from '../ideas/idea.ts';
import { createFileIdea } from './own-file-idea.ts';

/** Returns the lines for a sketch: each area is a shape, and the map is as large as the stage allows. */
export function sketchIdeaOfMap(path: string): Idea {
	const variable = loadedVariableNameOf(path);
	return createFileIdea(path, {
		linesAbove: writeDataLoadingLine(path),
		code: `push();
scale(Math.min(width / ${variable}.width, height / ${variable}.height));
stroke('white');
for (const area of ${variable}.areas) {
	fill('seagreen');
	for (const outline of area.outlines) {
		beginShape();
		for (const [x, y] of outline) vertex(x, y);
		endShape(CLOSE);
	}
}
pop();`
	});
}

/** Returns the lines for a page: an SVG picture whose areas write their names on the console when they are clicked. */
export const pageIdeaOfMap = (path: string): Idea =>
	createFileIdea(path, {
		linesAbove: '',
		code: `fetch('${path}').then((file) => file.json()).then((map) => {
	const svg = 'http://www.w3.org/2000/svg';
	const picture = document.createElementNS(svg, 'svg');
	picture.setAttribute('viewBox', '0 0 ' + map.width + ' ' + map.height);
	for (const area of map.areas) {
		const shape = document.createElementNS(svg, 'path');
		shape.setAttribute('d', area.outlines.map((outline) => 'M' + outline.join(' ') + 'Z').join(''));
		shape.setAttribute('fill', 'seagreen');
		shape.setAttribute('stroke', 'white');
		shape.addEventListener('click', () => console.log(area.name));
		picture.append(shape);
	}
	document.body.append(picture);
});`
	});
