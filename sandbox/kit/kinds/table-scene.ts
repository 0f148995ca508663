/** The scene of a table: given values, the program's answers and the right answers. */
import { look, person } from '../people/person.ts';
import { room } from '../places/room.ts';
import type { TableFields } from './fields.ts';
import { takeFirstItems, readDialValue, createCodelessScene } from './kind-scene.ts';
import { createCodelessSceneLayout } from './layout.ts';
import { createRowGroupingStory } from './same-story.ts';
import { drawReceiverShares } from './shares-play.ts';
import { createReceiverShares, type ReceiverShare } from './shares-story.ts';
import { describeReceiverShares, describeTable } from './table-description.ts';
import { drawTableStory, type TableStory } from './table-play.ts';
import { answerTableRows } from './table-story.ts';

type TableOrSharesStory = { kind: 'shares'; shares: ReceiverShare[] } | ({ kind: 'rows' } & TableStory);

/** Makes the scene of a table. Calls a function of the program with the given values of each row. */
export function tableScene(program: object, fields: TableFields) {
	return createCodelessScene<TableOrSharesStory>({
		decision: fields.decision,
		backdrop: () => room('office'),
		prepare(input) {
			const shares = fields.shares && createReceiverShares(program, fields.shares, fields.rows);
			if (shares) return { kind: 'shares', shares };
			return { kind: 'rows', ...createTableStory(program, fields, readDialValue(fields.hand, input)) };
		},
		play(story, moment) {
			const layout = createCodelessSceneLayout(false);
			if (story.kind === 'rows') drawTableStory(story, fields, layout, moment);
			else if (fields.shares) drawReceiverShares(story.shares, fields.shares, layout, moment);
		},
		describe(story, language) {
			return story.kind === 'shares'
				? describeReceiverShares(story.shares, language)
				: describeTable(story, fields, language);
		},
		wait: (layout) => person(layout.person, { look: look(fields.function) })
	});
}

/** Calls the program for all rows, or for as many rows as the dial sets. */
function createTableStory(program: object, fields: TableFields, rowCount: number | undefined): TableStory {
	const rows = takeFirstItems(fields.rows, rowCount);
	const story = fields.same && createRowGroupingStory(program, fields, fields.same, rows);
	return {
		rows: story?.rows ?? answerTableRows(program, { ...fields, rows }),
		total: story?.total,
		isMoved: rowCount !== undefined
	};
}
