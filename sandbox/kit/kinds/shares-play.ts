/** Plays what the program gives each receiver; values that a receiver does not get are blacked out. */
import { label } from 'braise/draw';
import { look, person } from '../people/person.ts';
import { says } from '../telling/says.ts';
import { table } from '../telling/table.ts';
import { timeline } from '../timeline.ts';
import type { ColumnSharesFields } from './fields.ts';
import type { CodelessSceneLayout, CodelessSceneMoment } from './layout.ts';
import { receivedValueText, shareFaultSentence, receiverShareRemark } from './same-sentences.ts';
import type { ReceiverShare } from './shares-story.ts';

const SECONDS_PER_RECEIVER = 6;
const MAX_SHOWN_RECEIVER_ROWS = 8;
const sharesTimeline = timeline({ each: SECONDS_PER_RECEIVER });

export function drawReceiverShares(
	shares: readonly ReceiverShare[],
	{ columns }: ColumnSharesFields,
	layout: CodelessSceneLayout,
	{ time, still, language }: CodelessSceneMoment
): void {
	const firstWrongIndex = shares.findIndex(({ isRight }) => !isRight);
	// With reduced motion, the picture shows the first mistake.
	const share = shares[still ? Math.max(0, firstWrongIndex) : sharesTimeline.at(time, shares.length).index];
	if (share === undefined) return;
	const rows = share.rows.slice(0, MAX_SHOWN_RECEIVER_ROWS);
	table(layout.sheet, {
		columns: columns.map((id) =>
			share.extra.includes(id) || share.missing.includes(id) ? `✗ ${label(id)}` : label(id)
		),
		rows: rows.map((row) =>
			columns.map((id) => {
				if (row[id] !== undefined) return receivedValueText(row[id], language);
				return share.missing.includes(id) ? '?' : null;
			})
		),
		marks: Object.fromEntries(rows.map((_, index) => [index, share.isRight ? 'right' : 'wrong'] as const))
	});
	person(layout.person, { look: look(share.to), mood: share.isRight ? 'content' : 'puzzled' });
	says(layout.person, receiverShareRemark(share, label, language), {
		tone: share.isRight ? 'right' : 'wrong',
		aside: shareFaultSentence(share, label, language),
		top: layout.sheet.y + layout.sheet.height + 6
	});
}
