/** Plays what the program gives each receiver; values that a receiver does not get are blacked out. */
import { label } from 'braise/draw';
import { look, person } from '../people/person.ts';
import { says } from '../telling/says.ts';
import { table } from '../telling/table.ts';
import { timeline } from '../timeline.ts';
import type { SharesFields } from './fields.ts';
import type { KindLayout, KindMoment } from './layout.ts';
import { cellText, shareFaultSentence, shareRemark } from './same-sentences.ts';
import type { ReceiverShare } from './shares-story.ts';

const RECEIVER_SECONDS = 6;
const MOST_ROWS = 8;
const sharesTimeline = timeline({ each: RECEIVER_SECONDS });

export function drawShares(
	shares: readonly ReceiverShare[],
	{ columns }: SharesFields,
	layout: KindLayout,
	{ time, still, language }: KindMoment
): void {
	const firstWrongIndex = shares.findIndex(({ isRight }) => !isRight);
	// With reduced motion, the picture shows the first mistake.
	const share = shares[still ? Math.max(0, firstWrongIndex) : sharesTimeline.at(time, shares.length).index];
	if (share === undefined) return;
	const rows = share.rows.slice(0, MOST_ROWS);
	table(layout.sheet, {
		columns: columns.map((id) =>
			share.extra.includes(id) || share.missing.includes(id) ? `✗ ${label(id)}` : label(id)
		),
		rows: rows.map((row) =>
			columns.map((id) => {
				if (row[id] !== undefined) return cellText(row[id], language);
				return share.missing.includes(id) ? '?' : null;
			})
		),
		marks: Object.fromEntries(rows.map((_, index) => [index, share.isRight ? 'right' : 'wrong'] as const))
	});
	person(layout.person, { look: look(share.to), mood: share.isRight ? 'content' : 'puzzled' });
	says(layout.person, shareRemark(share, label, language), {
		tone: share.isRight ? 'right' : 'wrong',
		aside: shareFaultSentence(share, label, language),
		top: layout.sheet.y + layout.sheet.height + 6
	});
}
