/** Describes in words a table, and what each receiver gets of its columns. */
import { label } from 'braise/draw';
import type { TableFields } from './fields.ts';
import {
	rowFaultSentence,
	repeatCountSentence,
	rowCountSentence,
	shareFaultSentence,
	receiverShareRemark
} from './same-sentences.ts';
import { rightCountSentence, limitSentences, rowSentence } from './sentences.ts';
import { formatTableRow } from './row-words.ts';
import type { ReceiverShare } from './shares-story.ts';
import type { TableStory, DrawnTableRow } from './table-play.ts';

/** Returns sentences: first about what the dial has changed, then about the whole table, then about what is wrong. */
export function describeTable({ rows, total, isMoved }: TableStory, fields: TableFields, language: string): string[] {
	const wrongRows = rows.filter(({ verdict }) => verdict !== 'right');
	const wrongRowSentence = (row: DrawnTableRow): string => {
		const { fault, group = 0, isStruckOut = false } = row;
		if (fault) return rowFaultSentence({ ...row, fault, group, isStruckOut }, fault, language);
		return rowSentence(
			formatTableRow(row, fields, language),
			fields.given.map((id) => label(id)),
			language
		);
	};
	return [
		...(isMoved ? [rowCountSentence(rows.length, language)] : []),
		...(total ? [repeatCountSentence(label(fields.same?.label ?? ''), total, language)] : []),
		rightCountSentence(rows.length - wrongRows.length, rows.length, language),
		...limitSentences(wrongRows.map(wrongRowSentence), language)
	];
}

/** Returns sentences about what each receiver gets, and what is wrong with that. */
export function describeReceiverShares(shares: readonly ReceiverShare[], language: string): string[] {
	return shares.map((share) => {
		const fault = shareFaultSentence(share, label, language);
		const remark = receiverShareRemark(share, label, language);
		return fault === undefined ? remark : `${remark} ${fault[0]?.toUpperCase() ?? ''}${fault.slice(1)}.`;
	});
}
