import * as v from 'valibot';
import type { Files } from '#sandbox/contract.ts';
import { oneLineTextSchema, parseWithSchema } from './parse.ts';
import type { ProjectKind } from './project.ts';

export const WALL_LIMITS = {
	ofStudent: 8,
	ofClass: 300,
	/** Upper limits of characters: of a sentence, a question and the description of a cover. */
	sentence: 200,
	question: 200,
	description: 500,
	/** Upper limits of a cover: its bytes, and the pixels of its longer side. */
	coverBytes: 120_000,
	coverSide: 640
};

/** `reported`: hidden because a student of the class reported it, until the teacher decides. `hidden`: hidden by the teacher. */
export const WALL_VISIBILITIES = ['shown', 'reported', 'hidden'] as const;
export type WallVisibility = (typeof WALL_VISIBILITIES)[number];

/** Licences under which a maker may give a shown project to everyone: https://creativecommons.org/licenses/ */
export const EXHIBIT_LICENCES = ['cc-by-4.0', 'cc-by-sa-4.0'] as const;
export type ExhibitLicence = (typeof EXHIBIT_LICENCES)[number];

/** Reads the licence that a maker chose; null for none, undefined for anything else. */
export const parseExhibitLicence = (input: string): ExhibitLicence | null | undefined =>
	input === '' ? null : EXHIBIT_LICENCES.find((licence) => licence === input);

/** Relation of a viewer to an exhibit or a sentence: a teacher of the class, its own maker, or another student of the class. */
export type WallViewer = 'teacher' | 'maker' | 'classmate';

/** Tells whether a viewer sees an exhibit or sentence. Its maker still sees it while it is hidden, and so learns that it is. */
export const maySeeWallItem = (visibility: WallVisibility, viewer: WallViewer): boolean =>
	visibility === 'shown' || viewer !== 'classmate';

/** Tells whether a student may report an exhibit or sentence. Once a teacher has decided to show it, nobody may. */
export const mayReportWallItem = (visibility: WallVisibility, isApproved: boolean): boolean =>
	visibility === 'shown' && !isApproved;

/** Tells whether a wall is open. It is closed in a new class, and in an archived class whatever the teacher chose before. */
export const isWallOpen = ({ wallOpen, archivedAt }: { wallOpen: boolean; archivedAt: Date | null }): boolean =>
	wallOpen && archivedAt === null;

/**
 * Tells whether links to exhibits work. They do not in a new class, nor in an archived class whatever the teacher chose before.
 */
export const areWallLinksOpen = ({ linksOpen, archivedAt }: { linksOpen: boolean; archivedAt: Date | null }): boolean =>
	linksOpen && archivedAt === null;

export interface ExhibitTitleAndMakers {
	id: string;
	title: string;
	/** Pseudonyms of the project's makers: one student, or the two of a pair. */
	makers: string[];
}

export interface ExhibitSummary extends ExhibitTitleAndMakers {
	/** The question that the maker asks the class; empty when they ask nothing. */
	question: string;
	/** The exhibit that this one is a remix of; null for no remix, and where the viewer may not see that exhibit. */
	original: ExhibitTitleAndMakers | null;
	kind: ProjectKind;
	visibility: WallVisibility;
	isOwn: boolean;
	/** Description of the cover in words, for people who cannot see it; null without a cover. */
	cover: string | null;
	/** The first lines of the program, drawn small where there is no cover. */
	firstLines: string;
	/** Id of the copy, new with each copy, so that no browser shows the cover of an earlier one. */
	copy: string;
	/** Secret of the link for people outside the class; null without a link, and for classmates. */
	link: string | null;
	/** The licence that its makers chose for people with the link; null for none, and for classmates. */
	licence: ExhibitLicence | null;
}

export interface WallSentence {
	id: string;
	text: string;
	/** A student's pseudonym, or a teacher's displayed name. */
	writer: string;
	isTeacher: boolean;
	isOwn: boolean;
	visibility: WallVisibility;
	/** Whether the sentence was written about an earlier copy of the exhibit. */
	isEarlier: boolean;
	mayBeReported: boolean;
	/** Pseudonym of the student who reported the sentence, shown to teachers until they decide. */
	reportedBy: string | null;
}

export interface Exhibit extends ExhibitSummary {
	files: Files;
	/** Id of the work that was copied, for its makers; null for others. */
	work: string | null;
	changedAt: Date;
	mayBeReported: boolean;
	reportedBy: string | null;
	sentences: WallSentence[];
	/** Remixes of this exhibit that the viewer may see, in the order in which they were put up. */
	remixes: ExhibitTitleAndMakers[];
}

/** The parts of an exhibit that the class and people with its link are shown; nothing about its makers or the class. */
export type ShownExhibit = Pick<Exhibit, 'title' | 'kind' | 'cover' | 'firstLines' | 'copy' | 'licence' | 'files'>;

/** Number of a program's first characters that a wall gets, to draw them small where there is no cover. */
export const FIRST_LINES_CHARACTERS = 800;

const wallSentenceSchema = v.pipe(oneLineTextSchema(WALL_LIMITS.sentence), v.minLength(1));

/** Reads a sentence as one line; undefined when it is empty, too long or has invisible controls. */
export const parseWallSentence = (input: unknown): string | undefined => parseWithSchema(wallSentenceSchema, input);
