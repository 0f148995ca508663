/** Makes a scene without code, which plays its story or shows the figures of an option. */
import { scene, type SceneInput } from '../scene.ts';
import { findOptionFigures, describeOptionFigures, drawOptionFigures, type OptionFigures } from './decision.ts';
import type { SceneDecision, SceneDial } from './fields.ts';
import { createCodelessSceneLayout, type CodelessSceneLayout, type CodelessSceneMoment } from './layout.ts';

interface CodelessScenePlan<Story> {
	decision: SceneDecision;
	backdrop(): void;
	/** Calls the program, and makes the story from its answers. */
	prepare(input: SceneInput): Story;
	play(story: Story, moment: CodelessSceneMoment): void;
	describe(story: Story, language: string): string[];
	/** Draws the person beside the figures of an option. */
	wait(layout: CodelessSceneLayout): void;
	/** True when a thing, such as a fridge, stands beside the figures of an option. */
	hasThing?: boolean;
}

type ShownStoryOrFigures<Story> = { figures: OptionFigures } | { figures?: undefined; story: Story };

export function createCodelessScene<Story>(plan: CodelessScenePlan<Story>): ReturnType<typeof scene<unknown>> {
	return scene<ShownStoryOrFigures<Story>>({
		prepare(input) {
			const figures = findOptionFigures(plan.decision, input);
			return figures ? { figures } : { story: plan.prepare(input) };
		},
		play(content, { time, still, input: { language } }) {
			plan.backdrop();
			if (!content.figures) return plan.play(content.story, { time, still, language });
			const layout = createCodelessSceneLayout(plan.hasThing ?? false);
			drawOptionFigures(layout.sheet, content.figures, language);
			plan.wait(layout);
		},
		describe(content, { input: { language } }) {
			return content.figures
				? [describeOptionFigures(content.figures, language)]
				: plan.describe(content.story, language);
		}
	});
}

/** Returns the dial's value in this situation; undefined in situations without a dial. */
export function readDialValue(dial: SceneDial | undefined, { situation, values }: SceneInput): number | undefined {
	return situation === dial?.situation ? (values?.[dial.id] ?? dial.start) : undefined;
}

/** Returns the first items of a list, as many as the dial sets; all items without a dial. */
export const takeFirstItems = <Item>(list: readonly Item[], count: number | undefined): readonly Item[] =>
	list.slice(0, count ?? list.length);
