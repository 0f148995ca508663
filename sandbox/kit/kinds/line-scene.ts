/** The scene of a line: values over time, and what the program says of each. */
import { room } from '../places/room.ts';
import { scene } from '../scene.ts';
import { figuresFor, figuresInWords, playFigures, type ShownFigures } from './decision.ts';
import type { LineFields } from './fields.ts';
import { kindLayout } from './layout.ts';
import { playLine, waitBeside } from './line-play.ts';
import { lineStory, type LineStory } from './line-story.ts';
import { lineInWords } from './line-description.ts';

/** The figures of an option, or a line. */
type Story = { shown: ShownFigures } | { shown?: undefined; line: LineStory };

/** Makes a scene of a list of values, a band that is right, and functions of the program that judge and count them. */
export function lineScene(program: object, fields: LineFields): ReturnType<typeof scene<unknown>> {
	const { hand, decision, beside } = fields;
	return scene<Story>({
		prepare(input) {
			const shown = figuresFor(decision, input);
			if (shown) return { shown };
			const moved = input.situation === hand?.situation ? (input.values?.[hand.id] ?? hand.start) : undefined;
			return { line: lineStory(program, fields, moved) };
		},
		play(story, { time, still, input: { language } }) {
			const layout = kindLayout(beside !== undefined);
			room('shop');
			if (story.shown === undefined) return playLine(story.line, fields, layout, { time, still, language });
			playFigures(layout.sheet, story.shown, language);
			waitBeside(fields, layout);
		},
		describe(story, { input: { language } }) {
			if (story.shown) return [figuresInWords(story.shown, language)];
			return lineInWords(story.line, fields, language);
		}
	});
}
