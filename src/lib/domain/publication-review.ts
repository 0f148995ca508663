/** The points that a reviewer checks before agreeing to a version, and their comment. */
import * as v from 'valibot';
import { parseStorable } from './storable.ts';

export const PUBLICATION_REVIEW_POINTS = [
	'truth',
	'dilemma',
	'language',
	'access',
	'licence',
	'persons',
	'neutral'
] as const;
export type PublicationReviewPoint = (typeof PUBLICATION_REVIEW_POINTS)[number];

/** Returns the names that are points of a review, each once, in the order of PUBLICATION_REVIEW_POINTS. */
export const selectReviewPoints = (names: readonly unknown[]): PublicationReviewPoint[] =>
	PUBLICATION_REVIEW_POINTS.filter((point) => names.includes(point));

export const LONGEST_PUBLICATION_COMMENT = 1500;

const publicationCommentSchema = v.pipe(
	v.string(),
	v.transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim()),
	v.maxLength(LONGEST_PUBLICATION_COMMENT)
);

/** Reads a comment, which may be empty; undefined when it is too long or cannot be stored. */
export const parsePublicationComment = (text: string): string | undefined =>
	parseStorable(publicationCommentSchema, text);
