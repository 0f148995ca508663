/** The scene of a line: values over time, and what the program says of each. */
import { scene } from '../scene.ts';
import type { LineFields } from './fields.ts';
import { figuresInWords, lineInWords } from './in-words.ts';
import { kindLayout } from './layout.ts';
import { playFigures, playLine, type ShownFigures } from './line-play.ts';
import { lineStory, type LineStory } from './line-story.ts';

type Story = { kind: 'line'; line: LineStory } | { kind: 'decision'; shown: ShownFigures };

/** Makes a scene of a list of values, a band that is right, and functions of the program that judge and count them. */
export function lineScene(program: object, fields: LineFields): ReturnType<typeof scene<unknown>> {
	const { hand, decision } = fields;
	return scene<Story>({
		prepare({ situation, option = decision.option, values = {} }) {
			if (situation === decision.situation)
				return { kind: 'decision', shown: { option, figures: decision.measure(option, values) } };
			const moved = situation === hand?.situation ? (values[hand.id] ?? hand.start) : undefined;
			return { kind: 'line', line: lineStory(program, fields, moved) };
		},
		play(story, { time, still, input: { language } }) {
			const layout = kindLayout(fields.beside !== undefined);
			if (story.kind === 'line') playLine(story.line, fields, layout, { time, still, language });
			else playFigures(story.shown, fields, layout, language);
		},
		describe(story, { input: { language } }) {
			return story.kind === 'line'
				? lineInWords(story.line, fields, language)
				: [figuresInWords(story.shown, language)];
		}
	});
}
