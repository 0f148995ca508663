/** The scene of a line: values over time, and the program's answer for each. */
import { room } from '../places/room.ts';
import type { LineFields } from './fields.ts';
import { readDialValue, createCodelessScene } from './kind-scene.ts';
import { createCodelessSceneLayout } from './layout.ts';
import { describeLine } from './line-description.ts';
import { drawLineStory, drawPersonAndFridge } from './line-play.ts';
import { createLineStory } from './line-story.ts';

/**
 * Makes the scene of a line. Functions of the program judge each value of the line, and count the minutes outside of the band.
 */
export function lineScene(program: object, fields: LineFields) {
	const hasThing = fields.beside !== undefined;
	return createCodelessScene({
		decision: fields.decision,
		hasThing,
		backdrop: () => room('shop'),
		prepare: (input) => createLineStory(program, fields, readDialValue(fields.hand, input)),
		play: (line, moment) => drawLineStory(line, fields, createCodelessSceneLayout(hasThing), moment),
		describe: (line, language) => describeLine(line, fields, language),
		wait: (layout) => drawPersonAndFridge(fields, layout)
	});
}
