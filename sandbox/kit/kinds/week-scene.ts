/** The scene of a week: entries to be booked, and the program's answer for each. */
import { label, layer } from 'braise/draw';
import { look, person } from '../people/person.ts';
import { room } from '../places/room.ts';
import { currentPalette, stage } from '../stage.ts';
import type { WeekFields } from './week-fields.ts';
import { readDialValue, createCodelessScene } from './kind-scene.ts';
import { createTallSheetLayout, type CodelessSceneMoment } from './layout.ts';
import { sheetProgressAt } from './progress.ts';
import { drawSheetReader } from './reader.ts';
import { allRightSentence } from './right-sheet-sentences.ts';
import { oneRightSentence, tableValueText, wrongAnswerRemark } from './sentences.ts';
import { drawWeekBlock } from './week-block.ts';
import { createWeekScale, drawWeekSheet } from './week-sheet.ts';
import { countShownDays, createWeekStory, type WeekStory } from './week-story.ts';
import { weekEntryText, describeWeek } from './week-words.ts';

/** Makes the scene of a week's entries. A function of the program is asked whether or where each entry fits. */
export function weekScene(program: object, fields: WeekFields) {
	return createCodelessScene({
		decision: fields.decision,
		backdrop: () => room('office'),
		prepare: (input) => createWeekStory(program, fields, readDialValue(fields.hand, input)),
		play: (story, moment) => drawWeekStory(story, fields, moment),
		describe: (story, language) => describeWeek(story, language),
		wait: (layout) => person(layout.person, { look: look(fields.function) })
	});
}

function drawWeekStory({ entries, isMoved }: WeekStory, fields: WeekFields, moment: CodelessSceneMoment): void {
	const { language } = moment;
	const layout = createTallSheetLayout();
	const dayCount = countShownDays(fields);
	const scale = createWeekScale(layout.sheet, fields, dayCount);
	const { width, height } = stage();
	layer('week', JSON.stringify([currentPalette().hour, width, height, language]), () =>
		drawWeekSheet({ area: layout.sheet, scale, fields, heading: label(fields.title), days: dayCount, language })
	);
	const { shownCount, isDone, current } = sheetProgressAt(entries, moment, isMoved);
	const visibleEntries = entries.slice(0, shownCount);
	visibleEntries.forEach((_, index) => drawWeekBlock(scale, visibleEntries, index, index === current));
	const lookedEntry = entries[current];
	const isRight = lookedEntry === undefined || lookedEntry.verdict === 'right';
	drawSheetReader(layout, {
		who: fields.function,
		isDone,
		isRight,
		words: isRight
			? isMoved
				? oneRightSentence(language)
				: allRightSentence([fields.function], language)
			: wrongAnswerRemark(weekEntryText(lookedEntry, language), lookedEntry.answer.shown, language),
		expected: isRight ? undefined : tableValueText(lookedEntry.right, language),
		language
	});
}
